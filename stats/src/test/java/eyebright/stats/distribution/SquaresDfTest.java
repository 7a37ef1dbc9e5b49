package eyebright.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SquaresDfTest {

    @Test
    void oneSquareAmongManyLeavesTwoAndALittle() {
        double[] one = new double[10];
        one[3] = -7;
        // 2 / (1 - 1/10)
        assertThat(SquaresDf.of(one)).isCloseTo(2 / 0.9, within(1e-15));
    }

    @Test
    void equalSquaresAndNoneAtAllHaveOneLessThanThereAre() {
        assertThat(SquaresDf.of(new double[] {1, -1, 1, -1})).isEqualTo(3);
        assertThat(SquaresDf.of(new double[5])).isEqualTo(4);
    }

    @Test
    void normalDeviationsHaveAboutAsManyAsThereAre() {
        var random = new SplittableRandom(3);
        double[] normal = new double[100_000];
        Arrays.setAll(normal, _ -> random.nextGaussian());
        // The variance of d⁴ is 96, so that Σ d⁴ / n is off by .03, of 2 above 1 by 1.5 percent.
        assertThat(SquaresDf.of(normal) / normal.length).isCloseTo(1, within(0.05));
    }

    @Test
    void unitsDoNotMatterHoweverLarge() {
        double[] some = {0.5, -1.5, 3, 0, -2};
        double df = SquaresDf.of(some);
        for (double unit : new double[] {1e-200, 1e-3, 1e200}) {
            assertThat(SquaresDf.of(Arrays.stream(some).map(each -> each * unit).toArray()))
                    .isCloseTo(df, within(1e-12));
        }
    }

    @Test
    void oneDeviationIsAFault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SquaresDf.of(new double[] {1}))
                .withMessage("deviations must be 2 or more, not 1");
    }
}
