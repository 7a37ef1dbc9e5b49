package eyebright.prediction;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.expression.Truth;
import eyebright.expression.Truths;
import eyebright.feedback.Effect;
import eyebright.feedback.Outcome;
import eyebright.feedback.Prediction;
import eyebright.frame.Frame;
import eyebright.stats.posterior.Event;
import eyebright.stats.posterior.FirstByTime;
import eyebright.stats.posterior.TimesOfTrials;
import eyebright.stats.posterior.YesOrNo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What the rows of a frame say to one prediction: who is meant, what happened to them, and what goes with it.
///
/// The frame is scored and holds the numbers of the plan and of feedback. Made once for all rows.
final class Cases {

    /// More occasions than anybody has.
    private static final double MOST = 1e6;

    private final Prediction prediction;
    private final Frame frame;
    private final List<Figures> effects;
    private final Happening happening;

    Cases(Prediction prediction, Frame frame) {
        this.prediction = prediction;
        this.frame = frame;
        effects =
                prediction.effects().stream()
                        .map(effect -> Figures.of(effect.of(), effect.counts(), frame))
                        .toList();
        happening = Happening.of(prediction.outcome(), frame);
    }

    /// What happened to each row, as far as it is known.
    sealed interface Happening {

        static Happening of(Outcome outcome, Frame frame) {
            return switch (outcome) {
                case Outcome.Yes(Expression yes) -> new Condition(frame.truths(yes));
                case Outcome.Times times ->
                        new Counted(times.times().amounts(frame), times.of().amounts(frame));
                case Outcome.First first ->
                        new Begun(frame.truths(first.first()), first.by().amounts(frame));
            };
        }

        /// Whether the row can enter a model.
        boolean isKnown(int row);

        record Condition(Truths truths) implements Happening {
            @Override
            public boolean isKnown(int row) {
                return truths.isKnown(row);
            }
        }

        /// Whole numbers of occasions; one or more of them, and not more times than occasions.
        record Counted(Amounts times, Amounts of) implements Happening {

            private static final Amount NONE = new Amount(0, 0);

            /// So many of so many.
            record Amount(int times, int of) {}

            @Override
            public boolean isKnown(int row) {
                return record(row).of() > 0;
            }

            /// None of none where it is not known.
            Amount record(int row) {
                if (!times.known().get(row) || !of.known().get(row)) {
                    return NONE;
                }
                double happened = Math.rint(times.value(row));
                double possible = Math.rint(of.value(row));
                return happened >= 0 && happened <= possible && possible <= MOST
                        ? new Amount((int) happened, (int) possible)
                        : NONE;
            }
        }

        record Begun(Truths first, Amounts by) implements Happening {

            @Override
            public boolean isKnown(int row) {
                return first.isKnown(row) && by.known().get(row) && by.value(row) > 0;
            }

            /// How much has gone by: 0 or more; absent where it is unknown or it has happened.
            Optional<Double> waited(int row) {
                return first.truth(row) == Truth.FALSE && by.known().get(row) && by.value(row) >= 0
                        ? Optional.of(by.value(row))
                        : Optional.empty();
            }
        }
    }

    Frame frame() {
        return frame;
    }

    Happening happening() {
        return happening;
    }

    /// Whether a condition lets a row in; an absent one lets all in, an unknown one none.
    IntPredicate meant(Optional<Expression> condition) {
        if (condition.isEmpty()) {
            return _ -> true;
        }
        Truths truths = frame.truths(condition.get());
        return row -> truths.truth(row) == Truth.TRUE;
    }

    /// The rows whose outcome is known and that are meant.
    int[] known() {
        IntPredicate among = meant(prediction.among());
        return IntStream.range(0, frame.size())
                .filter(row -> among.test(row) && happening.isKnown(row))
                .toArray();
    }

    /// Those of the rows that answered everything that goes with it.
    int[] complete(int[] rows) {
        return Arrays.stream(rows)
                .filter(
                        row ->
                                IntStream.range(0, effects.size())
                                        .allMatch(effect -> isAnswered(effect, row)))
                .toArray();
    }

