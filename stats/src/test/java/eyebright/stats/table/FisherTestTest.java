package eyebright.stats.table;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.Estimate.NotEstimable;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FisherTestTest {

    /// The lady and her eight cups (Fisher 1935): of 70 ways 1 + 16 each side are as unlikely.
    @Test
    void tastingTeaIsAPOfThirtyFourInSeventy() {
        var test = FisherTest.of(table(3, 1, 1, 3)).test();

        assertThat(test.p()).isCloseTo(34.0 / 70, within(1e-15));
        assertThat(test.statistic()).isEmpty();
        assertThat(test.df()).isEmpty();
    }

    /// P(A <= 0) = .025 solved in mpmath 1.3.0 to 30 digits; p is twice C(10,5) / C(20,5).
    @Test
    void emptyFirstCellIsAnOddsRatioOfZeroWithAnUpperLimit() {
        var fisher = FisherTest.of(table(0, 10, 5, 5));

        assertThat(fisher.test().p()).isCloseTo(0.032507739938080496, withinPercentage(1e-11));
        assertThat(known(fisher.oddsRatio()).value()).isZero();
        assertThat(interval(fisher.oddsRatio()).low()).isZero();
        assertThat(interval(fisher.oddsRatio()).high())
                .isCloseTo(0.8365217939177362, withinPercentage(1e-10));
    }

    /// 1.195... is 1 / 0.8365..., the limit above with its rows exchanged.
    @Test
    void unboundedOddsRatioSaysWhichCellIsEmpty() {
        assertThat(FisherTest.of(table(5, 5, 0, 10)).oddsRatio())
                .isEqualTo(
                        new NotEstimable(
                                "the odds ratio has no upper bound, as no respondent is in row 1, column 0 of the table; the data speak for 1.20 or more"));
        assertThat(FisherTest.of(table(5, 0, 5, 10)).oddsRatio())
                .isInstanceOfSatisfying(
                        NotEstimable.class,
                        none -> assertThat(none.reason()).contains("row 0, column 1"));
    }

    @Test
    void exchangingRowsInvertsTheOddsRatioAndKeepsP() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 100; i++) {
            int a = random.nextInt(1, 60);
            int b = random.nextInt(1, 60);
            int c = random.nextInt(1, 60);
            int d = random.nextInt(1, 60);
            var one = FisherTest.of(table(a, b, c, d), 0.9);
            var other = FisherTest.of(table(c, d, a, b), 0.9);
            assertThat(other.test().p()).isCloseTo(one.test().p(), withinPercentage(1e-9));
            assertThat(known(other.oddsRatio()).value())
                    .isCloseTo(1 / known(one.oddsRatio()).value(), withinPercentage(1e-9));
            assertThat(interval(other.oddsRatio()).low())
                    .isCloseTo(1 / interval(one.oddsRatio()).high(), withinPercentage(1e-9));
            assertThat(interval(one.oddsRatio()).contains(known(one.oddsRatio()).value())).isTrue();
        }
    }

    @Test
    void manyThousandRespondentsNeitherOverflowNorVanish() {
        var fisher = FisherTest.of(table(60_000, 40_000, 50_000, 50_000));
        var plain = OddsRatio.of(60_000, 100_000, 50_000, 100_000, 0.95);

        assertThat(fisher.test().p()).isBetween(0.0, 1e-300);
        assertThat(known(fisher.oddsRatio()).value())
                .isCloseTo(known(plain).value(), withinPercentage(0.01));
        assertThat(interval(fisher.oddsRatio()).low())
                .isCloseTo(interval(plain).low(), withinPercentage(0.01));
    }

    @Test
    void emptyMarginIsAPOfOneWithoutAnOddsRatio() {
        var fisher = FisherTest.of(table(4, 3, 0, 0));

        assertThat(fisher.test().p()).isEqualTo(1);
        assertThat(fisher.oddsRatio()).isEqualTo(new NotEstimable("row 1 of the table is empty"));
        assertThat(FisherTest.of(table(0, 0, 0, 0)).test().p()).isEqualTo(1);
    }

    @Test
    void largerTableIsRefused() {
        var table = ContingencyTable.of(new int[] {1, 2, 3}, new int[] {4, 5, 6});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FisherTest.of(table))
                .withMessage("table must be 2 x 2, not 2 x 3");
    }

    private static ContingencyTable table(int a, int b, int c, int d) {
        return ContingencyTable.of(new int[] {a, b}, new int[] {c, d});
    }
}
