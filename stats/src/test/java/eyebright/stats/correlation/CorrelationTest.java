package eyebright.stats.correlation;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What holds of Pearson's, Spearman's and Kendall's correlations of all data.
class CorrelationTest {

    private static final double[] LINE = {1, 2, 3, 4, 5, 6};

    @Test
    void exchangingTheAnswersChangesNothing() {
        for (int seed = 0; seed < 30; seed++) {
            double[] x = ratings(seed, 60);
            double[] y = ratings(seed + 100, 60);
            assertThat(pearson(x, y)).isEqualTo(pearson(y, x));
            assertThat(spearman(x, y)).isEqualTo(spearman(y, x));
            assertThat(kendall(x, y)).isEqualTo(kendall(y, x));
        }
    }

    @Test
    void turningAnAnswerAroundTurnsTheSign() {
        for (int seed = 0; seed < 30; seed++) {
            double[] x = ratings(seed, 60);
            double[] y = ratings(seed + 100, 60);
            double[] turned = Arrays.stream(y).map(value -> 6 - value).toArray();
            assertThat(value(pearson(x, turned))).isCloseTo(-value(pearson(x, y)), within(1e-14));
            assertThat(value(spearman(x, turned))).isEqualTo(-value(spearman(x, y)));
            assertThat(value(kendall(x, turned))).isEqualTo(-value(kendall(x, y)));
            assertThat(interval(pearson(x, turned)).low())
                    .isCloseTo(-interval(pearson(x, y)).high(), within(1e-14));
        }
    }

    @Test
    void unitDoesNotMatterAndRanksSeeTheOrderOnly() {
        for (int seed = 0; seed < 30; seed++) {
            double[] x = ratings(seed, 60);
            double[] y = ratings(seed + 100, 60);
            double[] celsius = Arrays.stream(y).map(value -> (value - 32) / 1.8).toArray();
            double[] curved = Arrays.stream(y).map(value -> value * value * value).toArray();
            assertThat(value(pearson(x, celsius))).isCloseTo(value(pearson(x, y)), within(1e-13));
            assertThat(spearman(x, curved)).isEqualTo(spearman(x, y));
            assertThat(kendall(x, curved)).isEqualTo(kendall(x, y));
        }
    }

    @Test
    void largeOffsetAndLargeValuesCostNoDigits() {
        double[] x = ratings(1, 60);
        double[] y = ratings(2, 60);
        double[] far = Arrays.stream(y).map(value -> value + 1e9).toArray();
        double[] large = Arrays.stream(y).map(value -> value * 1e100).toArray();
        double[] huge = Arrays.stream(y).map(value -> value * 1e300).toArray();

        assertThat(value(pearson(x, far))).isCloseTo(value(pearson(x, y)), within(1e-13));
        assertThat(value(pearson(x, large))).isCloseTo(value(pearson(x, y)), within(1e-13));
        assertThat(kendall(x, huge)).isEqualTo(kendall(x, y));
        assertThat(spearman(x, huge)).isEqualTo(spearman(x, y));
        assertThat(pearson(x, huge))
                .isEqualTo(new NotEstimable("the values are too far apart to compute with"));
    }

    @Test
    void halvesMergeToTheWhole() {
        double[] x = ratings(3, 90);
        double[] y = ratings(4, 90);
        double[] x1 = Arrays.copyOf(x, 33);
        double[] y1 = Arrays.copyOf(y, 33);
        double[] x2 = Arrays.copyOfRange(x, 33, 90);
        double[] y2 = Arrays.copyOfRange(y, 33, 90);
        var whole = CoMoments.of(x, y);
        var merged = CoMoments.of(x1, y1).merge(CoMoments.of(x2, y2));

        assertThat(PairCounts.of(x1, y1).merge(PairCounts.of(x2, y2)))
                .isEqualTo(PairCounts.of(x, y));
        assertThat(merged.n()).isEqualTo(90);
        assertThat(merged.meanX()).isCloseTo(whole.meanX(), within(1e-13));
        assertThat(merged.squaresX()).isCloseTo(whole.squaresX(), within(1e-11));
        assertThat(merged.squaresY()).isCloseTo(whole.squaresY(), within(1e-11));
        assertThat(merged.products()).isCloseTo(whole.products(), within(1e-11));
        assertThat(CoMoments.NONE.merge(whole)).isEqualTo(whole);
        assertThat(whole.merge(CoMoments.NONE)).isEqualTo(whole);
    }

