package eyebright.stats.model;

import eyebright.stats.matrix.QrDecomposition;
import eyebright.stats.model.Formula.Intercept;
import eyebright.stats.model.Predictor.Categorical;
import eyebright.stats.model.Predictor.Numeric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Why coefficients cannot be told apart, in words that name predictors as the formula does.
final class Fault {

    /// A share of a combination below this is rounding.
    private static final double ROUNDING = 1e-9;

    /// Squares beyond this leave the range of a double.
    private static final double LARGE = 1e150;

    private Fault() {}

    static Optional<String> ofPredictor(Predictor predictor, Formula formula) {
        String name = predictor.name();
        boolean constantFits =
                formula.intercept() == Intercept.NONE
                        || formula.terms().stream().noneMatch(term -> term.involves(name));
        return switch (predictor) {
            case Numeric numeric -> {
                var values = numeric.values();
                boolean constant = Arrays.stream(values).allMatch(value -> value == values[0]);
                yield constant && !constantFits ? Optional.of(sameForAll(name)) : Optional.empty();
            }
            case Categorical categorical -> ofLevels(categorical, formula);
        };
    }

    private static Optional<String> ofLevels(Categorical categorical, Formula formula) {
        String name = categorical.name();
        var changed =
                Stream.concat(
                                formula.terms().stream()
                                        .flatMap(term -> term.variables().stream())
                                        .filter(each -> !each.isPlain()),
                                formula.offsets().stream())
                        .filter(each -> each.name().equals(name))
                        .findFirst();
        if (changed.isPresent()) {
            return Optional.of(
                    "%s is categorical, and %s needs numbers"
                            .formatted(
                                    name,
                                    changed.get().isPlain() ? "an offset" : changed.get().label()));
        }
        int[] counts = categorical.counts();
        if (Arrays.stream(counts).filter(count -> count > 0).count() == 1) {
            return Optional.of(sameForAll(name));
        }
        return IntStream.range(0, counts.length)
                .filter(level -> counts[level] == 0)
                .mapToObj(
                        level ->
                                "nobody has the level %s of %s"
                                        .formatted(categorical.levels().get(level), name))
                .findFirst();
    }

    private static String sameForAll(String name) {
        return name + " has the same value for everyone";
    }

    static Optional<String> ofColumn(Column column, double[] values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            return Optional.of(notFinite(column.name()));
        }
        Optional<String> size = ofSize(column.name(), values);
        if (size.isPresent()) {
            return size;
        }
        if (column.factors().size() > 1 && Arrays.stream(values).allMatch(value -> value == 0)) {
            return Optional.of("%s is 0 for everyone".formatted(column.name()));
        }
        return Optional.empty();
    }

    /// Why values cannot be computed with, if they cannot.
    static Optional<String> ofSize(String name, double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0 || (largest <= LARGE && largest >= 1 / LARGE)) {
            return Optional.empty();
        }
        return Optional.of(
                "the values of %s are too %s to compute with"
                        .formatted(name, largest > LARGE ? "large" : "small"));
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
