package eyebright.stats.formula;

import eyebright.stats.formula.Formula.Intercept;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/// One column of a design: the product of numbers and of levels that a respondent has or has not.
///
/// @param term the term it is of
/// @param factors what is multiplied: none for the intercept
/// @param name as the formula has it
record Column(Term term, List<Factor> factors, String name) {

    /// A number, or whether a respondent has a level.
    sealed interface Factor {

        /// As it stands in the name of a column.
        String label();

        /// The number of a variable, changed as the formula says.
        record Amount(Variable variable) implements Factor {

            @Override
            public String label() {
                return variable.label();
            }
        }

        /// 1 for a level, 0 for the others.
        record Level(String predictor, String level) implements Factor {

            @Override
            public String label() {
                return predictor + "." + level;
            }
        }
    }

    Column {
        factors = List.copyOf(factors);
    }

    static Column of(Term term, List<Factor> factors) {
        if (factors.isEmpty()) {
            return new Column(term, factors, Term.INTERCEPT.name());
        }
        if (factors.size() == 1) {
            return new Column(term, factors, factors.getFirst().label());
        }
        var name = new StringJoiner(":");
        factors.forEach(factor -> name.add(factor.label()));
        return new Column(term, factors, name.toString());
    }

    /// The columns of a formula, the intercept first.
    static List<Column> all(Formula formula, List<Predictor> predictors) {
        List<Term> terms = new ArrayList<>();
        if (formula.intercept() == Intercept.THERE) {
            terms.add(Term.INTERCEPT);
        }
        List<Column> columns = new ArrayList<>();
        terms.addAll(formula.terms());
        // All levels of one categorical predictor add up to the constant.
        boolean constant = formula.intercept() == Intercept.THERE;
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).order() == 1) {
                Variable variable = terms.get(i).variables().getFirst();
                Predictor predictor = find(predictors, variable.name());
                for (Factor factor : factors(variable, predictor, constant)) {
                    columns.add(Column.of(terms.get(i), List.of(factor)));
                }
                constant |= predictor instanceof Categorical;
                continue;
            }
            List<List<Factor>> products = List.of(List.of());
            for (Variable variable : terms.get(i).variables()) {
                Predictor predictor = find(predictors, variable.name());
                Term rest = terms.get(i).without(variable);
                boolean margin = rest.order() == 0 ? constant : terms.subList(0, i).contains(rest);
                products = crossed(products, factors(variable, predictor, margin));
                constant |= rest.order() == 0 && predictor instanceof Categorical;
            }
            for (List<Factor> product : products) {
                columns.add(Column.of(terms.get(i), product));
            }
        }
        return List.copyOf(columns);
    }

    private static List<Factor> factors(Variable variable, Predictor predictor, boolean margin) {
        return switch (predictor) {
            case Numeric _ -> List.of(new Factor.Amount(variable));
            case Categorical categorical -> {
                var levels = categorical.levels();
                yield levels.subList(margin ? 1 : 0, levels.size()).stream()
                        .<Factor>map(level -> new Factor.Level(variable.name(), level))
                        .toList();
            }
        };
    }

    private static List<List<Factor>> crossed(List<List<Factor>> products, List<Factor> factors) {
        List<List<Factor>> crossed = new ArrayList<>();
        for (Factor factor : factors) {
            for (List<Factor> product : products) {
                List<Factor> longer = new ArrayList<>(product);
                longer.add(factor);
                crossed.add(longer);
            }
        }
        return crossed;
    }

    /// One value for each respondent; not finite where there is none.
    double[] values(List<Predictor> predictors, int n) {
        var values = new double[n];
        fill(values, 0, predictors, n);
        return values;
    }

    /// Puts one value for each respondent into a place.
    void fill(double[] product, int from, List<Predictor> predictors, int n) {
        Arrays.fill(product, from, from + n, 1);
        for (Factor factor : factors) {
            switch (factor) {
                case Factor.Amount(Variable variable) -> {
                    var numbers = (Numeric) find(predictors, variable.name());
                    if (variable.change() == Variable.Change.NONE) {
                        double divisor = variable.divisor();
                        double[] values = numbers.shared();
                        if (divisor == 1) {
                            for (int i = 0; i < n; i++) {
                                product[from + i] *= values[i];
                            }
                        } else {
                            for (int i = 0; i < n; i++) {
                                product[from + i] *= values[i] / divisor;
                            }
                        }
                    } else {
                        for (int i = 0; i < n; i++) {
                            product[from + i] *= variable.of(numbers.value(i));
                        }
                    }
                }
                case Factor.Level(String name, String level) -> {
                    var categorical = (Categorical) find(predictors, name);
                    int code = categorical.levels().indexOf(level);
                    for (int i = 0; i < n; i++) {
                        product[from + i] *= categorical.code(i) == code ? 1 : 0;
                    }
                }
            }
        }
    }

    /// The derivative of each value by a number: the product rule.
    double[] derivative(Numeric numbers, List<Predictor> predictors) {
        var sum = new double[numbers.n()];
        for (Factor factor : factors) {
            if (factor instanceof Factor.Amount(Variable variable)
                    && variable.name().equals(numbers.name())) {
                var others = new ArrayList<>(factors);
                others.remove(factor);
                double[] rest = Column.of(term, others).values(predictors, sum.length);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += rest[i] * variable.slope(numbers.value(i));
                }
            }
        }
        return sum;
    }

    static double[] offset(List<Variable> offsets, List<Predictor> predictors, int n) {
        var sum = new double[n];
        for (Variable variable : offsets) {
            var numbers = (Numeric) find(predictors, variable.name());
            for (int i = 0; i < n; i++) {
                sum[i] += variable.of(numbers.value(i));
            }
        }
        return sum;
    }

    static Predictor find(List<Predictor> predictors, String name) {
        for (Predictor each : predictors) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "no predictor %s; there are %s"
                        .formatted(name, predictors.stream().map(Predictor::name).toList()));
    }

    /// The predictor with the levels of another, in their order.
    static Predictor recoded(Predictor other, Predictor like) {
        if (other instanceof Numeric && like instanceof Numeric) {
            return other;
        }
        if (other instanceof Categorical from && like instanceof Categorical to) {
            int[] codes = from.codes();
            for (int i = 0; i < codes.length; i++) {
                String level = from.levels().get(codes[i]);
                codes[i] = to.levels().indexOf(level);
                if (codes[i] < 0) {
                    throw new IllegalArgumentException(
                            "no level %s of %s; there are %s"
                                    .formatted(level, to.name(), to.levels()));
                }
            }
            return new Categorical(to.name(), to.levels(), codes);
        }
        throw new IllegalArgumentException(
                "predictor %s must be of the same kind, numeric or categorical, as in the design"
                        .formatted(like.name()));
    }
}
