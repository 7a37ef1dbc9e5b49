package eyebright.stats.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowPatternsTest {

    @Test
    void patternsAreNumberedInTheOrderOfTheirFirstRow() {
        var patterns =
                RowPatterns.of(6, new double[] {5, 3, 5, 3, 5, 9}, new double[] {1, 1, 1, 1, 2, 1});
        assertThat(patterns.rows()).isEqualTo(6);
        assertThat(patterns.found()).isEqualTo(4);
        assertThat(patterns.firsts()).containsExactly(0, 1, 4, 5);
        assertThat(patterns.at(3)).isEqualTo(1);
        assertThat(patterns.order()).containsExactly(0, 2, 1, 3, 4, 5);
        assertThat(patterns.counts()).containsExactly(2, 2, 1, 1);
        assertThat(patterns.sums(new double[] {1, 2, 4, 8, 16, 32})).containsExactly(5, 10, 16, 32);
        assertThat(patterns.spread(new double[] {7, 8, 9, 6})).containsExactly(7, 8, 7, 8, 9, 6);
    }

    @Test
    void theRowsOfPatternsSpreadAreTheTable() {
        var x = Matrix.ofColumns(new double[] {5, 3, 5}, new double[] {1, 1, 1});
        var patterns = RowPatterns.of(3, x.column(0), x.column(1));
        var distinct = Matrix.ofColumns(new double[] {5, 3}, new double[] {1, 1});
        assertThat(patterns.spread(distinct).values()).containsExactly(x.values());
    }

    @Test
    void manyPatternsAreThoseOfAMapOfRows() {
        var random = new SplittableRandom(1);
        int n = 30_000;
        var columns = new double[3][n];
        for (int i = 0; i < n; i++) {
            columns[0][i] = random.nextInt(2) / 10.0;
            columns[1][i] = random.nextInt(100);
            columns[2][i] = random.nextInt(100) * 1e-300;
        }
        var patterns = RowPatterns.of(n, columns);
        Map<List<Double>, Integer> known = new HashMap<>();
        for (int i = 0; i < n; i++) {
            var row = List.of(columns[0][i], columns[1][i], columns[2][i]);
            int number = known.size();
            assertThat(patterns.at(i)).isEqualTo(known.computeIfAbsent(row, _ -> number));
        }
        assertThat(patterns.found()).isEqualTo(known.size());
    }

    @Test
    void rowsThatHardlyRepeatAreEachTakenByThemselves() {
        double[] numbers = new double[600];
        java.util.Arrays.setAll(numbers, row -> row % 550);
        double[] few = new double[600];
        java.util.Arrays.setAll(few, row -> row % 50);

        assertThat(RowPatterns.of(600, numbers).found()).isEqualTo(550);
        assertThat(RowPatterns.wherePaying(600, numbers).found()).isEqualTo(600);
        assertThat(RowPatterns.wherePaying(600, numbers).at(599)).isEqualTo(599);
        assertThat(RowPatterns.wherePaying(600, few).found()).isEqualTo(50);
    }

    @Test
    void zeroAndMinusZeroAreOneValue() {
        assertThat(RowPatterns.of(2, new double[] {0.0, -0.0}).found()).isEqualTo(1);
    }

    @Test
    void rowsWithoutColumnsAreEqualAndNoRowsHaveNoPattern() {
        assertThat(RowPatterns.of(3).counts()).containsExactly(3);
        assertThat(RowPatterns.of(0).found()).isZero();
    }

    @Test
    void columnsOfOtherLengthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowPatterns.of(2, new double[] {1, 2}, new double[] {1}))
                .withMessage("columns must have 2 values, not 1");
    }
}
