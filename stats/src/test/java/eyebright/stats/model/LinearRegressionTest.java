package eyebright.stats.model;

import static eyebright.stats.model.Fits.design;
import static eyebright.stats.model.Fits.fitted;
import static eyebright.stats.model.Fits.reason;
import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What R and NIST say is held in `LinearRegressionReferenceTest`.
class LinearRegressionTest {

    private static final int N = 40;

    @Test
    void orderOfRespondentsDoesNotMatter() {
        for (int seed = 0; seed < 20; seed++) {
            var sample = Sample.of(seed, N);
            int[] order = IntStream.range(0, N).map(i -> (i * 7 + 3) % N).toArray();
            var one = sample.model("y ~ x * g");
            var other = sample.rows(order).model("y ~ x * g");
            assertClose(other.coefficients(), one.coefficients(), 1);
            assertClose(fitted(other.robust()), fitted(one.robust()), 1);
            assertThat(other.rSquared()).isCloseTo(one.rSquared(), within(1e-13));
        }
    }

    @Test
    void coefficientsScaleWithTheUnitOfTheOutcome() {
        for (int seed = 0; seed < 20; seed++) {
            var sample = Sample.of(seed, N);
            double[] longer = Arrays.stream(sample.y).map(value -> 60 * value).toArray();
            var one = sample.model("y ~ x + g");
            var other = new Sample(longer, sample.x, sample.g).model("y ~ x + g");
            assertClose(other.coefficients(), one.coefficients(), 60);
            assertThat(other.rSquared()).isCloseTo(one.rSquared(), within(1e-13));
        }
    }

    @Test
    void coefficientPerTenIsTenTimesTheCoefficient() {
        var sample = Sample.of(5, N);
        var one = sample.model("y ~ x + g").coefficients();
        var ten = sample.model("y ~ x / 10 + g").coefficients();

        assertThat(ten.value("x / 10")).isCloseTo(10 * one.value("x"), within(1e-12));
        assertThat(ten.standardError("x / 10"))
                .isCloseTo(10 * one.standardError("x"), within(1e-12));
        assertThat(ten.test("x / 10").p()).isCloseTo(one.test("x").p(), within(1e-12));
    }

    @Test
    void anotherReferenceIsTheSameModel() {
        var sample = Sample.of(6, N);
        var one = sample.model("y ~ x + g");
        var other = new Sample(sample.y, sample.x, sample.g.withReference("b")).model("y ~ x + g");

        assertThat(other.rSquared()).isCloseTo(one.rSquared(), within(1e-13));
        assertThat(other.coefficients().value("g.a"))
                .isCloseTo(-one.coefficients().value("g.b"), within(1e-13));
        assertThat(other.coefficients().value("g.c"))
                .isCloseTo(
                        one.coefficients().value("g.c") - one.coefficients().value("g.b"),
                        within(1e-13));
    }

    @Test
    void hugeOffsetOfAPredictorLeavesItsSlope() {
        var sample = Sample.of(7, N);
        double[] far = Arrays.stream(sample.x.values()).map(x -> Math.rint(x * 64) / 64).toArray();
        var near = new Sample(sample.y, new Numeric("x", far), sample.g).model("y ~ x");
        double[] moved = Arrays.stream(far).map(x -> x + 1e9).toArray();
        var model = new Sample(sample.y, new Numeric("x", moved), sample.g).model("y ~ x");

        assertThat(model.coefficients().value("x"))
                .isCloseTo(near.coefficients().value("x"), within(1e-13));
        assertThat(model.coefficients().standardError("x"))
                .isCloseTo(near.coefficients().standardError("x"), within(1e-8));
    }

    @Test
    void wholeWeightsAreCopiesForTheCoefficients() {
        var sample = Sample.of(8, 12);
        double[] weights = IntStream.range(0, 12).mapToDouble(i -> 1 + i % 3).toArray();
        int[] copies =
                IntStream.range(0, 12)
                        .flatMap(i -> IntStream.generate(() -> i).limit(1 + i % 3))
                        .toArray();
        var weighted = fitted(LinearRegression.fit(sample.design("y ~ x"), sample.y, weights));
        var copied = sample.rows(copies).model("y ~ x");

        for (String name : copied.coefficients().names()) {
            assertThat(weighted.coefficients().value(name))
                    .isCloseTo(copied.coefficients().value(name), within(1e-13));
        }
        assertThat(weighted.rSquared()).isCloseTo(copied.rSquared(), within(1e-13));
    }

    @Test
    void namesOfClustersDoNotMatter() {
        var model = Sample.of(9, N).model("y ~ x");
        int[] cluster = IntStream.range(0, N).map(i -> i % 8).toArray();
        int[] renamed = Arrays.stream(cluster).map(c -> -5 * c + 3).toArray();

        assertThat(fitted(model.clustered(renamed, ClusterVariance.CR1)).covariance().values())
                .containsExactly(
                        fitted(model.clustered(cluster, ClusterVariance.CR1))
                                .covariance()
                                .values());
    }

    @Test
    void predictionOfARespondentIsWiderThanOfTheMean() {
        var sample = Sample.of(10, N);
        var model = sample.model("y ~ x + g");
        List<Predictor> others = List.of(sample.x, sample.g);
        var means = model.predictions(others, Predicted.MEAN, 0.95);
        var respondents = model.predictions(others, Predicted.RESPONDENT, 0.95);
        double[] residuals = model.residuals();
        for (int i = 0; i < N; i++) {
            assertThat(known(means.get(i)).value())
                    .isCloseTo(sample.y[i] - residuals[i], within(1e-13));
            assertThat(interval(respondents.get(i)).high())
                    .isGreaterThan(interval(means.get(i)).high());
        }
    }

