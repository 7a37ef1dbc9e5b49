package eyebright.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.resampling.PermutationTest.Alternative;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermutationTestTest {

    /// Of the 20 ways to choose three of these six, just one has a mean as large as that of the last three.
    private static final double[] VALUES = {1.1, 2.7, 3.2, 8.4, 9.3, 9.9};

    @Test
    void pIsNearTheShareOfAllOrders() {
        var greater = test(Alternative.GREATER, 4000);
        var both = test(Alternative.TWO_SIDED, 4000);

        assertThat(p(greater)).isCloseTo(1 / 20.0, within(4 * greater.error()));
        assertThat(p(both)).isCloseTo(2 / 20.0, within(4 * both.error()));
        assertThat(p(test(Alternative.LESS, 100))).isEqualTo(1);
    }

    @Test
    void errorFallsWithTheRootOfTheOrdersDrawn() {
        var test = test(Alternative.GREATER, 999);
        double p = p(test);

        assertThat(test.error()).isEqualTo(Math.sqrt(p * (1 - p) / 999));
        assertThat(test.orders()).isEqualTo(999);
    }

    @Test
    void equalKeysGiveEqualResults() {
        assertThat(test(Alternative.GREATER, 200)).isEqualTo(test(Alternative.GREATER, 200));
    }

    @Test
    void valuesThatAreAllEqualSpeakForNothing() {
        var test =
                PermutationTest.of(
                        rows -> Known.bare(0, rows.length), 6, 50, Alternative.TWO_SIDED, "s", "p");

        assertThat(p(test)).isEqualTo(1);
        assertThat(test.error()).isZero();
    }

    @Test
    void orderWithoutAStatisticCountsAsFarOut() {
        var test =
                PermutationTest.of(
                        rows ->
                                rows[0] == 0
                                        ? Known.bare(5, 6)
                                        : new NotEstimable("the first is elsewhere"),
                        6,
                        50,
                        Alternative.GREATER,
                        "s",
                        "p");

        assertThat(p(test)).isEqualTo(1);
    }

    @Test
    void statisticThatCannotBeHadHasNoTest() {
        var reason = new NotEstimable("all 6 values are equal");
        var test = PermutationTest.of(_ -> reason, 6, 50, Alternative.GREATER, "s", "p");

        assertThat(test).isEqualTo(new PermutationTest(reason, Optional.empty(), 50, 0));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test(Alternative.LESS, 0))
                .withMessage("orders must be 1 or more, not 0");
    }

    private static double p(PermutationTest test) {
        return test.test().orElseThrow().p();
    }

    private static PermutationTest test(Alternative alternative, int orders) {
        return PermutationTest.of(
                rows -> {
                    double first = VALUES[rows[0]] + VALUES[rows[1]] + VALUES[rows[2]];
                    double last = VALUES[rows[3]] + VALUES[rows[4]] + VALUES[rows[5]];
                    return Known.bare((last - first) / 3, rows.length);
                },
                VALUES.length,
                orders,
                alternative,
                "s",
                "p");
    }
}
