package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.FEWER;
import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.model.Coefficients;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.model.NegativeBinomialRegression;
import eyebright.stats.model.PoissonRegression;
import eyebright.stats.model.SandwichCovariance.Adjustment;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Models of counts. Rates are covered exactly where their logarithms are, which stand here.
final class CountSettings {

    private static final double SLOPE = 0.3;

    private CountSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {60, 684}) {
            String population = "mean 1.6, dispersion 1, log rate ratio 0.3, n = %d".formatted(n);
            int samples = n == 60 ? MANY : FEWER;
            settings.add(
                    new Setting(
                            "negative binomial, rate ratio (HC0)",
                            population,
                            samples,
                            SLOPE,
                            chance ->
                                    counts(
                                            chance,
                                            n,
                                            model -> slope(model.robust(Adjustment.NONE)))));
            settings.add(
                    new Setting(
                            "negative binomial, rate ratio (model)",
                            population,
                            samples,
                            SLOPE,
                            chance ->
                                    counts(
                                            chance,
                                            n,
                                            model -> model.coefficients().estimate("x", LEVEL))));
            settings.add(
                    new Setting(
                            "negative binomial, dispersion",
                            population,
                            FEWER,
                            1,
                            chance -> counts(chance, n, model -> model.dispersion(LEVEL))));
            settings.add(
                    new Setting(
                            "Poisson, rate ratio, profile",
                            "mean 1.6, log rate ratio 0.3, n = %d".formatted(n),
                            samples,
                            SLOPE,
                            chance -> poisson(chance, n)));
        }
        return settings;
    }

    /// Samples that vary no more than chance makes them have no negative binomial model and are left out.
    private static Estimate counts(
            KeyedStream chance, int n, Function<NegativeBinomialRegression, Estimate> of) {
        double[] x = Draw.normal(chance, n, 0, 1);
        double[] y =
                Arrays.stream(x)
                        .map(each -> Draw.geometric(chance, StrictMath.exp(0.5 + SLOPE * each)))
                        .toArray();
        return ModelSettings.estimate(
                NegativeBinomialRegression.of(ModelSettings.design(x), y), of);
    }

    private static Estimate slope(Fitting<Coefficients> robust) {
        return switch (robust) {
            case Fitted<Coefficients>(Coefficients model) -> model.estimate("x", LEVEL);
            case NotFitted<Coefficients>(String reason) -> new Estimate.NotEstimable(reason);
        };
    }

    private static Estimate poisson(KeyedStream chance, int n) {
        double[] x = Draw.normal(chance, n, 0, 1);
        double[] y =
                Arrays.stream(x)
                        .map(each -> Draw.poisson(chance, StrictMath.exp(0.5 + SLOPE * each)))
                        .toArray();
        return ModelSettings.estimate(
                PoissonRegression.of(ModelSettings.design(x), y),
                model -> model.profile("x", LEVEL));
    }
}
