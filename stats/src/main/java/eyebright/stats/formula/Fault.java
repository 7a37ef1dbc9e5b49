package eyebright.stats.formula;

import eyebright.stats.formula.Formula.Intercept;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.matrix.Magnitude;
import eyebright.stats.matrix.QrDecomposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why coefficients cannot be told apart, in words that name predictors as the formula does.
final class Fault {

    /// A share of a combination below this is rounding.
    private static final double ROUNDING = 1e-9;

    private Fault() {}

    static Optional<String> ofPredictor(Predictor predictor, Formula formula) {
        String name = predictor.name();
        return switch (predictor) {
            case Numeric numeric ->
                    isConstant(numeric)
                                    && formula.intercept() == Intercept.THERE
                                    && isInTerms(name, formula)
                            ? Optional.of(sameForAll(name))
                            : Optional.empty();
            case Categorical categorical -> ofLevels(categorical, formula);
        };
    }

    private static boolean isInTerms(String name, Formula formula) {
        for (Term term : formula.terms()) {
            if (term.involves(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConstant(Numeric numeric) {
        for (int i = 1; i < numeric.n(); i++) {
            if (numeric.value(i) != numeric.value(0)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> ofLevels(Categorical categorical, Formula formula) {
        String name = categorical.name();
        Optional<Variable> changed = changed(name, formula);
        if (changed.isPresent()) {
            return Optional.of(
                    "%s is categorical, and %s needs numbers"
                            .formatted(
                                    name,
                                    changed.get().isPlain() ? "an offset" : changed.get().label()));
        }
        int[] counts = categorical.counts();
        int used = 0;
        for (int count : counts) {
            used += count > 0 ? 1 : 0;
        }
        if (used == 1) {
            return Optional.of(sameForAll(name));
        }
        for (int level = 0; level < counts.length; level++) {
            if (counts[level] == 0) {
                return Optional.of(
                        "nobody has the level %s of %s"
                                .formatted(categorical.levels().get(level), name));
            }
        }
        return Optional.empty();
    }

    /// Where a formula computes with a variable, or takes it as an offset.
    private static Optional<Variable> changed(String name, Formula formula) {
        for (Term term : formula.terms()) {
            for (Variable each : term.variables()) {
                if (!each.isPlain() && each.name().equals(name)) {
                    return Optional.of(each);
                }
            }
        }
        for (Variable each : formula.offsets()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static String sameForAll(String name) {
        return name + " has the same value for everyone";
    }

    /// Why a column cannot be computed with, if it cannot.
    ///
    /// @param values of which those of the column begin at a place
    static Optional<String> ofColumn(Column column, double[] values, int from, int n) {
        double largest = 0;
        for (int i = from; i < from + n; i++) {
            // What is no number stays one.
            largest = Math.max(largest, Math.abs(values[i]));
        }
        if (!Double.isFinite(largest)) {
            return Optional.of(notFinite(column.name()));
        }
        if (largest == 0 && column.factors().size() > 1) {
            return Optional.of("%s is 0 for everyone".formatted(column.name()));
        }
        return Magnitude.fault(column.name(), largest);
    }

    static String ofOffset(Formula formula) {
        return notFinite(
                String.join(" + ", formula.offsets().stream().map(Variable::label).toList()));
    }

    private static String notFinite(String name) {
        return name.contains("log(")
                ? "%s needs values above 0, and not everyone has one".formatted(name)
                : "the values of %s are too large to compute with".formatted(name);
    }

    /// The first column that is a combination of others, and of which.
    static String ofCombination(List<Column> columns, QrDecomposition qr) {
        int place = qr.pivot()[qr.rank()];
        double[] weights = qr.combination(place);
        List<String> others = new ArrayList<>();
        for (int j = 0; j < weights.length; j++) {
            if (Math.abs(weights[j]) > ROUNDING && !columns.get(j).equals(columns.get(place))) {
                others.add(columns.get(j).name());
            }
        }
        String name = columns.get(place).name();
        if (others.isEmpty()) {
            return "%s is 0 for everyone".formatted(name);
        }
        if (others.equals(List.of(Term.INTERCEPT.name()))) {
            return sameForAll(name);
        }
        others.remove(Term.INTERCEPT.name());
        return others.size() == 1
                ? "%s says the same as %s".formatted(name, others.getFirst())
                : "%s is a combination of %s and %s"
                        .formatted(
                                name,
                                String.join(", ", others.subList(0, others.size() - 1)),
                                others.getLast());
    }
}