    @Test
    void modelOfTheInterceptAloneIsTheMean() {
        var sample = Sample.of(11, N);
        var model = sample.model("y ~ 1");

        assertThat(model.coefficients().value("(intercept)"))
                .isCloseTo(Arrays.stream(sample.y).average().orElseThrow(), within(1e-14));
        assertThat(model.rSquared()).isCloseTo(0, within(1e-14));
        assertThat(model.test()).isEmpty();
    }

    @Test
    void modelWithoutErrorHasCoefficientsButNoIntervals() {
        var x = new Numeric("x", new double[] {1, 2, 3, 4, 5});
        var model = fitted(LinearRegression.fit(design("y ~ x", x), new double[] {3, 5, 7, 9, 11}));

        assertThat(model.coefficients().value("x")).isEqualTo(2);
        assertThat(model.coefficients().estimate("x", 0.95))
                .isEqualTo(new NotEstimable("its standard error cannot be computed"));
        assertThat(model.rSquared()).isEqualTo(1);
        assertThat(model.adjustedRSquared()).isEqualTo(1);
        assertThat(model.test()).isEmpty();
        assertThat(model.logLikelihood()).isEmpty();
        assertThat(model.aic()).isEmpty();
        assertThat(reason(model.robust())).isEqualTo("its predictors leave no error at all");
        assertThat(model.predictions(List.of(x), Predicted.MEAN, 0.95).getFirst())
                .isEqualTo(Known.bare(3, 5));
    }

    @Test
    void whatCannotBeFittedSaysWhy() {
        var x = new Numeric("x", new double[] {1, 2, 3, 4});
        var one = design("mood ~ x", x);
        assertThat(reason(LinearRegression.fit(one, new double[] {2, 2, 2, 2})))
                .isEqualTo("mood has the same value for everyone");
        assertThat(reason(LinearRegression.fit(design("mood ~ x - 1", x), new double[4])))
                .isEqualTo("mood is 0 for everyone");
        assertThat(reason(LinearRegression.fit(one, new double[] {1e300, 2, 2, -1e300})))
                .isEqualTo("the values of mood are too large to compute with");
        assertThat(reason(LinearRegression.fit(one, new double[] {1e-300, 2e-300, 0, 0})))
                .isEqualTo("the values of mood are too small to compute with");
        var two = new Numeric("x", new double[] {1, 2});
        assertThat(reason(LinearRegression.fit(design("mood ~ x", two), new double[] {1, 3})))
                .isEqualTo("2 respondents are too few for 2 coefficients and their error");
    }

    @Test
    void robustErrorsNeedMoreThanOneRespondentOfALevel() {
        var g = new Categorical("g", List.of("a", "b"), new int[] {0, 0, 0, 0, 1});
        var model = fitted(LinearRegression.fit(design("y ~ g", g), new double[] {1, 4, 2, 5, 3}));

        assertThat(reason(model.robust()))
                .isEqualTo(
                        "one respondent alone decides a coefficient, so that the size of the"
                                + " errors there is unknown");
        assertThat(reason(model.clustered(new int[5], ClusterVariance.CR0)))
                .isEqualTo("all respondents are of one cluster");
    }

    @Test
    void faultsOfACallerAreNamed() {
        var design = design("y ~ x", new Numeric("x", new double[] {1, 2, 4}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(design, new double[2]))
                .withMessage("y must have 3 values, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(design, new double[] {1, Double.NaN, 2}))
                .withMessage("values of y must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                LinearRegression.fit(
                                        design, new double[] {1, 2, 2}, new double[] {1, 0, 1}))
                .withMessage("weights must be above 0, not 0.0");
    }

    private static void assertClose(Coefficients actual, Coefficients expected, double factor) {
        assertThat(actual.names()).isEqualTo(expected.names());
        for (String name : expected.names()) {
            double unit = factor * (1 + expected.standardError(name));
            assertThat(actual.value(name))
                    .isCloseTo(factor * expected.value(name), within(1e-12 * unit));
            assertThat(actual.standardError(name))
                    .isCloseTo(factor * expected.standardError(name), within(1e-12 * unit));
        }
    }

    private static final class Sample {

        private final double[] y;
        private final Numeric x;
        private final Categorical g;

        Sample(double[] y, Numeric x, Categorical g) {
            this.y = y;
            this.x = x;
            this.g = g;
        }

        static Sample of(long seed, int n) {
            var random = new SplittableRandom(seed);
            int[] codes = IntStream.range(0, n).map(i -> i % 3).toArray();
            double[] x = random.doubles(n, -2, 5).toArray();
            var y = new double[n];
            for (int i = 0; i < n; i++) {
                y[i] = 3 + 0.4 * x[i] - codes[i] + random.nextGaussian();
            }
            return new Sample(
                    y, new Numeric("x", x), new Categorical("g", List.of("a", "b", "c"), codes));
        }

        Sample rows(int[] rows) {
            return new Sample(
                    Arrays.stream(rows).mapToDouble(i -> y[i]).toArray(),
                    x.rows(rows),
                    g.rows(rows));
        }

        Design design(String formula) {
            return Fits.design(formula, x, g);
        }

        LinearRegression model(String formula) {
            return fitted(LinearRegression.fit(design(formula), y));
        }
    }
}
