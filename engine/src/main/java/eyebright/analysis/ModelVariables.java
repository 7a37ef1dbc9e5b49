package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Levels;
import eyebright.stats.formula.Predictor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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

            /// Each by itself.
            List<List<String>> groups() {
                var groups = new ArrayList<List<String>>(levels.size());
                for (String code : levels) {
                    groups.add(List.of(code));
                }
                return groups;
            }
        }
    }

    /// The respondents of the base for whom every variable is known and every answer is compared.
    Summary summarise(Base base, Frame frame) {
        List<Read> read = read(frame);
        Counted counted = base.in(frame);
        read.forEach(each -> counted.known(each.known()).among(each.spokenOf()));
        int[] places = counted.places();
        var columns = new ArrayList<double[]>();
        read.forEach(each -> columns.add(each.values(places)));
        return summary(counted, columns);
    }

    /// All respondents of the base but those who gave an answer that is not compared, with two columns for
    /// each variable: its value, 0 where it is not known, and 1 where it is known.
    Summary summariseWithGaps(Base base, Frame frame) {
        List<Read> read = read(frame);
        Counted counted = base.in(frame);
        for (Read each : read) {
            BitSet gaps = each.known();
            gaps.flip(0, frame.size());
            gaps.or(each.spokenOf());
            counted.among(gaps);
        }
        int[] places = counted.places();
        var columns = new ArrayList<double[]>();
        for (Read each : read) {
            BitSet known = each.known();
            double[] values = new double[places.length];
            double[] there = new double[places.length];
            for (int i = 0; i < places.length; i++) {
                if (known.get(places[i])) {
                    values[i] = each.value(places[i]);
                    there[i] = 1;
                }
            }
            columns.add(values);
            columns.add(there);
        }
        return summary(counted, columns);
    }

    private static Summary summary(Counted counted, List<double[]> columns) {
        return new Summary(counted.n(), counted.missing(), List.of(), List.of(), Cases.of(columns));
    }

    private List<Read> read(Frame frame) {
        var read = new ArrayList<Read>(variables.size());
        for (ModelVariable each : variables) {
            read.add(read(each, frame));
        }
        return read;
    }

    private static Read read(ModelVariable variable, Frame frame) {
        return switch (variable) {
            case ModelVariable.OfNumber(_, Expression expression, Figures.Counts counts) ->
                    switch (counts) {
                        case NUMBER -> number(expression, frame);
                        case CONDITION ->
                                new Read.OfFigures(
                                        new Figures.OfCondition(frame.truths(expression)));
                    };
            case ModelVariable.OfLevels levels ->
                    new Read.OfLevels(frame.levels(levels.column(), levels.groups()));
        };
    }

    private static Read number(Expression expression, Frame frame) {
        return expression
                                .onlyVariable()
                                .flatMap(name -> Optional.ofNullable(frame.columns().get(name)))
                                .orElse(null)
                        instanceof Column.Numbers column
                ? new Read.OfColumn(column)
                : new Read.OfFigures(Figures.of(expression, Figures.Counts.NUMBER, frame));
    }

    /// The values of one variable in a frame.
    private sealed interface Read {

        /// The rows whose answer is known, as a copy.
        BitSet known();

        /// Those of them whose answer is compared.
        BitSet spokenOf();

        /// The value of a row that has one.
        double value(int row);

        /// The values of rows that have one.
        double[] values(int[] rows);

        record OfFigures(Figures figures) implements Read {

            @Override
            public BitSet known() {
                return figures.known();
            }

            @Override
            public BitSet spokenOf() {
                return figures.known();
            }

            @Override
            public double value(int row) {
                return figures.number(row);
            }

            @Override
            public double[] values(int[] rows) {
                return figures.numbers(rows);
            }
        }

        record OfColumn(Column.Numbers column) implements Read {

            @Override
            public BitSet known() {
                return column.answered();
            }

            @Override
            public BitSet spokenOf() {
                return column.answered();
            }

            @Override
            public double value(int row) {
                return column.value(row);
            }

            @Override
            public double[] values(int[] rows) {
                double[] values = new double[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    values[i] = column.value(rows[i]);
                }
                return values;
            }
        }

        record OfLevels(Levels levels) implements Read {

            @Override
            public BitSet known() {
                return levels.answered();
            }

            @Override
            public BitSet spokenOf() {
                return levels.known();
            }

            @Override
            public double value(int row) {
                return levels.place(row);
            }

            @Override
            public double[] values(int[] rows) {
                double[] values = new double[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    values[i] = levels.place(rows[i]);
                }
                return values;
            }
        }
    }

    /// The variables of a summary as predictors, but for some.
    ///
    /// @param left names of variables that are none, such as the outcome
    List<Predictor> predictors(Cases cases, List<String> left) {
        var predictors = new ArrayList<Predictor>();
        for (int i = 0; i < variables.size(); i++) {
            ModelVariable variable = variables.get(i);
            if (!left.contains(variable.name())) {
                predictors.add(predictor(variable, cases.kept(i)));
            }
        }
        return predictors;
    }

    /// A variable as a predictor.
    ///
    /// @param values not copied, and not changed from now on
    static Predictor predictor(ModelVariable variable, double[] values) {
        return switch (variable) {
            case ModelVariable.OfNumber number -> Predictor.Numeric.of(number.name(), values);
            case ModelVariable.OfLevels(String name, _, List<String> levels) ->
                    new Predictor.Categorical(name, levels, codes(values));
        };
    }

    /// The values of one variable, not to be changed.
    double[] values(Cases cases, String name) {
        return cases.kept(place(name));
    }

    /// The places of the answers of one variable in its levels.
    int[] codes(Cases cases, String name) {
        return codes(values(cases, name));
    }

    /// How many respondents gave an answer, of those who count.
    long count(Cases cases, String name, int level) {
        long count = 0;
        for (double value : values(cases, name)) {
            count += value == level ? 1 : 0;
        }
        return count;
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
        var codes = new int[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (int) values[i];
        }
        return codes;
    }
}
