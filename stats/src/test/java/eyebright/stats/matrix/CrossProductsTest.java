package eyebright.stats.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossProductsTest {

    @ParameterizedTest(name = "of {1} columns of {0} numbers")
    @CsvSource({"1, 1", "7, 2", "20, 3", "256, 8", "683, 9"})
    void theLowerTriangleHoldsThoseOfEachColumnWithEachBeforeIt(int n, int p) {
        double[] values = new Random(n + p).doubles((long) n * p, -1, 1).toArray();

        double[] sums = CrossProducts.of(values, n, p);

        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                assertThat(sums[j * p + k])
                        .isCloseTo(DotProduct.of(values, j * n, values, k * n, n), within(1e-12));
            }
        }
    }
}
