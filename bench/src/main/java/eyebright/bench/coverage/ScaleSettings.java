package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.reliability.CohensKappa;
import eyebright.stats.reliability.CronbachAlpha;
import eyebright.stats.reliability.IntraclassCorrelation;
import eyebright.stats.reliability.ItemCovariances;
import eyebright.stats.reliability.OmegaTotal;
import eyebright.stats.resampling.KeyedStream;
import eyebright.stats.table.ContingencyTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How well items and raters agree.
final class ScaleSettings {

    private static final int ITEMS = 5;
    private static final int RATERS = 3;
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    /// Of the sum of five items with loadings 0.7 and variance 1: (5 · 0.7)² of that and 5 · 0.51.
    private static final double RELIABLE = 12.25 / (12.25 + 5 * 0.51);

    private static final double[] SHARES = {0.5, 0.3, 0.2};

    private ScaleSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {60, 684}) {
            String items = "five items, loadings 0.7, normal, n = %d".formatted(n);
            settings.add(
                    new Setting(
                            "Cronbach's alpha",
                            items,
                            MANY,
                            RELIABLE,
                            chance ->
                                    CronbachAlpha.of(
                                                    ItemCovariances.of(NAMES, items(chance, n)),
                                                    LEVEL)
                                            .alpha()));
            settings.add(
                    new Setting(
                            "omega",
                            items,
                            MANY,
                            RELIABLE,
                            chance -> OmegaTotal.of(NAMES, LEVEL, items(chance, n))));
            settings.add(
                    new Setting(
                            "Cohen's kappa",
                            "three categories, kappa = 0.5, n = %d".formatted(n),
                            MANY,
                            0.5,
                            chance -> kappa(chance, n)));
        }
        for (IntraclassCorrelation.Raters raters : IntraclassCorrelation.Raters.values()) {
            settings.add(
                    new Setting(
                            "ICC, raters " + raters.name().toLowerCase(java.util.Locale.ROOT),
                            "ICC = 0.5, 3 raters of 60, normal",
                            MANY,
                            0.5,
                            chance -> icc(chance, raters)));
        }
        return settings;
    }

    private static double[][] items(KeyedStream chance, int n) {
        var items = new double[ITEMS][n];
        for (int i = 0; i < n; i++) {
            double factor = 0.7 * chance.nextGaussian();
            for (double[] item : items) {
                item[i] = factor + Math.sqrt(0.51) * chance.nextGaussian();
            }
        }
        return items;
    }

    /// Half of the time the second rater says what the first said, else anything.
    private static Estimate kappa(KeyedStream chance, int n) {
        var counts = new int[SHARES.length][SHARES.length];
        for (int i = 0; i < n; i++) {
            int first = Draw.category(chance, SHARES);
            boolean same = chance.nextDouble() < 0.5;
            counts[first][same ? first : Draw.category(chance, SHARES)]++;
        }
        return CohensKappa.of(ContingencyTable.of(counts), CohensKappa.Weights.NONE, LEVEL);
    }

    private static Estimate icc(KeyedStream chance, IntraclassCorrelation.Raters raters) {
        // Variances: 1 between the rated, 1 within, of which raters make 0.2 where they are a
        // sample.
        double ofRater = raters == IntraclassCorrelation.Raters.RANDOM ? Math.sqrt(0.2) : 0;
        double[] levels =
                Arrays.stream(Draw.normal(chance, RATERS, 0, 1)).map(z -> ofRater * z).toArray();
        double error = Math.sqrt(1 - ofRater * ofRater);
        var columns = new double[RATERS][60];
        for (int i = 0; i < 60; i++) {
            double rated = chance.nextGaussian();
            for (int k = 0; k < RATERS; k++) {
                columns[k][i] = rated + levels[k] + error * chance.nextGaussian();
            }
        }
        return IntraclassCorrelation.of(Matrix.ofColumns(columns), raters, LEVEL);
    }
}
