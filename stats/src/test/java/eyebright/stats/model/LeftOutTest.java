package eyebright.stats.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Fitting.Fitted;
import eyebright.stats.matrix.Matrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftOutTest {

    private static final List<String> NAMES = List.of("(intercept)", "x", "z");

    @Test
    void whatIsPredictedIsWhatTheModelOfTheOthersPredicts() {
        var random = new SplittableRandom(1);
        int n = 300;
        var x = new double[3][n];
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            x[0][i] = 1;
            x[1][i] = 40 + 10 * random.nextGaussian();
            x[2][i] = random.nextInt(2);
            y[i] = random.nextDouble() < 0.2 + 0.4 * x[2][i] ? 1 : 0;
        }
        var whole = Matrix.ofColumns(x);
        int[] left = IntStream.range(0, n).filter(i -> i % 10 == 3).toArray();
        int[] others = IntStream.range(0, n).filter(i -> i % 10 != 3).toArray();
        double[] known = IntStream.of(others).mapToDouble(i -> y[i]).toArray();
        int[] columns = {0, 1, 2};
        double[] expected = fitted(whole.part(others, columns), known).coefficients().values();
        double[] predicted = LeftOut.of(fitted(whole, y)).predicted(left).orElseThrow();
        for (int i = 0; i < left.length; i++) {
            double eta = 0;
            for (int j = 0; j < 3; j++) {
                eta += expected[j] * x[j][left[i]];
            }
            assertThat(predicted[i]).isCloseTo(1 / (1 + Math.exp(-eta)), within(1e-8));
        }
    }

    @Test
    void nothingIsPredictedWhereTheOthersAreSeparated() {
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] z = {0, 1, 0, 1, 1, 0, 1, 0};
        double[] y = {0, 0, 0, 1, 0, 1, 1, 1};
        var model = fitted(Matrix.ofColumns(ones, x, z), y);
        assertThat(LeftOut.of(model).predicted(new int[] {3, 4})).isEmpty();
    }

    private static LogisticRegression fitted(Matrix x, double[] y) {
        return ((Fitted<LogisticRegression>)
                        LogisticRegression.of(NAMES, x, y, WhenSeparated.REFUSE))
                .model();
    }
}
