package eyebright.stats.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.LikelihoodSurface.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispersedCountsTest {

    private static final double STEP = 1e-5;

    @Test
    void slopesAndCurvaturesAreThoseOfDifferences() {
        var x = Matrix.ofColumns(new double[] {1, 1, 1, 1}, new double[] {-1, 0, 0.5, 2});
        var rows =
                ModelRows.of(
                        List.of("(intercept)", "x"),
                        x,
                        new double[] {0, 3, 7, 12},
                        new double[] {1, 2, 1, 3},
                        new double[4]);
        var surface = new DispersedCounts(rows, new int[] {4, 3, 2, 2, 1}, 2.5, -20, 20);
        for (double log : new double[] {-7, -1, 0.4, 2}) {
            double[] at = {0.7, 0.3, log};
            Point point = surface.at(at);
            for (int j = 0; j < at.length; j++) {
                Point above = surface.at(moved(at, j, STEP));
                Point below = surface.at(moved(at, j, -STEP));
                assertThat(point.gradient[j])
                        .isCloseTo((above.value - below.value) / (2 * STEP), within(1e-6));
                for (int k = 0; k < at.length; k++) {
                    assertThat(-point.information[j][k])
                            .isCloseTo(
                                    (above.gradient[k] - below.gradient[k]) / (2 * STEP),
                                    within(1e-6));
                }
            }
        }
    }

    private static double[] moved(double[] at, int place, double step) {
        double[] moved = at.clone();
        moved[place] += step;
        return moved;
    }

    @Test
    void sumsOfLogarithmsAreThoseOfEachLogarithm() {
        var sum = new LogSum();
        double expected = 0;
        for (int i = 0; i < 2000; i++) {
            double excess = StrictMath.exp((i - 1000) / 20.0);
            int times = i % 3;
            sum.addOnePlus(excess, times);
            expected += times * StrictMath.log1p(excess);
        }
        assertThat(sum.value()).isCloseTo(expected, within(1e-12 * expected));
    }
}
