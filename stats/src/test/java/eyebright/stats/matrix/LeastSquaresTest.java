package eyebright.stats.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What NIST certifies is held in `LinearRegressionReferenceTest`.
class LeastSquaresTest {

    @Test
    void residualsAreAtRightAnglesToEveryColumn() {
        var random = new SplittableRandom(1);
        for (int k = 0; k < 50; k++) {
            var x = random(random, 30, 5);
            double[] y = random(random, 30, 1).values();
            double[] left = x.transposed().times(LeastSquares.of(x, y).orElseThrow().residuals());
            for (double each : left) {
                assertThat(each).isCloseTo(0, within(1e-14));
            }
        }
    }

    @Test
    void unitsOfColumnsAndOfTheOutcomeChangeNothingElse() {
        var random = new SplittableRandom(2);
        var x = random(random, 12, 3);
        double[] y = random(random, 12, 1).values();
        double[] b = LeastSquares.of(x, y).orElseThrow().coefficients();
        double[] far = x.column(1);
        double[] tiny = y.clone();
        for (int i = 0; i < 12; i++) {
            far[i] *= 0x1p900;
            tiny[i] *= 0x1p-100;
        }
        double[] other =
                LeastSquares.of(Matrix.ofColumns(x.column(0), far, x.column(2)), tiny)
                        .orElseThrow()
                        .coefficients();

        assertThat(other).containsExactly(b[0] * 0x1p-100, b[1] * 0x1p-1000, b[2] * 0x1p-100);
    }

    @Test
    void hugeOffsetsCostNoDigitsOfTheSlope() {
        double[] ones = {1, 1, 1, 1, 1};
        double[] x = {1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4};
        double[] y = {1e12, 1e12 + 3, 1e12 + 4, 1e12 + 7, 1e12 + 6};

        assertThat(LeastSquares.of(Matrix.ofColumns(ones, x), y).orElseThrow().coefficients()[1])
                .isCloseTo(1.6, within(1e-14));
    }

    @Test
    void dependentColumnsHaveNoSolution() {
        double[] one = {1, 1, 1};
        double[] x = {1, 2, 3};
        double[] both = {2, 3, 4};

        assertThat(LeastSquares.of(Matrix.ofColumns(one, x, both), x)).isEmpty();
        assertThat(LeastSquares.of(Matrix.ofColumns(one, new double[3]), x)).isEmpty();
    }

    private static Matrix random(SplittableRandom random, int rows, int columns) {
        return Matrix.of(rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
    }
}
