package eyebright.stats.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QrDecompositionTest {

    @Test
    void inverseTimesCrossProductIsTheUnit() {
        var random = new SplittableRandom(3);
        for (int k = 0; k < 50; k++) {
            var x = random(random, 20, 4);
            var unit = QrDecomposition.of(x).inverseOfCrossProduct().times(x.transposed().times(x));
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    assertThat(unit.at(i, j)).isCloseTo(i == j ? 1 : 0, within(1e-12));
                }
            }
        }
    }

    @Test
    void leveragesAreFromZeroToOneAndAddUpToTheRank() {
        var random = new SplittableRandom(4);
        for (int k = 0; k < 50; k++) {
            double[] leverages = QrDecomposition.of(random(random, 15, 6)).leverages();
            assertThat(Arrays.stream(leverages).sum()).isCloseTo(6, within(1e-12));
            assertThat(Arrays.stream(leverages).allMatch(h -> h >= 0 && h <= 1)).isTrue();
        }
    }

    @Test
    void solutionLeavesNothingOfASquareSystem() {
        var x = Matrix.ofColumns(new double[] {2, 1}, new double[] {1, 3});

        double[] b = QrDecomposition.of(x).solve(new double[] {5, 10});

        assertThat(b[0]).isCloseTo(1, within(1e-15));
        assertThat(b[1]).isCloseTo(3, within(1e-15));
    }

    @Test
    void dependentColumnGoesToTheEndAndSaysOfWhatItIsMade() {
        double[] a = {1, 2, 3, 5, 8};
        double[] b = {1, 0, 2, 0, 3};
        double[] sum = {2, 2, 5, 5, 11};
        double[] c = {0, 0, 1, 1, 0};
        var qr = QrDecomposition.of(Matrix.ofColumns(a, b, sum, c));

        assertThat(qr.rank()).isEqualTo(3);
        assertThat(qr.pivot()).containsExactly(0, 1, 3, 2);
        double[] weights = qr.combination(2);
        assertThat(weights[0]).isGreaterThan(0.1);
        assertThat(weights[1]).isGreaterThan(0.1);
        assertThat(weights[2]).isZero();
        assertThat(weights[3]).isCloseTo(0, within(1e-14));
        assertThat(qr.solve(c)[2]).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> qr.combination(1))
                .withMessage("column 1 must be one of the dependent ones, which are [2]");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(qr::inverseOfCrossProduct)
                .withMessage("columns must be independent, but 3 of 4 are");
    }

    @Test
    void columnsOfAnySizeAreToldApart() {
        var qr =
                QrDecomposition.of(
                        Matrix.ofColumns(
                                new double[] {1e300, 2e300, -1e300},
                                new double[] {1e-300, 0, 3e-300}));

        assertThat(qr.rank()).isEqualTo(2);
        assertThat(QrDecomposition.of(Matrix.ofColumns(new double[3])).rank()).isZero();
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrDecomposition.of(Matrix.of(1, 2, new double[] {1, 2})))
                .withMessage("matrix must have at least as many rows as columns, not 1 x 2");
        var qr = QrDecomposition.of(Matrix.of(2, 1, new double[] {1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> qr.solve(new double[3]))
                .withMessage("y must have 2 values, not 3");
    }

    private static Matrix random(SplittableRandom random, int rows, int columns) {
        return Matrix.of(rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
    }
}
