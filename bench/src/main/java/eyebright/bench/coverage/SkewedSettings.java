package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import eyebright.stats.mean.SkewedMean;
import eyebright.stats.model.StackedErrors;
import eyebright.stats.model.StackedModel;
import eyebright.stats.model.StackedOutcome;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What rests on a few large values: means of skewed numbers, and counts of few events.
final class SkewedSettings {

    private static final double SOME = 0.3;

    private SkewedSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {20, 60, 684}) {
            means(
                    settings,
                    "normal, n = %d".formatted(n),
                    0,
                    chance -> Draw.normal(chance, n, 0, 1));
            means(
                    settings,
                    "exponential, n = %d".formatted(n),
                    1,
                    chance -> Draw.exponential(chance, n));
            means(
                    settings,
                    "log-normal, n = %d".formatted(n),
                    Math.exp(0.5),
                    chance -> logNormal(chance, n));
            means(
                    settings,
                    "seven in ten 0, the rest log-normal, n = %d".formatted(n),
                    SOME * Math.exp(0.5),
                    chance -> mostlyZero(chance, n));
        }
        for (int n : new int[] {60, 200, 684}) {
            for (StackedErrors errors : StackedErrors.values()) {
                settings.add(
                        new Setting(
                                "stacked, ratio of two rate ratios"
                                        + switch (errors) {
                                            case LARGE_SAMPLES -> " (large samples)";
                                            case SMALL_SAMPLES -> " (small samples)";
                                        },
                                "a quarter against the rest, means 2.2 and 0.4, dispersions 1 and 3, n = %d"
                                        .formatted(n),
                                MANY,
                                1,
                                chance -> stacked(chance, n, errors)));
            }
        }
        return settings;
    }

    private static void means(
            List<Setting> settings,
            String population,
            double truth,
            Function<KeyedStream, double[]> values) {
        settings.add(
                new Setting(
                        "skewed mean",
                        population,
                        MANY,
                        truth,
                        chance -> SkewedMean.of(values.apply(chance), LEVEL)));
        if (MeanSettings.all().stream()
                .noneMatch(each -> each.name().equals("mean: " + population))) {
            settings.add(
                    new Setting(
                            "mean",
                            population,
                            MANY,
                            truth,
                            chance -> Mean.of(Moments.of(values.apply(chance)), LEVEL)));
        }
    }

    private static double[] logNormal(KeyedStream chance, int n) {
        double[] values = Draw.normal(chance, n, 0, 1);
        Arrays.setAll(values, i -> StrictMath.exp(values[i]));
        return values;
    }

    private static double[] mostlyZero(KeyedStream chance, int n) {
        double[] values = logNormal(chance, n);
        Arrays.setAll(values, i -> chance.nextDouble() < SOME ? values[i] : 0);
        return values;
    }

    /// Two counts of the same people, who differ in both: some do everything often, and of these some the second too.
    private static Estimate stacked(KeyedStream chance, int n, StackedErrors errors) {
        double[] quarter = new double[n];
        Arrays.setAll(quarter, i -> i % 4 == 0 ? 1 : 0);
        double[] other = Draw.normal(chance, n, 0, 1);
        var first = new double[n];
        var second = new double[n];
        for (int i = 0; i < n; i++) {
            double eta = 0.3 * quarter[i] + 0.2 * other[i];
            double often = Draw.exponential(chance);
            double too = Draw.exponential(chance);
            first[i] = Draw.poisson(chance, often * StrictMath.exp(0.8 + eta));
            second[i] = Draw.poisson(chance, often * too * StrictMath.exp(-1 + eta));
        }
        int[] persons = IntStream.range(0, n).toArray();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        Design design =
                ModelSettings.fitted(
                        Design.of(
                                Formula.parse("y ~ x + w"),
                                List.of(
                                        new Predictor.Numeric("x", quarter),
                                        new Predictor.Numeric("w", other))));
        return ModelSettings.estimate(
                StackedModel.of(
                        StackedOutcome.counts("first", design, first, ones, persons),
                        StackedOutcome.counts("second", design, second, ones, persons),
                        errors),
                model -> model.ratio("x", LEVEL));
    }
}
