package eyebright.stats.table;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.TestResult;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What holds of chi-squared, G, Cramér's V and adjusted residuals for all tables, and at the edges.
class AssociationTest {

    private static final ContingencyTable INDEPENDENT =
            ContingencyTable.of(new int[] {2, 4, 6}, new int[] {3, 6, 9});
    private static final ContingencyTable PERFECT =
            ContingencyTable.of(new int[] {40, 0, 0}, new int[] {0, 30, 0}, new int[] {0, 0, 20});
    private static final ContingencyTable EMPTY_ROW =
            ContingencyTable.of(new int[] {1, 2}, new int[] {0, 0});

    @Test
    void turningOrReorderingATableChangesNothing() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 100; i++) {
            var table = random(random, random.nextInt(2, 6), random.nextInt(2, 6));
            var reversed = new ContingencyTable(table.counts().reversed());
            for (var other : new ContingencyTable[] {turned(table), reversed}) {
                assertThat(statistic(ChiSquaredTest.of(other)))
                        .isCloseTo(statistic(ChiSquaredTest.of(table)), within(1e-10));
                assertThat(statistic(GTest.of(other)))
                        .isCloseTo(statistic(GTest.of(table)), within(1e-10));
                assertThat(interval(CramersV.of(other, 0.95)).high())
                        .isCloseTo(interval(CramersV.of(table, 0.95)).high(), within(1e-10));
                assertThat(known(CramersV.adjusted(other)).value())
                        .isCloseTo(known(CramersV.adjusted(table)).value(), within(1e-10));
            }
        }
    }

    @Test
    void limitsOfVAreInOrderFromZeroToOneAndWidenWithTheLevel() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 100; i++) {
            var table = random(random, random.nextInt(2, 6), random.nextInt(2, 6));
            var narrow = interval(CramersV.of(table, 0.8));
            var wide = interval(CramersV.of(table, 0.99));
            assertThat(wide.low()).isBetween(0.0, narrow.low());
            assertThat(wide.high()).isBetween(narrow.high(), 1.0);
            double adjusted = known(CramersV.adjusted(table)).value();
            assertThat(adjusted).isBetween(0.0, known(CramersV.of(table, 0.8)).value());
        }
    }

    @Test
    void independenceIsAStatisticOfZeroAndAPOfOne() {
        assertThat(statistic(ChiSquaredTest.of(INDEPENDENT))).isCloseTo(0, within(1e-14));
        assertThat(statistic(GTest.of(INDEPENDENT))).isCloseTo(0, within(1e-13));
        assertThat(ChiSquaredTest.of(INDEPENDENT).p()).isCloseTo(1, within(1e-12));
        assertThat(ChiSquaredTest.of(INDEPENDENT).df()).containsExactly(2.0);
        assertThat(known(CramersV.of(INDEPENDENT, 0.95)).value()).isCloseTo(0, within(1e-7));
        assertThat(known(CramersV.adjusted(INDEPENDENT)).value()).isZero();
    }

    @Test
    void knowingTheColumnFromTheRowIsAVOfOne() {
        var v = CramersV.of(PERFECT, 0.95);

        assertThat(known(v).value()).isCloseTo(1, within(1e-14));
        assertThat(interval(v).high()).isEqualTo(1);
        assertThat(interval(v).low()).isBetween(0.8, 1.0);
        assertThat(known(CramersV.adjusted(PERFECT)).value()).isCloseTo(1, within(0.01));
        assertThat(known(CramersV.adjusted(PERFECT)).interval()).isEmpty();
    }

    /// Haberman's formula in mpmath 1.3.0 to 30 digits.
    @Test
    void adjustedResidualsAgreeWithTheirFormula() {
        var residuals =
                AdjustedResiduals.of(
                        ContingencyTable.of(new int[] {12, 5, 9}, new int[] {7, 20, 3}));
        double[] expected = {1.798825568321484, -3.561210006166887, 2.238880839300612};

        for (int column = 0; column < 3; column++) {
            assertThat(residuals.at(0, column)).isCloseTo(expected[column], within(1e-13));
            assertThat(residuals.at(1, column)).isCloseTo(-expected[column], within(1e-13));
        }
    }

    @Test
    void squareOfEachResidualOfATwoByTwoTableIsItsChiSquared() {
        var random = new SplittableRandom(8);
        for (int i = 0; i < 100; i++) {
            var table = random(random, 2, 2);
            var residuals = AdjustedResiduals.of(table);
            double chi2 = statistic(ChiSquaredTest.of(table));
            assertThat(residuals.at(0, 1) * residuals.at(0, 1)).isCloseTo(chi2, within(1e-9));
            assertThat(residuals.at(1, 1) * residuals.at(1, 1)).isCloseTo(chi2, within(1e-9));
        }
    }

    @Test
    void tableWithAnEmptyRowHasNoTestAndNoV() {
        String message =
                "table must have 2 or more rows and columns and none empty, but row 1 of the table is empty";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.of(EMPTY_ROW))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GTest.of(EMPTY_ROW))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedResiduals.of(EMPTY_ROW))
                .withMessage(message);
        assertThat(CramersV.of(EMPTY_ROW, 0.95))
                .isEqualTo(new NotEstimable("row 1 of the table is empty"));
        assertThat(CramersV.adjusted(EMPTY_ROW))
                .isEqualTo(new NotEstimable("row 1 of the table is empty"));
    }

    @Test
    void fewAnswersLeaveNothingToAdjust() {
        var table = ContingencyTable.of(new int[] {1, 0}, new int[] {0, 1});

        assertThat(CramersV.adjusted(table))
                .isEqualTo(new NotEstimable("2 answers are too few for a table of 2 by 2"));
    }

    private static double statistic(TestResult test) {
        return test.statistic().orElseThrow();
    }

    private static ContingencyTable random(SplittableRandom random, int rows, int columns) {
        int[][] counts = new int[rows][columns];
        for (int[] row : counts) {
            Arrays.setAll(row, column -> random.nextInt(1, 40));
        }
        return ContingencyTable.of(counts);
    }

    private static ContingencyTable turned(ContingencyTable table) {
        int[][] counts = new int[table.columns()][table.rows()];
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                counts[column][row] = table.count(row, column);
            }
        }
        return ContingencyTable.of(counts);
    }
}
