package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.mean.Anova;
import eyebright.stats.mean.EtaSquared;
import eyebright.stats.mean.HedgesG;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import eyebright.stats.mean.OmegaSquared;
import eyebright.stats.mean.PairedTTest;
import eyebright.stats.mean.WelchAnova;
import eyebright.stats.mean.WelchTTest;
import eyebright.stats.resampling.Bootstrap;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Means, differences of means, and effect sizes.
final class MeanSettings {

    private static final int RESAMPLES = 2000;

    /// Variance of three means 0, 0.3 and 0.6 of groups of equal size, beside a variance of 1 within.
    private static final double BETWEEN = 0.06;

    /// Of the same means in groups of sd 1, 1.5 and 2: Σ weight (mean - weighted mean)² / 3, weight 1 / sd².
    private static final double WEIGHTED = weighted();

    private MeanSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {60, 684}) {
            int first = 3 * n / 4;
            int second = n - first;
            settings.add(
                    setting(
                            "mean",
                            "normal, n = %d".formatted(n),
                            0,
                            chance -> Mean.of(normal(chance, n, 0, 1), LEVEL)));
            settings.add(
                    setting(
                            "mean",
                            "exponential, n = %d".formatted(n),
                            1,
                            chance -> Mean.of(Moments.of(Draw.exponential(chance, n)), LEVEL)));
            settings.add(
                    setting(
                            "Welch, difference",
                            "normal, sd 1 and 2, n = %d and %d".formatted(first, second),
                            0.5,
                            chance ->
                                    WelchTTest.of(
                                                    normal(chance, first, 0.5, 1),
                                                    normal(chance, second, 0, 2),
                                                    LEVEL)
                                            .difference()));
            settings.add(
                    setting(
                            "paired t, difference",
                            "normal, r = 0.5, n = %d".formatted(n),
                            0,
                            chance -> pairs(chance, n)));
            settings.add(
                    setting(
                            "Hedges's g",
                            "normal, equal sd, d = 0.5, n = %d and %d".formatted(first, second),
                            0.5,
                            chance ->
                                    HedgesG.between(
                                            normal(chance, first, 0.5, 1),
                                            normal(chance, second, 0, 1),
                                            LEVEL)));
            String groups = "normal, three groups of %d".formatted(n / 3);
            settings.add(
                    setting(
                            "eta squared",
                            groups,
                            BETWEEN / (1 + BETWEEN),
                            chance -> EtaSquared.of(anova(chance, n / 3), LEVEL)));
            settings.add(
                    setting(
                            "omega squared",
                            groups,
                            BETWEEN / (1 + BETWEEN),
                            chance -> OmegaSquared.of(anova(chance, n / 3), LEVEL)));
            settings.add(
                    setting(
                            "omega squared as effectsize has it",
                            groups,
                            BETWEEN / (1 + BETWEEN),
                            chance -> OmegaSquared.asEffectsize(anova(chance, n / 3), LEVEL)));
            settings.add(
                    setting(
                            "omega squared of Welch's F",
                            "normal, three groups of %d, sd 1, 1.5 and 2".formatted(n / 3),
                            WEIGHTED / (1 + WEIGHTED),
                            chance -> welch(chance, n / 3)));
            settings.add(
                    setting(
                            "Hedges's g of pairs",
                            "normal, d = 0.5, n = %d".formatted(n),
                            0.5,
                            chance -> HedgesG.ofPairs(normal(chance, n, 0.5, 1), LEVEL)));
        }
        settings.add(
                new Setting(
                        "BCa, mean",
                        "exponential, n = 60, %,d resamples".formatted(RESAMPLES),
                        MANY,
                        1,
                        chance -> bca(chance, 60, MeanSettings::mean)));
        settings.add(
                new Setting(
                        "BCa, median",
                        "exponential, n = 60, %,d resamples".formatted(RESAMPLES),
                        MANY,
                        Math.log(2),
                        chance -> bca(chance, 60, MeanSettings::median)));
        return settings;
    }

    private static Setting setting(
            String interval, String population, double truth, Setting.Sampled sample) {
        return new Setting(interval, population, MANY, truth, sample);
    }

    private static Moments normal(KeyedStream chance, int n, double mean, double sd) {
        return Moments.of(Draw.normal(chance, n, mean, sd));
    }

    private static Estimate pairs(KeyedStream chance, int n) {
        double[][] both = Draw.pair(chance, n, 0.5);
        return PairedTTest.of(PairedTTest.differences(both[0], both[1]), LEVEL).difference();
    }

    private static double weighted() {
        double[] weights = {1, 1 / 2.25, 0.25};
        double[] means = {0, 0.3, 0.6};
        double sum = 0;
        double all = 0;
        for (int i = 0; i < 3; i++) {
            sum += weights[i] * means[i];
            all += weights[i];
        }
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            squares += weights[i] * (means[i] - sum / all) * (means[i] - sum / all);
        }
        return squares / 3;
    }

    private static Estimate welch(KeyedStream chance, int n) {
        return WelchAnova.of(
                        List.of(
                                normal(chance, n, 0, 1),
                                normal(chance, n, 0.3, 1.5),
                                normal(chance, n, 0.6, 2)),
                        LEVEL)
                .omegaSquared();
    }

    private static Anova anova(KeyedStream chance, int n) {
        return Anova.of(
                List.of(
                        normal(chance, n, 0, 1),
                        normal(chance, n, 0.3, 1),
                        normal(chance, n, 0.6, 1)));
    }

    /// A figure of some values.
    @FunctionalInterface
    private interface Figure {
        double of(double[] values);
    }

    private static Estimate bca(KeyedStream chance, int n, Figure figure) {
        double[] values = Draw.exponential(chance, n);
        return Bootstrap.bca(
                        rows ->
                                Estimate.Known.bare(
                                        figure.of(
                                                Arrays.stream(rows)
                                                        .mapToDouble(row -> values[row])
                                                        .toArray()),
                                        rows.length),
                        n,
                        RESAMPLES,
                        LEVEL,
                        "coverage",
                        "bca " + chance.nextLong())
                .estimate();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
