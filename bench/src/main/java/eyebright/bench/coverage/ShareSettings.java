package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.Fitting;
import eyebright.stats.resampling.KeyedStream;
import eyebright.stats.table.CochranArmitage;
import eyebright.stats.table.ContingencyTable;
import eyebright.stats.table.CramersV;
import eyebright.stats.table.FisherTest;
import eyebright.stats.table.OddsRatio;
import eyebright.stats.table.PairedProportionDifference;
import eyebright.stats.table.Proportion;
import eyebright.stats.table.ProportionDifference;
import eyebright.stats.table.RiskRatio;
import eyebright.stats.weighting.Margin;
import eyebright.stats.weighting.PostStratification;
import eyebright.stats.weighting.WeightedProportion;
import eyebright.stats.weighting.Weights;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Shares, what is made of two of them, and tables.
final class ShareSettings {

    private static final double[][] TABLE = {{0.25, 0.15, 0.1}, {0.15, 0.15, 0.2}};

    private ShareSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {60, 684}) {
            for (double p : new double[] {0.72, 0.05}) {
                String population = "share %.2f, n = %d".formatted(p, n);
                settings.add(
                        setting(
                                "Wilson",
                                population,
                                p,
                                chance ->
                                        Proportion.wilson(Draw.binomial(chance, n, p), n, LEVEL)));
                settings.add(
                        setting(
                                "Clopper-Pearson",
                                population,
                                p,
                                chance -> Proportion.exact(Draw.binomial(chance, n, p), n, LEVEL)));
            }
        }
        for (int n : new int[] {60, 684}) {
            int first = 3 * n / 4;
            int second = n - first;
            String population = "shares 0.75 and 0.65, n = %d and %d".formatted(first, second);
            settings.add(
                    setting(
                            "Newcombe, difference",
                            population,
                            0.75 - 0.65,
                            chance ->
                                    ProportionDifference.newcombe(
                                            Draw.binomial(chance, first, 0.75),
                                            first,
                                            Draw.binomial(chance, second, 0.65),
                                            second,
                                            LEVEL)));
            settings.add(
                    setting(
                            "risk ratio",
                            population,
                            0.75 / 0.65,
                            chance ->
                                    RiskRatio.of(
                                            Draw.binomial(chance, first, 0.75),
                                            first,
                                            Draw.binomial(chance, second, 0.65),
                                            second,
                                            LEVEL)));
            settings.add(
                    setting(
                            "odds ratio",
                            population,
                            0.75 / 0.25 / (0.65 / 0.35),
                            chance ->
                                    OddsRatio.of(
                                            Draw.binomial(chance, first, 0.75),
                                            first,
                                            Draw.binomial(chance, second, 0.65),
                                            second,
                                            LEVEL)));
            settings.add(
                    setting(
                            "exact odds ratio",
                            population,
                            0.75 / 0.25 / (0.65 / 0.35),
                            chance -> exact(chance, first, second)));
            settings.add(
                    setting(
                            "Cochran-Armitage, slope",
                            "shares 0.5, 0.6 and 0.7, n = %d each".formatted(n / 3),
                            0.1,
                            chance -> trend(chance, n / 3)));
            settings.add(
                    setting(
                            "paired difference",
                            "both 0.4, only one 0.2 and 0.1, n = %d".formatted(n),
                            0.1,
                            chance -> paired(chance, n)));
            settings.add(
                    setting(
                            "Cramér's V",
                            "2 x 3 table, V = %.3f, n = %d".formatted(v(), n),
                            v(),
                            chance -> table(chance, n)));
        }
        settings.add(
                setting(
                        "weighted share",
                        "60 and 40 % of the sample are 75 and 25 % of the population, n = 200",
                        0.75 * 0.6 + 0.25 * 0.3,
                        ShareSettings::weighted));
        return settings;
    }

    private static Setting setting(
            String interval, String population, double truth, Setting.Sampled sample) {
        return new Setting(interval, population, MANY, truth, sample);
    }

    private static Estimate exact(KeyedStream chance, int n1, int n2) {
        int first = Draw.binomial(chance, n1, 0.75);
        int second = Draw.binomial(chance, n2, 0.65);
        return FisherTest.of(
                        ContingencyTable.of(
                                new int[] {first, n1 - first}, new int[] {second, n2 - second}),
                        LEVEL)
                .oddsRatio();
    }

    private static Estimate trend(KeyedStream chance, int n) {
        return CochranArmitage.of(
                        List.of(
                                Draw.binomial(chance, n, 0.5),
                                Draw.binomial(chance, n, 0.6),
                                Draw.binomial(chance, n, 0.7)),
                        List.of(n, n, n),
                        LEVEL)
                .slope();
    }

    private static Estimate paired(KeyedStream chance, int n) {
        int[] counts = Draw.multinomial(chance, n, 0.4, 0.2, 0.1, 0.3);
        return PairedProportionDifference.of(counts[0], counts[1], counts[2], counts[3], LEVEL);
    }

    private static Estimate table(KeyedStream chance, int n) {
        int[] counts =
                Draw.multinomial(
                        chance,
                        n,
                        TABLE[0][0],
                        TABLE[0][1],
                        TABLE[0][2],
                        TABLE[1][0],
                        TABLE[1][1],
                        TABLE[1][2]);
        return CramersV.of(
                ContingencyTable.of(
                        new int[] {counts[0], counts[1], counts[2]},
                        new int[] {counts[3], counts[4], counts[5]}),
                LEVEL);
    }

    /// Cramér's V of the population: both rows hold half of it.
    private static double v() {
        double sum = 0;
        for (int column = 0; column < 3; column++) {
            double share = TABLE[0][column] + TABLE[1][column];
            for (double[] row : TABLE) {
                double expected = share / 2;
                sum += (row[column] - expected) * (row[column] - expected) / expected;
            }
        }
        return Math.sqrt(sum);
    }

    private static Estimate weighted(KeyedStream chance) {
        var codes = new ArrayList<Integer>();
        var successes = new BitSet();
        int n = 200;
        for (int i = 0; i < n; i++) {
            int stratum = chance.nextDouble() < 0.6 ? 0 : 1;
            codes.add(stratum);
            successes.set(i, chance.nextDouble() < (stratum == 0 ? 0.6 : 0.3));
        }
        var everyone = new BitSet();
        everyone.set(0, n);
        return switch (PostStratification.of(new Margin("stratum", List.of(0.75, 0.25), codes))) {
            case Fitting.NotFitted<Weights>(String reason) -> new Estimate.NotEstimable(reason);
            case Fitting.Fitted<Weights>(Weights weights) ->
                    WeightedProportion.of(successes, everyone, weights, LEVEL).share();
        };
    }
}
