package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CohensDTest {

    @Test
    void exchangingTheGroupsTurnsDAndItsInterval() {
        var random = new SplittableRandom(20);
        for (int i = 0; i < 20; i++) {
            var a = Moments.of(random.doubles(random.nextInt(3, 40)).toArray());
            var b = Moments.of(random.doubles(random.nextInt(3, 40), 0, 2).toArray());
            var one = CohensD.between(a, b, 0.95);
            var other = CohensD.between(b, a, 0.95);
            assertThat(known(one).value()).isEqualTo(-known(other).value());
            assertThat(interval(one).low()).isCloseTo(-interval(other).high(), within(1e-12));
            assertThat(interval(one).contains(known(one).value())).isTrue();
        }
    }

    @Test
    void intervalLeavesOutZeroExactlyIfStudentDoes() {
        var random = new SplittableRandom(21);
        for (int i = 0; i < 40; i++) {
            var a = Moments.of(random.doubles(8).toArray());
            var b = Moments.of(random.doubles(6, 0.2, 1.2).toArray());
            assertThat(interval(CohensD.between(a, b, 0.8)).contains(0))
                    .isEqualTo(interval(StudentTTest.of(a, b, 0.8).difference()).contains(0));
        }
    }

    @Test
    void unitAndOriginChangeNothing() {
        double[] a = {1, 2, 2, 5, 3};
        double[] b = {2, 4, 6, 7};
        var plain = CohensD.between(Moments.of(a), Moments.of(b), 0.95);
        for (double unit : new double[] {1e-140, 3, 1e140}) {
            assertSame(CohensD.between(moved(a, unit, 0), moved(b, unit, 0), 0.95), plain);
        }
        assertSame(CohensD.between(moved(a, 1, 1e9), moved(b, 1, 1e9), 0.95), plain);
    }

    @Test
    void correctionIsCloseToTheUsualApproximation() {
        // gamma(1) / (sqrt(1) gamma(1/2)) = 1 / sqrt(pi)
        assertThat(HedgesG.correction(2)).isCloseTo(1 / Math.sqrt(Math.PI), within(1e-15));
        for (int df = 10; df < 100_000_000; df *= 10) {
            double usual = 1 - 3 / (4.0 * df - 1);
            assertThat(HedgesG.correction(df)).isCloseTo(usual, within(0.05 / ((double) df * df)));
        }
    }

    @Test
    void gIsNearerToZeroThanDAndSoIsItsInterval() {
        var a = Moments.of(new double[] {1, 2, 2, 5, 3});
        var b = Moments.of(new double[] {2, 4, 6, 7});
        var d = CohensD.between(a, b, 0.95);
        var g = HedgesG.between(a, b, 0.95);

        assertThat(known(g).value() / known(d).value())
                .isCloseTo(HedgesG.correction(7), within(1e-15));
        assertThat(interval(g).low() / interval(d).low())
                .isCloseTo(HedgesG.correction(7), within(1e-15));
    }

    @Test
    void hundredThousandRespondentsHaveANarrowInterval() {
        var d =
                CohensD.between(
                        new Moments(500_000, 0.2, 500_000), new Moments(500_000, 0, 500_000), 0.95);

        assertThat(known(d).value()).isCloseTo(0.2, within(1e-6));
        assertThat(interval(d).high() - interval(d).low())
                .isCloseTo(2 * 1.96 * Math.sqrt(4e-6 + 0.04 / 2e6), withinPercentage(0.1));
    }

    @Test
    void largeDifferenceHasAnAnswerOrAReason() {
        for (double difference : new double[] {100, 1e4, 1e6, 1e12, 1e200}) {
            var d = CohensD.between(new Moments(10, difference, 9), new Moments(10, 0, 9), 0.95);
            switch (d) {
                case Estimate.Known each ->
                        assertThat(each.value()).isCloseTo(difference, withinPercentage(1e-9));
                case NotEstimable none -> assertThat(none.reason()).contains("differ too little");
            }
        }
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        var two = new Moments(2, 1, 3);
        assertThat(CohensD.between(two, Moments.NONE, 0.95))
                .isEqualTo(new NotEstimable("the second group has no values"));
        assertThat(CohensD.between(new Moments(4, 1, 0), new Moments(4, 2, 0), 0.95))
                .isEqualTo(new NotEstimable("no value differs within its group"));
        assertThat(HedgesG.between(two, new Moments(1, 2, 0), 0.95))
                .isEqualTo(new NotEstimable("3 values are too few to correct the bias"));
        assertThat(HedgesG.ofPairs(two, 0.95))
                .isEqualTo(new NotEstimable("2 values are too few to correct the bias"));
        assertThat(CohensD.ofPairs(Moments.NONE, 0.95))
                .isEqualTo(new NotEstimable("there are no pairs"));
    }

    private static void assertSame(Estimate actual, Estimate expected) {
        assertThat(known(actual).value()).isCloseTo(known(expected).value(), within(1e-13));
        assertThat(interval(actual).low()).isCloseTo(interval(expected).low(), within(1e-10));
        assertThat(interval(actual).high()).isCloseTo(interval(expected).high(), within(1e-10));
    }

    private static Moments moved(double[] values, double unit, double origin) {
        return Moments.of(Arrays.stream(values).map(x -> x * unit + origin).toArray());
    }
}
