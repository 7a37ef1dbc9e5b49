package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.missing.MultipleImputation;
import eyebright.stats.missing.RubinsRules;
import eyebright.stats.missing.Variable;
import eyebright.stats.model.Coefficients;
import eyebright.stats.model.LinearRegression;
import eyebright.stats.resampling.KeyedStream;
import eyebright.stats.weighting.Margin;
import eyebright.stats.weighting.Raking;
import eyebright.stats.weighting.WeightedMean;
import eyebright.stats.weighting.Weights;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Samples that are not the population: with respondents who are too many or too few, or answers that lack.
final class GapSettings {

    /// Filling the gaps of one sample takes hundreds of regressions.
    private static final int OF_IMPUTATION = 4_000;

    private static final int DATA_SETS = 20;
    private static final int N = 200;

    /// Shares of the population by two properties, which go together.
    private static final double[][] CELLS = {{0.3, 0.2}, {0.1, 0.4}};

    private GapSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {200, 684}) {
            settings.add(
                    new Setting(
                            "weighted mean, raked",
                            "two margins, respondents come 1 to 6 times as often, n = %d"
                                    .formatted(n),
                            MANY,
                            0.5 + 0.5 * 0.6,
                            chance -> raked(chance, n)));
        }
        settings.add(
                new Setting(
                        "slope, imputed 20 times and pooled",
                        "30 %% of the predictor and of the outcome missing at random, n = %d"
                                .formatted(N),
                        OF_IMPUTATION,
                        0.5,
                        chance -> pooled(chance, DATA_SETS)));
        settings.add(
                new Setting(
                        "slope, imputed once",
                        "30 %% of the predictor and of the outcome missing at random, n = %d"
                                .formatted(N),
                        OF_IMPUTATION,
                        0.5,
                        chance -> pooled(chance, 1)));
        return settings;
    }

    /// The outcome is 1 higher with the first property, 0.5 higher with the second.
    private static Estimate raked(KeyedStream chance, int n) {
        var first = new ArrayList<Integer>();
        var second = new ArrayList<Integer>();
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            int a = chance.nextDouble() < 0.5 ? 0 : 1;
            int b = chance.nextDouble() * 0.5 < CELLS[a][0] ? 0 : 1;
            // Whoever has the first property comes twice as often, whoever has the second a third
            // as often.
            while (chance.nextDouble() * 2 > (a == 1 ? 2 : 1) * (b == 1 ? 1.0 / 3 : 1)) {
                a = chance.nextDouble() < 0.5 ? 0 : 1;
                b = chance.nextDouble() * 0.5 < CELLS[a][0] ? 0 : 1;
            }
            first.add(a);
            second.add(b);
            y[i] = a + 0.5 * b + chance.nextGaussian();
        }
        var everyone = new BitSet();
        everyone.set(0, n);
        return switch (Raking.of(
                List.of(
                        new Margin("first", List.of(0.5, 0.5), first),
                        new Margin("second", List.of(0.4, 0.6), second)))) {
            case NotFitted<Weights>(String reason) -> new NotEstimable(reason);
            case Fitted<Weights>(Weights weights) ->
                    WeightedMean.of(y, everyone, weights, LEVEL).mean();
        };
    }

    /// Predictor and outcome lack the more often the larger a third variable, which is always there.
    private static Estimate pooled(KeyedStream chance, int dataSets) {
        double[] z = Draw.normal(chance, N, 0, 1);
        var x = new double[N];
        var y = new double[N];
        var thereX = new BitSet();
        var thereY = new BitSet();
        for (int i = 0; i < N; i++) {
            x[i] = 0.5 * z[i] + Math.sqrt(0.75) * chance.nextGaussian();
            y[i] = 0.5 * x[i] + chance.nextGaussian();
            thereX.set(i, Draw.yes(chance, 1 - z[i]) == 1);
            thereY.set(i, Draw.yes(chance, 1 - z[i]) == 1);
        }
        var columns =
                List.of(
                        Variable.of("x", Variable.Kind.ORDERED, x, thereX),
                        Variable.of("y", Variable.Kind.ORDERED, y, thereY),
                        Variable.complete("z", Variable.Kind.ORDERED, z));
        return switch (MultipleImputation.of(
                columns, dataSets, "coverage", "slope " + chance.nextLong())) {
            case NotFitted<MultipleImputation>(String reason) -> new NotEstimable(reason);
            case Fitted<MultipleImputation>(MultipleImputation imputed) ->
                    ofAll(imputed.dataSets());
        };
    }

    private static Estimate ofAll(List<List<Variable>> dataSets) {
        var values = new ArrayList<Double>();
        var errors = new ArrayList<Double>();
        for (List<Variable> each : dataSets) {
            double[] x = IntStream.range(0, N).mapToDouble(each.get(0)::value).toArray();
            double[] y = IntStream.range(0, N).mapToDouble(each.get(1)::value).toArray();
            Coefficients slope =
                    ModelSettings.fitted(LinearRegression.fit(ModelSettings.design(x), y))
                            .coefficients();
            if (dataSets.size() == 1) {
                return slope.estimate("x", LEVEL);
            }
            values.add(slope.value("x"));
            errors.add(slope.standardError("x"));
        }
        return RubinsRules.withT(values, errors, N - 2.0, N, LEVEL).estimate();
    }
}
