package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.model.CountRegression;
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
    private static final String NEGATIVE = "negative binomial, rate ratio";

    private static final String FEW = " (HC3, t)";

    private CountSettings() {}

    /// A predictor and the counts that go with it.
    ///
    /// @param x one number for each respondent
    /// @param y one count for each
    private record Counts(List<Double> x, List<Double> y) {

        /// A predictor of normal values, with the count of each.
        static Counts of(KeyedStream chance, int n, Counted count) {
            double[] x = Draw.normal(chance, n, 0, 1);
            return with(x, each -> count.of(chance, StrictMath.exp(0.5 + SLOPE * each)));
        }

        /// A quarter whose rate is higher, and varies more than that of the rest.
        static Counts ofQuarter(KeyedStream chance, int n) {
            var x = new double[n];
            Arrays.setAll(x, i -> i % 4 == 0 ? 1 : 0);
            return with(
                    x,
                    each -> {
                        double mean = StrictMath.exp(0.5 + SLOPE * each);
                        double one = Draw.exponential(chance);
                        double other = Draw.exponential(chance);
                        return Draw.poisson(
                                chance, mean * (each == 0 ? (one + other) / 2 : one * other));
                    });
        }

        private static Counts with(double[] x, Function<Double, Integer> count) {
            return new Counts(
                    Arrays.stream(x).boxed().toList(),
                    Arrays.stream(x).mapToObj(each -> (double) count.apply(each)).toList());
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }

        /// An estimate of a negative binomial model. Samples that vary no more than chance makes them have none.
        Estimate negative(Function<NegativeBinomialRegression, Estimate> of) {
            return ModelSettings.estimate(
                    NegativeBinomialRegression.of(ModelSettings.design(array(x)), array(y)), of);
        }

        Estimate poisson(Function<PoissonRegression, Estimate> of) {
            return ModelSettings.estimate(
                    PoissonRegression.of(ModelSettings.design(array(x)), array(y)), of);
        }
    }

    /// A count of that mean.
    @FunctionalInterface
    private interface Counted {
        int of(KeyedStream chance, double mean);
    }

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {60, 200, 684}) {
            String right = "mean 1.6, dispersion 1, log rate ratio 0.3, n = %d".formatted(n);
            String wrong =
                    "dispersion 3 in a quarter, 0.5 in the rest, log rate ratio 0.3, n = %d"
                            .formatted(n);
            String plain = "mean 1.6, log rate ratio 0.3, n = %d".formatted(n);
            for (Adjustment adjustment :
                    List.of(Adjustment.NONE, Adjustment.RESPONDENTS, Adjustment.LEVERAGE)) {
                settings.add(
                        setting(
                                NEGATIVE + name(adjustment),
                                right,
                                SLOPE,
                                chance ->
                                        overdispersed(chance, n)
                                                .negative(model -> robust(model, adjustment))));
            }
            settings.add(
                    setting(
                            NEGATIVE + FEW,
                            right,
                            SLOPE,
                            chance ->
                                    overdispersed(chance, n)
                                            .negative(CountSettings::withFewEvents)));
            settings.add(
                    setting(
                            NEGATIVE + FEW,
                            wrong,
                            SLOPE,
                            chance ->
                                    Counts.ofQuarter(chance, n)
                                            .negative(CountSettings::withFewEvents)));
            settings.add(
                    setting(
                            "Poisson, rate ratio" + FEW,
                            right,
                            SLOPE,
                            chance ->
                                    overdispersed(chance, n)
                                            .poisson(CountSettings::withFewEvents)));
            settings.add(
                    setting(
                            NEGATIVE + " (model)",
                            right,
                            SLOPE,
                            chance -> overdispersed(chance, n).negative(CountSettings::slope)));
            settings.add(
                    setting(
                            "negative binomial, dispersion",
                            right,
                            1,
                            chance ->
                                    overdispersed(chance, n)
                                            .negative(model -> model.dispersion(LEVEL))));
            for (Adjustment adjustment : List.of(Adjustment.NONE, Adjustment.LEVERAGE)) {
                settings.add(
                        setting(
                                NEGATIVE + name(adjustment),
                                wrong,
                                SLOPE,
                                chance ->
                                        Counts.ofQuarter(chance, n)
                                                .negative(model -> robust(model, adjustment))));
                settings.add(
                        setting(
                                "Poisson, rate ratio" + name(adjustment),
                                right,
                                SLOPE,
                                chance ->
                                        overdispersed(chance, n)
                                                .poisson(model -> robust(model, adjustment))));
            }
            settings.add(
                    setting(
                            NEGATIVE + " (model)",
                            wrong,
                            SLOPE,
                            chance -> Counts.ofQuarter(chance, n).negative(CountSettings::slope)));
            settings.add(
                    setting(
                            "Poisson, rate ratio, profile",
                            plain,
                            SLOPE,
                            chance ->
                                    Counts.of(chance, n, Draw::poisson)
                                            .poisson(model -> model.profile("x", LEVEL))));
        }
        return settings;
    }

    private static Setting setting(
            String interval, String population, double truth, Setting.Sampled sample) {
        return new Setting(interval, population, MANY, truth, sample);
    }

    private static String name(Adjustment adjustment) {
        return switch (adjustment) {
            case NONE -> " (HC0)";
            case RESPONDENTS -> " (HC1)";
            case LEVERAGE -> " (HC3)";
            case CLUSTERS -> " (clusters)";
        };
    }

    private static Counts overdispersed(KeyedStream chance, int n) {
        return Counts.of(chance, n, Draw::geometric);
    }

    private static Estimate slope(CountRegression model) {
        return model.coefficients().estimate("x", LEVEL);
    }

    private static Estimate withFewEvents(CountRegression model) {
        return ModelSettings.estimate(model.withFewEvents(), errors -> errors.estimate("x", LEVEL));
    }

    private static Estimate robust(CountRegression model, Adjustment adjustment) {
        return ModelSettings.estimate(
                model.robust(adjustment), errors -> errors.estimate("x", LEVEL));
    }
}
