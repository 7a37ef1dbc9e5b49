package eyebright.stats.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourProductsTest {

    @ParameterizedTest(name = "of {0} numbers")
    @ValueSource(ints = {0, 1, 2, 7, 256, 683})
    void theyAreThoseOfEachPair(int n) {
        var random = new Random(n);
        double[][] lists = new double[4][n + 3];
        for (double[] list : lists) {
            for (int i = 0; i < list.length; i++) {
                list[i] = random.nextGaussian();
            }
        }
        double[] found = new double[4];

        FourProducts.of(lists[0], lists[1], 1, lists[2], lists[3], 3, n, found);

        for (int i = 0; i < 4; i++) {
            assertThat(found[i])
                    .isCloseTo(
                            DotProduct.of(lists[i / 2], 1, lists[2 + i % 2], 3, n), within(1e-12));
        }
    }
}
