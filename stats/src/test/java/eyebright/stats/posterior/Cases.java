package eyebright.stats.posterior;

import eyebright.stats.reference.CsvTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The made-up answers of `more/posterior_data.csv`, the first so many of them, and the priors of `more/posterior.R`.
final class Cases {

    private static final CsvTable DATA = CsvTable.read("more/posterior_data.csv");

    private static final Map<String, Posterior> MADE = new ConcurrentHashMap<>();

    static final NormalPrior SHAPE = new NormalPrior(0.5, 0.6);

    private Cases() {}

    static double[] column(String name, int n) {
        return Arrays.copyOf(DATA.numbers(name), n);
    }

    static int[] counts(String name, int n) {
        return Arrays.stream(column(name, n)).mapToInt(value -> (int) value).toArray();
    }

    static double[][] predictors(int n) {
        return new double[][] {column("x1", n), column("x2", n), column("x3", n)};
    }

    static Outcome outcome(String family, int n) {
        return switch (family) {
            case "yes" -> YesOrNo.of(column("yes", n));
            case "times" -> TimesOfTrials.of(counts("times", n), counts("trials", n));
            case "first" -> FirstByTime.of(column("first", n), column("time", n));
            default -> throw new IllegalArgumentException("family " + family);
        };
    }

    static List<NormalPrior> priors(Outcome outcome) {
        var coefficients =
                Stream.of(
                        new NormalPrior(0.9, 0.8),
                        new NormalPrior(0.15, 0.15),
                        new NormalPrior(0, 0.35),
                        new NormalPrior(0, 0.35));
        return Stream.concat(coefficients, outcome.hasShape() ? Stream.of(SHAPE) : Stream.of())
                .toList();
    }

    /// Made once, as several tests ask for the same.
    static Posterior posterior(String family, int n) {
        return MADE.computeIfAbsent(family + n, _ -> made(family, n));
    }

    static Posterior made(String family, int n) {
        Outcome outcome = outcome(family, n);
        return Posterior.of(outcome, predictors(n), priors(outcome), "tests", family);
    }

    static LogDensity density(String family, int n) {
        Outcome outcome = outcome(family, n);
        return new LogDensity(outcome, predictors(n), priors(outcome));
    }
}