    /// The same rows in an order of what they say: what happened, then what goes with it. So a model rests on
    /// answers alone, to the last bit, and not on the ids that respondents were given by chance.
    int[] inOrder(int[] rows) {
        double[][] said = Arrays.stream(rows).mapToObj(this::said).toArray(double[][]::new);
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted((one, other) -> Arrays.compare(said[one], said[other]))
                .mapToInt(place -> rows[place])
                .toArray();
    }

    private double[] said(int row) {
        double[] with = row(row);
        double[] happened =
                switch (happening) {
                    case Happening.Condition(Truths truths) -> new double[] {one(truths, row)};
                    case Happening.Counted counted -> {
                        Happening.Counted.Amount amount = counted.record(row);
                        yield new double[] {amount.times(), amount.of()};
                    }
                    case Happening.Begun(Truths first, Amounts by) ->
                            new double[] {one(first, row), by.value(row)};
                };
        double[] said = Arrays.copyOf(happened, happened.length + with.length);
        System.arraycopy(with, 0, said, happened.length, with.length);
        return said;
    }

    boolean isAnswered(int effect, int row) {
        return effects.get(effect).known().get(row);
    }

    /// A predictor on the scale of its coefficient; its centre, 0, where it is not known.
    double predictor(int effect, int row) {
        Effect declared = prediction.effects().get(effect);
        return isAnswered(effect, row) ? declared.scaled(effects.get(effect).number(row)) : 0;
    }

    /// The predictors of rows, one list an effect.
    double[][] predictors(int[] rows) {
        var columns = new double[effects.size()][rows.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                columns[j][i] = predictor(j, rows[i]);
            }
        }
        return columns;
    }

    /// The predictors of one row.
    double[] row(int row) {
        return IntStream.range(0, effects.size()).mapToDouble(j -> predictor(j, row)).toArray();
    }

    /// What happened to rows of which it is known.
    ///
    /// @param unit of time, of [Outcome.First]
    eyebright.stats.posterior.Outcome outcome(int[] rows, double unit) {
        return switch (happening) {
            case Happening.Condition(Truths truths) -> YesOrNo.of(ones(truths, rows));
            case Happening.Counted counted ->
                    TimesOfTrials.of(
                            Arrays.stream(rows).map(row -> counted.record(row).times()).toArray(),
                            Arrays.stream(rows).map(row -> counted.record(row).of()).toArray());
            case Happening.Begun(Truths first, Amounts by) ->
                    FirstByTime.of(
                            ones(first, rows),
                            Arrays.stream(rows).mapToDouble(row -> by.value(row) / unit).toArray());
        };
    }

    private static double[] ones(Truths truths, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> one(truths, row)).toArray();
    }

    private static double one(Truths truths, int row) {
        return truths.truth(row) == Truth.TRUE ? 1 : 0;
    }

    /// What the declared base rate is the chance of, of each row: see [eyebright.feedback.Base].
    List<Event> events(int[] rows, double unit) {
        var events = new ArrayList<Event>();
        for (int row : rows) {
            events.add(
                    switch (happening) {
                        case Happening.Condition _ -> new Event.Yes();
                        case Happening.Counted counted ->
                                Event.AnyOf.next(counted.record(row).of());
                        case Happening.Begun(Truths _, Amounts by) ->
                                new Event.Within(0, by.value(row) / unit);
                    });
        }
        return events;
    }

    /// The usual time that has gone by, by their geometric mean; 1 where time does not matter.
    double usualTime(int[] rows) {
        if (!(happening instanceof Happening.Begun(Truths _, Amounts by)) || rows.length == 0) {
            return 1;
        }
        double sum = 0;
        for (int row : rows) {
            sum += StrictMath.log(by.value(row));
        }
        return StrictMath.exp(sum / rows.length);
    }
}
