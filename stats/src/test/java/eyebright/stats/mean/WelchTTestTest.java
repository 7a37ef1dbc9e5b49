package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WelchTTestTest {

    @Test
    void exchangingTheGroupsTurnsTheDifferenceAndKeepsP() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 100; i++) {
            var a = random(random, random.nextInt(2, 30));
            var b = random(random, random.nextInt(2, 30));
            var one = WelchTTest.of(a, b, 0.95);
            var other = WelchTTest.of(b, a, 0.95);
            assertThat(known(one.difference()).value())
                    .isEqualTo(-known(other.difference()).value());
            assertThat(interval(one.difference()).low())
                    .isEqualTo(-interval(other.difference()).high());
            assertThat(one.test().orElseThrow().p()).isEqualTo(other.test().orElseThrow().p());
        }
    }

    @Test
    void intervalLeavesOutZeroExactlyIfPIsBelowWhatTheLevelLeaves() {
        var random = new SplittableRandom(44);
        for (int i = 0; i < 300; i++) {
            var test = WelchTTest.of(random(random, 8), random(random, 5), 0.8);
            assertThat(interval(test.difference()).contains(0))
                    .isEqualTo(test.test().orElseThrow().p() > 0.2);
        }
    }

    @Test
    void equalGroupsHaveAPOfOne() {
        var group = new Moments(10, 3, 12);
        var test = WelchTTest.of(group, group, 0.95).test().orElseThrow();

        assertThat(test.statistic()).hasValue(0);
        assertThat(test.p()).isEqualTo(1);
        assertThat(test.df().getFirst()).isCloseTo(18, within(1e-12));
    }

    @Test
    void oneConstantGroupLeavesTheDegreesOfFreedomOfTheOther() {
        var test = WelchTTest.of(new Moments(10, 3, 0), new Moments(7, 4, 5), 0.95);

        assertThat(test.test().orElseThrow().df().getFirst()).isCloseTo(6, within(1e-12));
        assertThat(known(test.difference()).n()).isEqualTo(17);
    }

    @Test
    void smallUnitsNeitherOverflowNorVanish() {
        var large = WelchTTest.of(new Moments(9, 5, 30), new Moments(7, 4, 5), 0.95);
        var small =
                WelchTTest.of(
                        new Moments(9, 5e-100, 30e-200), new Moments(7, 4e-100, 5e-200), 0.95);

        assertThat(small.test().orElseThrow().p())
                .isCloseTo(large.test().orElseThrow().p(), within(1e-12));
    }

    @Test
    void whatIsNotEstimableSaysWhyAndHasNoTest() {
        var some = new Moments(5, 2, 4);
        assertReason(
                WelchTTest.of(Moments.NONE, some, 0.95), "the first group has fewer than 2 values");
        assertReason(
                WelchTTest.of(some, new Moments(1, 2, 0), 0.95),
                "the second group has fewer than 2 values");
        assertReason(
                WelchTTest.of(new Moments(3, 1, 0), new Moments(4, 2, 0), 0.95),
                "no value differs within its group");
    }

    @Test
    void testWithoutADifferenceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WelchTTest(Known.bare(1, 2), Optional.empty()))
                .withMessageStartingWith("test must be there exactly if the difference is known");
    }

    private static void assertReason(WelchTTest test, String reason) {
        assertThat(test).isEqualTo(new WelchTTest(new NotEstimable(reason), Optional.empty()));
    }

    private static Moments random(SplittableRandom random, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextGaussian();
        }
        return Moments.of(values);
    }
}
