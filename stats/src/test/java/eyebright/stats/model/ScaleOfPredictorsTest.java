package eyebright.stats.model;

import static eyebright.stats.model.Fits.fitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The unit of a predictor, seconds or milliseconds, changes nothing but the unit of its coefficient.
class ScaleOfPredictorsTest {

    private static final int N = 120;
    private static final List<String> NAMES = List.of("(intercept)", "x", "z");
    private static final List<String> SLOPES = List.of("x", "z");
    private static final double[] X = new double[N];
    private static final double[] Z = new double[N];
    private static final double[] YES = new double[N];
    private static final double[] COUNTS = new double[N];
    private static final int[] CODES = new int[N];

    static {
        var stream = KeyedStream.of("scale", "of predictors", 1);
        for (int i = 0; i < N; i++) {
            X[i] = stream.nextGaussian();
            Z[i] = i % 3;
            double latent = 0.8 * X[i] - 0.4 * Z[i] + 1.5 * stream.nextGaussian();
            YES[i] = latent > 0 ? 1 : 0;
            COUNTS[i] =
                    Math.floor(
                            Math.exp(Math.min(3, Math.max(-1, latent / 2)))
                                    * (0.5 + stream.nextDouble()));
            CODES[i] = latent < -0.7 ? 0 : latent < 0.6 ? 1 : 2;
        }
    }

    /// What is kept of a model: its coefficient of x and the profile of it, and the likelihood.
    record Fit(double slope, Estimate profile, double likelihood) {}

    record Model(String name, DoubleFunction<Fit> at) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static double[] x(double scale) {
        return Arrays.stream(X).map(x -> scale * x).toArray();
    }

    private static Matrix withIntercept(double scale) {
        var ones = new double[N];
        Arrays.fill(ones, 1);
        return Matrix.ofColumns(ones, x(scale), Z);
    }

    private static int[] yes() {
        return Arrays.stream(YES).mapToInt(value -> (int) value).toArray();
    }

    private static int[] groups(int of) {
        return IntStream.range(0, N).map(i -> i / of).toArray();
    }

    static Stream<Model> models() {
        var levels = List.of("no", "perhaps", "yes");
        return Stream.of(
                new Model(
                        "logistic",
                        scale -> {
                            var model =
                                    fitted(
                                            LogisticRegression.of(
                                                    NAMES,
                                                    withIntercept(scale),
                                                    YES,
                                                    WhenSeparated.REFUSE));
                            return new Fit(
                                    model.coefficients().value("x"),
                                    model.profile("x", 0.95),
                                    model.logLikelihood());
                        }),
                new Model(
                        "Firth",
                        scale -> {
                            var model =
                                    fitted(FirthRegression.of(NAMES, withIntercept(scale), YES));
                            return new Fit(
                                    model.coefficients().value("x"),
                                    model.profile("x", 0.95),
                                    model.logLikelihood());
                        }),
                new Model(
                        "Poisson",
                        scale -> {
                            var ones = new double[N];
                            Arrays.fill(ones, 1);
                            var model =
                                    fitted(
                                            PoissonRegression.of(
                                                    NAMES, withIntercept(scale), COUNTS, ones));
                            return new Fit(
                                    model.coefficients().value("x"),
                                    model.profile("x", 0.95),
                                    model.logLikelihood());
                        }),
                new Model(
                        "negative binomial",
                        scale -> {
                            var ones = new double[N];
                            Arrays.fill(ones, 1);
                            var counts = Arrays.copyOf(COUNTS, N);
                            counts[3] = 40;
                            counts[50] = 25;
                            var model =
                                    fitted(
                                            NegativeBinomialRegression.of(
                                                    NAMES, withIntercept(scale), counts, ones));
                            return new Fit(
                                    model.coefficients().value("x"),
                                    model.coefficients().estimate("x", 0.95),
                                    model.logLikelihood());
                        }),
                new Model(
                        "proportional odds",
                        scale -> {
                            var model =
                                    fitted(
                                            ProportionalOdds.fit(
                                                    SLOPES,
                                                    Matrix.ofColumns(x(scale), Z),
                                                    levels,
                                                    CODES));
                            return new Fit(
                                    model.coefficients().value("x"),
                                    model.profile("x", 0.95),
                                    model.logLikelihood());
                        }),
                new Model(
                        "multinomial",
                        scale -> {
                            var model =
                                    fitted(
                                            MultinomialRegression.fit(
                                                    SLOPES,
                                                    Matrix.ofColumns(x(scale), Z),
                                                    levels,
                                                    CODES,
                                                    "no"));
                            return new Fit(
                                    model.coefficients().value(model.coefficient("yes", "x")),
                                    model.profile("yes", "x", 0.95),
                                    model.logLikelihood());
                        }),
                new Model(
                        "conditional",
                        scale -> {
                            var model =
                                    fitted(
                                            ConditionalLogistic.fit(
                                                    SLOPES,
                                                    Matrix.ofColumns(x(scale), Z),
                                                    yes(),
                                                    groups(3)));
                            return new Fit(
                                    model.coefficients().value("x"),
                                    model.profile("x", 0.95),
                                    model.logLikelihood());
                        }),
                new Model(
                        "random intercept",
                        scale -> {
                            var outcome = Arrays.copyOf(X, N);
                            Arrays.setAll(
                                    outcome,
                                    i -> 0.5 * X[i] + i / 6 % 4 + Math.sin(i * 12.9898) * 2);
                            var model =
                                    fitted(
                                            RandomInterceptModel.fit(
                                                    SLOPES,
                                                    Matrix.ofColumns(x(scale), Z),
                                                    outcome,
                                                    groups(6),
                                                    RandomInterceptModel.Criterion.ML));
                            return new Fit(
                                    model.coefficients().value("x"),
                                    model.coefficients().estimate("x", 0.95),
                                    model.deviance());
                        }),
                new Model(
                        "random intercept logistic",
                        scale -> {
                            var model =
                                    fitted(
                                            RandomInterceptLogistic.fit(
                                                    SLOPES,
                                                    Matrix.ofColumns(x(scale), Z),
                                                    yes(),
                                                    groups(6),
                                                    11));
                            return new Fit(
                                    model.coefficients().value("x"),
                                    model.profile("x", 0.95),
                                    model.logLikelihood());
                        }));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCoefficientScalesInverselyWithItsLimitsAndTheLikelihoodStays(Model model) {
        Fit one = model.at().apply(1);
        var of = new ArrayList<Double>(List.of(1e-12, 1e-3, 1e6, 1e10, 1e15, 1e60));
        for (double scale : of) {
            Fit other = model.at().apply(scale);
            assertThat(other.likelihood())
                    .as("likelihood at %s", scale)
                    .isCloseTo(one.likelihood(), within(1e-7));
            assertThat(other.slope() * scale)
                    .as("slope at %s", scale)
                    .isCloseTo(one.slope(), within(1e-6));
            Interval expected = ((Known) one.profile()).interval().orElseThrow();
            Interval actual = ((Known) other.profile()).interval().orElseThrow();
            assertThat(actual.low() * scale)
                    .as("low at %s", scale)
                    .isCloseTo(expected.low(), within(1e-5));
            assertThat(actual.high() * scale)
                    .as("high at %s", scale)
                    .isCloseTo(expected.high(), within(1e-5));
        }
    }
}
