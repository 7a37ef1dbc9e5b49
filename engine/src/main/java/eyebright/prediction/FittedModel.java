package eyebright.prediction;

import eyebright.expression.Amounts;
import eyebright.feedback.Ahead;
import eyebright.feedback.Effect;
import eyebright.feedback.Prediction;
import eyebright.frame.Frame;
import eyebright.prediction.Cases.Happening;
import eyebright.prediction.Foretold.Answer;
import eyebright.stats.posterior.Event;
import eyebright.stats.posterior.Outlook;
import eyebright.stats.posterior.Posterior;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// A prediction fitted to answers: its posterior, how good it is, and the chances it gives.
///
/// Immutable, for any number of threads.
///
/// @param prior what it was before
/// @param posterior what is known of its parameters
/// @param base the same of the model without effects, by Laplace's approximation
/// @param quality how good its chances are for others
/// @param leftOut of how many respondents the outcome is known but something that goes with it is not
public record FittedModel(
        PriorModel prior, Posterior posterior, Posterior base, Quality quality, int leftOut) {

    /// The coverage of the interval of a chance.
    public static final double LEVEL = 0.8;

    private static final double MOST = 1e6;
    private static final double[] NOTHING = {};

    /// The prediction fitted to a frame.
    ///
    /// @param study its name, from which chance is taken
    /// @param frame scored and with the numbers of feedback
    static FittedModel of(String study, PriorModel prior, Frame frame) {
        var cases = new Cases(prior.prediction(), frame);
        int[] known = cases.known();
        int[] rows = cases.inOrder(cases.complete(known));
        var outcome = cases.outcome(rows, prior.unit());
        double[][] predictors = cases.predictors(rows);
        String purpose = "prediction " + prior.prediction().id();
        return new FittedModel(
                prior,
                Posterior.of(outcome, predictors, prior.priors(), study, purpose),
                Posterior.byLaplace(
                        outcome, new double[0][], prior.ofNobody(), study, purpose + ", base"),
                Quality.of(outcome, predictors, prior.priors()),
                known.length - rows.length);
    }

    /// As declared.
    public Prediction prediction() {
        return prior.prediction();
    }

    /// The chances of every row that is told them, in the order of rows, those of one row as declared.
    ///
    /// @param frame scored and with the numbers of feedback
    List<Foretold> foretold(Frame frame) {
        var cases = new Cases(prediction(), frame);
        IntPredicate told = cases.meant(prediction().told());
        List<Amounts> within =
                prediction().ahead().stream().map(each -> each.within().amounts(frame)).toList();
        var all = new ArrayList<Foretold>();
        var ofAnybody = new HashMap<Event, Double>();
        var ofPast = new HashMap<Event, Optional<Foretold.Past>>();
        for (int row = 0; row < frame.size(); row++) {
            for (int k = 0; k < within.size() && told.test(row); k++) {
                Ahead ahead = prediction().ahead().get(k);
                int of = row;
                event(cases.happening(), row, within.get(k))
                        .ifPresent(
                                event -> {
                                    double anybody =
                                            ofAnybody.computeIfAbsent(
                                                    event.ofSomebody(), this::ofAnybody);
                                    Optional<Foretold.Past> past =
                                            ofPast.computeIfAbsent(event, this::ofPast);
                                    all.add(foretold(cases, of, ahead, event, anybody, past));
                                });
            }
        }
        return List.copyOf(all);
    }

    /// What may happen to a row within that much; none where there is nothing to look at.
    private Optional<Event> event(Happening happening, int row, Amounts within) {
        if (happening instanceof Happening.Condition) {
            return Optional.of(new Event.Yes());
        }
        if (!within.known().get(row) || !(within.value(row) > 0) || within.value(row) > MOST) {
            return Optional.empty();
        }
        double more = within.value(row);
        return switch (happening) {
            case Happening.Condition _ -> Optional.of(new Event.Yes());
            case Happening.Counted counted -> {
                Happening.Counted.Amount past = counted.record(row);
                int next = (int) Math.rint(more);
                yield next > 0
                        ? Optional.of(new Event.AnyOf(next, past.times(), past.of()))
                        : Optional.empty();
            }
            case Happening.Begun begun ->
                    begun.waited(row)
                            .map(
                                    waited ->
                                            new Event.Within(
                                                    waited / prior.unit(), more / prior.unit()));
        };
    }

    private double ofAnybody(Event event) {
        return Outlook.chance(base, event, NOTHING);
    }

    /// What the past alone tells, by the model without effects; nothing where no past enters.
    private Optional<Foretold.Past> ofPast(Event event) {
        if (event.equals(event.ofSomebody())) {
            return Optional.empty();
        }
        Outlook outlook = Outlook.of(base, event, NOTHING, NOTHING, LEVEL);
        return Optional.of(new Foretold.Past(outlook.chance(), outlook.interval()));
    }

    private Foretold foretold(
            Cases cases,
            int row,
            Ahead ahead,
            Event event,
            double anybody,
            Optional<Foretold.Past> past) {
        List<Effect> effects = prediction().effects();
        var spread = new double[effects.size()];
        for (int j = 0; j < spread.length; j++) {
            Effect effect = effects.get(j);
            spread[j] = cases.isAnswered(j, row) ? 0 : effect.spread() / effect.per();
        }
        Outlook outlook = Outlook.of(posterior, event, cases.row(row), spread, LEVEL);
        var parts = new ArrayList<Foretold.Part>();
        for (int j = 0; j < spread.length; j++) {
            parts.add(
                    new Foretold.Part(
                            effects.get(j).called(),
                            outlook.parts().get(j),
                            spread[j] > 0 ? Answer.MISSING : Answer.GIVEN));
        }
        return new Foretold(
                cases.frame().respondents().get(row),
                prediction().id(),
                ahead.id(),
                outlook.chance(),
                outlook.interval(),
                anybody,
                past,
                outlook.centre(),
                outlook.record(),
                parts);
    }
}
