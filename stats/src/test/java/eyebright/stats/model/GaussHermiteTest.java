package eyebright.stats.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaussHermiteTest {

    /// Abramowitz & Stegun (1964), table 25.10.
    @Test
    void fivePointsAreThoseOfTheTables() {
        var rule = GaussHermite.of(5);

        assertThat(new double[] {rule.node(2), rule.node(3), rule.node(4)})
                .containsExactly(
                        new double[] {0, 0.958572464613819, 2.020182870456086}, within(1e-15));
        assertThat(rule.weights())
                .containsExactly(
                        new double[] {
                            1.995324205905e-2,
                            3.936193231522e-1,
                            9.453087204829e-1,
                            3.936193231522e-1,
                            1.995324205905e-2
                        },
                        within(1e-12));
    }

    @Test
    void polynomialsUpToTwiceThePointsAreExact() {
        for (int points : new int[] {1, 2, 7, 15, 40}) {
            var rule = GaussHermite.of(points);
            double[] weights = rule.weights();
            double moment = Math.sqrt(Math.PI);
            for (int power = 0; power < Math.min(2 * points, 30); power += 2) {
                double sum = 0;
                for (int k = 0; k < points; k++) {
                    sum += weights[k] * Math.pow(rule.node(k), power);
                }
                assertThat(sum).isCloseTo(moment, within(1e-13 * moment));
                moment *= (power + 1) / 2.0;
            }
        }
    }

    @Test
    void nodesRiseAndMirrorEachOther() {
        var rule = GaussHermite.of(200);
        for (int k = 0; k < 199; k++) {
            assertThat(rule.node(k)).isLessThan(rule.node(k + 1));
            assertThat(rule.node(k)).isCloseTo(-rule.node(199 - k), within(0.0));
        }
        assertThat(Arrays.stream(rule.weights()).sum())
                .isCloseTo(Math.sqrt(Math.PI), within(1e-13));
        assertThat(rule.logWeight(199)).isFinite();
    }

    @Test
    void tooManyPointsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussHermite.of(0))
                .withMessage("points must be 1 to 200, not 0");
    }
}
