package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import eyebright.stats.formula.Predictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The variables that a model reads of each respondent. Its summary is a number for each of them and
/// respondent, in the order of the frame: a number as it is, a condition as 1 and 0, an answer as its place
/// in the levels.
///
/// @param variables in the order of the columns of the summary, names all different
record ModelVariables(List<ModelVariable> variables) {

    ModelVariables {
        variables = List.copyOf(variables);
    }

    /// One variable of a model.
    sealed interface ModelVariable {

        /// What the formula calls it.
        String name();

        /// A number, or a condition that counts as 1 and 0.
        record OfNumber(String name, Expression expression, Figures.Counts counts)
                implements ModelVariable {}

        /// The answers to a one-of question that are compared.
        ///
        /// @param column the column of the question
        record OfLevels(String name, String column, List<String> levels) implements ModelVariable {
            public OfLevels {
                levels = List.copyOf(levels);
            }
        }
    }

    /// The respondents of the base for whom every variable is known and every answer is compared.
    Summary summarise(Base base, Frame frame) {
        List<Reader> readers = variables.stream().map(each -> reader(each, frame)).toList();
        var gathered = new ArrayList<Gathered>();
        readers.forEach(_ -> gathered.add(new Gathered()));
        double[] row = new double[readers.size()];
        Base.Tally tally =
                base.over(
                        frame,
                        place -> {
                            for (int i = 0; i < row.length; i++) {
                                Base.Seen seen = readers.get(i).read(place, row, i);
                                if (seen != Base.Seen.COUNTED) {
                                    return seen;
                                }
                            }
                            for (int i = 0; i < row.length; i++) {
                                gathered.get(i).add(row[i]);
                            }
                            return Base.Seen.COUNTED;
                        });
        return summary(tally, gathered);
    }

    /// All respondents of the base but those who gave an answer that is not compared, with two columns for
    /// each variable: its value, 0 where it is not known, and 1 where it is known.
    Summary summariseWithGaps(Base base, Frame frame) {
        List<Reader> readers = variables.stream().map(each -> reader(each, frame)).toList();
        var gathered = new ArrayList<Gathered>();
        for (int i = 0; i < 2 * readers.size(); i++) {
            gathered.add(new Gathered());
        }
        double[] row = new double[readers.size()];
        boolean[] known = new boolean[readers.size()];
        Base.Tally tally =
                base.over(
                        frame,
                        place -> {
                            for (int i = 0; i < row.length; i++) {
                                Base.Seen seen = readers.get(i).read(place, row, i);
                                if (seen == Base.Seen.ANOTHER) {
                                    return seen;
                                }
                                known[i] = seen == Base.Seen.COUNTED;
                            }
                            for (int i = 0; i < row.length; i++) {
                                gathered.get(2 * i).add(known[i] ? row[i] : 0);
                                gathered.get(2 * i + 1).add(known[i] ? 1 : 0);
                            }
                            return Base.Seen.COUNTED;
                        });
        return summary(tally, gathered);
    }

    private static Summary summary(Base.Tally tally, List<Gathered> columns) {
        return new Summary(
                tally.n(),
                tally.missing(),
                List.of(),
                List.of(),
                Cases.of(columns.stream().map(Gathered::values).toList()));
    }

    /// Puts the value of a variable in its place.
    @FunctionalInterface
    private interface Reader {
        Base.Seen read(int row, double[] values, int place);
    }

    private static Reader reader(ModelVariable variable, Frame frame) {
        return switch (variable) {
            case ModelVariable.OfNumber(_, Expression expression, Figures.Counts counts) -> {
                Figures figures = Figures.of(expression, counts, frame);
                yield (row, values, place) -> {
                    if (!figures.isKnown(row)) {
                        return Base.Seen.UNKNOWN;
                    }
                    values[place] = figures.number(row);
                    return Base.Seen.COUNTED;
                };
            }
            case ModelVariable.OfLevels(_, String column, List<String> levels) -> {
                if (!(frame.column(column) instanceof Column.Choices choices)) {
                    throw new IllegalArgumentException(
                            "column %s must hold one option".formatted(column));
                }
                int[] places =
                        choices.options().stream()
                                .mapToInt(option -> levels.indexOf(option.code()))
                                .toArray();
                yield (row, values, place) -> {
                    if (choices.status(row) != Status.ANSWERED) {
                        return Base.Seen.UNKNOWN;
                    }
                    int level = places[choices.index(row)];
                    values[place] = level;
                    return level < 0 ? Base.Seen.ANOTHER : Base.Seen.COUNTED;
                };
            }
        };
    }

    /// The variables of a summary as predictors, but for some.
    ///
    /// @param left names of variables that are none, such as the outcome
    List<Predictor> predictors(Cases cases, List<String> left) {
        var predictors = new ArrayList<Predictor>();
        for (int i = 0; i < variables.size(); i++) {
            ModelVariable variable = variables.get(i);
            if (!left.contains(variable.name())) {
                predictors.add(predictor(variable, cases.column(i)));
            }
        }
        return predictors;
    }

    /// A variable as a predictor.
    static Predictor predictor(ModelVariable variable, double[] values) {
        return switch (variable) {
            case ModelVariable.OfNumber number -> new Predictor.Numeric(number.name(), values);
            case ModelVariable.OfLevels(String name, _, List<String> levels) ->
                    new Predictor.Categorical(name, levels, codes(values));
        };
    }

    /// The values of one variable.
    double[] values(Cases cases, String name) {
        return cases.column(place(name));
    }

    /// The places of the answers of one variable in its levels.
    int[] codes(Cases cases, String name) {
        return codes(values(cases, name));
    }

    /// How many respondents gave an answer, of those who count.
    long count(Cases cases, String name, int level) {
        return Arrays.stream(values(cases, name)).filter(value -> value == level).count();
    }

    /// The variable of that name.
    ModelVariable variable(String name) {
        return variables.get(place(name));
    }

    private int place(String name) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no variable %s in the model".formatted(name));
    }

    private static int[] codes(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }
}
