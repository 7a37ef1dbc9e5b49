package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.distribution.SquaresDf;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SkewedMeanTest {

    private static final double[] SKEWED = {0, 0, 1, 0, 2, 0, 9, 1, 0, 3};

    @Test
    void meansOfSeizuresAgesAndHoursOfSleepAgreeWithR() {
        agrees("epil seizures, skewed mean", CsvTable.read("data/epil.csv").numbers("y"), 0.95);
        agrees("bfi age, skewed mean", CsvTable.read("data/bfi.csv").numbers("age"), 0.99);
        agrees(
                "sleep won by a drug, skewed mean",
                new double[] {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4},
                0.9);
    }

    private static void agrees(String name, double[] values, double level) {
        var mean = SkewedMean.of(values, level);
        double middle = known(mean).value();
        ExpectedValues.in("more/squares.csv", name)
                .areMetBy(
                        Map.of(
                                "mean",
                                middle,
                                "low",
                                interval(mean).low(),
                                "high",
                                interval(mean).high(),
                                "df",
                                SquaresDf.of(
                                        Arrays.stream(values)
                                                .map(each -> each - middle)
                                                .toArray())));
    }

    @Test
    void symmetricValuesHaveTheIntervalOfStudent() {
        // Two values as far apart as all others: the most degrees of freedom.
        double[] values = {1, 3, 1, 3, 1, 3, 1, 3};
        var student = interval(Mean.of(Moments.of(values), 0.95));
        var ours = interval(SkewedMean.of(values, 0.95));
        assertThat(ours.low()).isCloseTo(student.low(), within(1e-14));
        assertThat(ours.high()).isCloseTo(student.high(), within(1e-14));
    }

    @Test
    void normalValuesHaveNearlyTheIntervalOfStudent() {
        var random = new SplittableRandom(8);
        double[] values = new double[400];
        Arrays.setAll(values, _ -> random.nextGaussian());
        var student = interval(Mean.of(Moments.of(values), 0.95));
        var ours = interval(SkewedMean.of(values, 0.95));
        assertThat(ours.low()).isCloseTo(student.low(), within(0.002));
        assertThat(ours.high()).isCloseTo(student.high(), within(0.002));
    }

    @Test
    void valuesWithALongRightTailReachFurtherUp() {
        var ours = interval(SkewedMean.of(SKEWED, 0.95));
        double mean = known(SkewedMean.of(SKEWED, 0.95)).value();
        var student = interval(Mean.of(Moments.of(SKEWED), 0.95));
        assertThat(ours.high() - mean).isGreaterThan(2 * (mean - ours.low()));
        assertThat(ours.high()).isGreaterThan(student.high());
        assertThat(ours.low()).isGreaterThan(student.low());
    }

    @Test
    void turnedRoundMovedAndInAnotherUnitItIsTheSame() {
        var ours = interval(SkewedMean.of(SKEWED, 0.95));
        var turned =
                interval(SkewedMean.of(Arrays.stream(SKEWED).map(each -> -each).toArray(), 0.95));
        assertThat(turned.low()).isCloseTo(-ours.high(), within(1e-13));
        assertThat(turned.high()).isCloseTo(-ours.low(), within(1e-13));
        var other =
                interval(
                        SkewedMean.of(
                                Arrays.stream(SKEWED).map(each -> 1000 * each + 7).toArray(),
                                0.95));
        assertThat(other.low()).isCloseTo(1000 * ours.low() + 7, within(1e-10));
        assertThat(other.high()).isCloseTo(1000 * ours.high() + 7, within(1e-10));
    }

    @Test
    void meanLiesInEveryIntervalAndHigherLevelsAreWider() {
        double width = 0;
        for (double level : new double[] {0.001, 0.2, 0.5, 0.9, 0.99, 0.99999}) {
            var mean = SkewedMean.of(SKEWED, level);
            assertThat(interval(mean).contains(known(mean).value())).isTrue();
            double reach = interval(mean).high() - interval(mean).low();
            assertThat(reach).isGreaterThan(width);
            width = reach;
        }
    }

    @Test
    void fewerThanTwoOrEqualValuesSayWhy() {
        assertThat(SkewedMean.of(new double[0], 0.95))
                .isEqualTo(new NotEstimable("there are no values"));
        assertThat(SkewedMean.of(new double[] {4}, 0.95))
                .isEqualTo(new NotEstimable("there is only 1 value"));
        assertThat(SkewedMean.of(new double[] {4, 4, 4}, 0.95))
                .isEqualTo(new NotEstimable("all 3 values are equal"));
    }

    @Test
    void ofCountsThatAreMostlyZeroAboutNinetyFiveOfAHundredIntervalsHoldTheTruth() {
        var random = new SplittableRandom(95);
        int ours = 0;
        int student = 0;
        int samples = 4000;
        for (int i = 0; i < samples; i++) {
            double[] values = new double[100];
            // Three in ten have a count above 0, from a heavy tail: the mean of exp(z) is exp(1/2).
            Arrays.setAll(
                    values,
                    _ -> random.nextDouble() < 0.3 ? StrictMath.exp(random.nextGaussian()) : 0);
            double truth = 0.3 * StrictMath.exp(0.5);
            ours += interval(SkewedMean.of(values, 0.95)).contains(truth) ? 1 : 0;
            student += interval(Mean.of(Moments.of(values), 0.95)).contains(truth) ? 1 : 0;
        }
        // Three Monte Carlo errors are 1 percent.
        assertThat(ours / (double) samples).isBetween(0.94, 0.97);
        assertThat(student / (double) samples).isLessThan(0.93);
    }
}
