package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.correlation.CoMoments;
import eyebright.stats.correlation.DependentCorrelations;
import eyebright.stats.correlation.KendallTau;
import eyebright.stats.correlation.PairCounts;
import eyebright.stats.correlation.PearsonCorrelation;
import eyebright.stats.correlation.Polychoric;
import eyebright.stats.correlation.SpearmanCorrelation;
import eyebright.stats.replication.PredictionInterval;
import eyebright.stats.resampling.KeyedStream;
import eyebright.stats.table.ContingencyTable;
import java.util.ArrayList;
import java.util.List;

/// Correlations.
final class CorrelationSettings {

    private static final double RHO = 0.4;

    private CorrelationSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {60, 684}) {
            String population = "normal, r = 0.4, n = %d".formatted(n);
            settings.add(
                    new Setting("Pearson", population, MANY, RHO, chance -> pearson(chance, n)));
            settings.add(
                    new Setting(
                            "Spearman",
                            population,
                            MANY,
                            6 / Math.PI * Math.asin(RHO / 2),
                            chance -> SpearmanCorrelation.of(counts(chance, n), LEVEL).rho()));
            settings.add(
                    new Setting(
                            "Kendall",
                            population,
                            MANY,
                            2 / Math.PI * Math.asin(RHO),
                            chance -> KendallTau.of(counts(chance, n), LEVEL).tau()));
            settings.add(
                    new Setting(
                            "Zou, difference of two correlations",
                            "normal, r = 0.5 and 0.3 with one, 0.4 between, n = %d".formatted(n),
                            MANY,
                            0.2,
                            chance -> two(chance, n)));
        }
        settings.add(
                new Setting(
                        "prediction of the r of a replication",
                        "normal, r = 0.4, n = 60 and 684 in the replication",
                        MANY,
                        0,
                        CorrelationSettings::replication));
        settings.add(
                new Setting(
                        "polychoric",
                        "r = 0.4, 4 x 4 categories, n = 684",
                        MANY,
                        RHO,
                        CorrelationSettings::polychoric));
        return settings;
    }

    private static Estimate pearson(KeyedStream chance, int n) {
        double[][] both = Draw.pair(chance, n, RHO);
        return PearsonCorrelation.of(both[0], both[1], LEVEL).r();
    }

    private static PairCounts counts(KeyedStream chance, int n) {
        double[][] both = Draw.pair(chance, n, RHO);
        return PairCounts.of(both[0], both[1]);
    }

    private static Estimate two(KeyedStream chance, int n) {
        double[] outcome = new double[n];
        double[] first = new double[n];
        double[] second = new double[n];
        // r of the second with what the first leaves of the outcome.
        double shared = (0.3 - 0.5 * 0.4) / Math.sqrt(1 - 0.4 * 0.4);
        double rest = Math.sqrt(1 - 0.25 - shared * shared);
        for (int i = 0; i < n; i++) {
            double one = chance.nextGaussian();
            double other = chance.nextGaussian();
            first[i] = one;
            second[i] = 0.4 * one + Math.sqrt(1 - 0.16) * other;
            outcome[i] = 0.5 * one + shared * other + rest * chance.nextGaussian();
        }
        return DependentCorrelations.overlapping(
                        r(outcome, first), r(outcome, second), r(first, second), n, LEVEL)
                .difference();
    }

    /// Less the correlation that the replication finds.
    private static Estimate replication(KeyedStream chance) {
        double[][] original = Draw.pair(chance, 60, RHO);
        double[][] replication = Draw.pair(chance, 684, RHO);
        double r = r(original[0], original[1]);
        return FurtherModelSettings.less(
                Estimate.Known.of(r, PredictionInterval.ofCorrelation(r, 60, 684, LEVEL), 60),
                r(replication[0], replication[1]));
    }

    private static double r(double[] x, double[] y) {
        CoMoments both = CoMoments.of(x, y);
        return both.products() / Math.sqrt(both.squaresX() * both.squaresY());
    }

    private static Estimate polychoric(KeyedStream chance) {
        double[][] both = Draw.pair(chance, 684, RHO);
        var counts = new int[4][4];
        for (int i = 0; i < 684; i++) {
            counts[cut(both[0][i])][cut(both[1][i])]++;
        }
        return Polychoric.of(ContingencyTable.of(counts), LEVEL);
    }

    private static int cut(double value) {
        if (value < -1) {
            return 0;
        }
        return value < 0 ? 1 : value < 0.7 ? 2 : 3;
    }
}
