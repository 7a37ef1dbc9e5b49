package eyebright.stats.rank;

import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KruskalWallisTest {

    /// Mean ranks 1.5, 3.5, 5.5: H = 12 / 42 (2 4 + 0 + 2 4).
    @Test
    void groupsOneAboveTheOtherHaveTheLargestH() {
        var test =
                KruskalWallis.of(
                        ValueCounts.of(
                                new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6}));

        assertThat(test.test().orElseThrow().statistic().getAsDouble())
                .isCloseTo(32.0 / 7, within(1e-14));
        assertThat(known(test.epsilonSquared()).value()).isCloseTo(32.0 / 35, within(1e-15));
    }

    @Test
    void twoGroupsAreTheSquareOfTheNormalTest() {
        var random = new SplittableRandom(15);
        for (int i = 0; i < 30; i++) {
            double[] a = random.doubles(40, 0, 9).map(Math::rint).toArray();
            double[] b = random.doubles(25, 0, 7).map(Math::rint).toArray();
            var pair = DunnTest.of(ValueCounts.of(a, b)).getFirst().test().orElseThrow();
            var test = KruskalWallis.of(ValueCounts.of(a, b)).test().orElseThrow();
            double z = pair.statistic().getAsDouble();
            assertThat(test.statistic().getAsDouble()).isCloseTo(z * z, within(1e-12));
            assertThat(test.p()).isCloseTo(pair.p(), within(1e-12));
        }
    }

    @Test
    void emptyGroupsAreLeftOutAndOrderOfGroupsChangesNothing() {
        double[] a = {1, 7, 3};
        double[] b = {2, 2, 9};
        double[] c = {4, 8};
        double[] none = {};
        var test = KruskalWallis.of(ValueCounts.of(a, b, c)).test().orElseThrow();
        var other = KruskalWallis.of(ValueCounts.of(c, none, b, a)).test().orElseThrow();

        assertThat(other.p()).isCloseTo(test.p(), within(1e-15));
        assertThat(other.df()).containsExactly(2.0);
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        assertReason("no group has values", new double[0], new double[0]);
        assertReason("only 1 group has values", new double[] {1, 2}, new double[0]);
        assertReason("all 3 values are equal", new double[] {1, 1}, new double[] {1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KruskalWallis(Known.bare(1, 2), Optional.empty()));
    }

    private static void assertReason(String reason, double[]... groups) {
        assertThat(KruskalWallis.of(ValueCounts.of(groups)))
                .isEqualTo(new KruskalWallis(new NotEstimable(reason), Optional.empty()));
        assertThat(DunnTest.of(ValueCounts.of(groups)))
                .containsExactly(
                        new DunnTest.Pair(0, 1, new NotEstimable(reason), Optional.empty()));
    }
}