    /// Kendall's S by its definition: every two respondents compared.
    @Test
    void tauCountsEveryTwoRespondents() {
        for (int seed = 0; seed < 30; seed++) {
            double[] x = ratings(seed, 40);
            double[] y = ratings(seed + 100, 40);
            double s = 0;
            double xDiffers = 0;
            double yDiffers = 0;
            for (int i = 0; i < 40; i++) {
                for (int j = 0; j < i; j++) {
                    s += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
                    xDiffers += Math.abs(Math.signum(x[i] - x[j]));
                    yDiffers += Math.abs(Math.signum(y[i] - y[j]));
                }
            }
            assertThat(value(kendall(x, y)))
                    .isCloseTo(s / Math.sqrt(xDiffers * yDiffers), within(1e-14));
        }
    }

    @Test
    void pairsOnOneLineHaveAReason() {
        double[] half = {.1, .2, .3, .4, .5, .6};
        double[] falling = {6, 5, 4, 3, 2, 1};

        assertThat(pearson(LINE, half))
                .isEqualTo(
                        new NotEstimable(
                                "all 6 pairs lie on one line: the correlation is 1 and its error unknown"));
        assertThat(spearman(LINE, falling))
                .isEqualTo(
                        new NotEstimable(
                                "all 6 pairs are in opposite order: the correlation is -1 and its error unknown"));
        assertThat(kendall(LINE, half))
                .isEqualTo(
                        new NotEstimable(
                                "all 6 pairs are in the same order: the correlation is 1 and its error unknown"));
    }

    @Test
    void equalValuesAndFewPairsHaveAReason() {
        double[] equal = {.1, .1, .1, .1, .1, .1};
        for (Estimate estimate :
                List.of(pearson(LINE, equal), spearman(LINE, equal), kendall(LINE, equal))) {
            assertThat(estimate)
                    .isEqualTo(new NotEstimable("all 6 values of the second answer are equal"));
        }
        for (int n = 0; n < 4; n++) {
            double[] few = Arrays.copyOf(LINE, n);
            var reason = new NotEstimable(n + " pairs are too few, 4 are needed");
            assertThat(pearson(few, few)).isEqualTo(reason);
            assertThat(spearman(few, few)).isEqualTo(reason);
            assertThat(kendall(few, few)).isInstanceOf(NotEstimable.class);
        }
    }

    @Test
    void fourPairsHaveAnIntervalWithinOne() {
        double[] x = {1, 2, 3, 4};
        double[] y = {1, 3, 2, 4};

        assertThat(interval(pearson(x, y)).low()).isBetween(-1.0, 0.0);
        assertThat(interval(pearson(x, y)).high()).isBetween(0.9, 1.0);
        assertThat(interval(spearman(x, y)).high()).isBetween(0.9, 1.0);
    }

    @Test
    void faultsOfTheCallerAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoMoments.of(LINE, new double[] {1}))
                .withMessage("x and y must be of one length, not 6 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoMoments.of(new double[] {1}, new double[] {Double.NaN}))
                .withMessage("y[0] must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairCounts.of(new double[] {1}, new double[] {Double.NaN}))
                .withMessage("x and y must be finite, not 1.0 and NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PairCounts(
                                        List.of(
                                                new PairCounts.Cell(2, 1, 1),
                                                new PairCounts.Cell(1, 1, 1))))
                .withMessageStartingWith("cells must be in ascending order");
    }

    @Test
    void negativeZeroIsZero() {
        assertThat(PairCounts.of(new double[] {0.0, -0.0}, new double[] {-0.0, 0.0}).cells())
                .containsExactly(new PairCounts.Cell(0, 0, 2));
    }

    private static Estimate pearson(double[] x, double[] y) {
        return PearsonCorrelation.of(x, y, 0.95).r();
    }

    private static Estimate spearman(double[] x, double[] y) {
        return SpearmanCorrelation.of(PairCounts.of(x, y), 0.95).rho();
    }

    private static Estimate kendall(double[] x, double[] y) {
        return KendallTau.of(PairCounts.of(x, y), 0.95).tau();
    }

    private static double value(Estimate estimate) {
        return known(estimate).value();
    }

    /// Answers from 1 to 5 that share a part, so that they go together.
    private static double[] ratings(int seed, int n) {
        var common = new SplittableRandom(17);
        var own = new SplittableRandom(seed);
        return common.doubles(n)
                .map(shared -> 1 + (int) (2.5 * shared + 2.5 * own.nextDouble()))
                .toArray();
    }
}
