package eyebright.stats.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.reference.ExpectedValues;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PowerTest {

    @Test
    void powersAreThoseOfR() {
        ExpectedValues.of("power: t test d=.2, n=342 a group")
                .areMetBy(Map.of("power", TTestPower.power(342, 0.2, 0.05)));
        ExpectedValues.of("power: two proportions .72 vs .62, n=342 a group")
                .areMetBy(Map.of("power", ProportionsPower.power(342, 0.72, 0.62, 0.05)));
    }

    @Test
    void effectThatAnOriginalCouldHardlySeeIsThatOfR() {
        ExpectedValues.of("small telescopes: original n = 60 a group")
                .areMetBy(Map.of("d33", TTestPower.d(60, 1 / 3.0, 0.05)));
    }

    @Test
    void sizeAndEffectInvertPower() {
        for (double d : new double[] {-0.1, 0.2, 0.8, 1.5}) {
            for (double power : new double[] {0.3, 0.8, 0.95}) {
                double n = TTestPower.n(d, power, 0.05);
                assertThat(TTestPower.power(n, d, 0.05)).isCloseTo(power, within(1e-12));
                assertThat(TTestPower.d(n, power, 0.05))
                        .isCloseTo(Math.abs(d), withinPercentage(1e-9));
            }
        }
        double n = ProportionsPower.n(0.72, 0.62, 0.8, 0.05);
        assertThat(ProportionsPower.power(n, 0.62, 0.72, 0.05)).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void extremesHaveAnswers() {
        assertThat(TTestPower.power(50, 0, 0.05)).isCloseTo(0.025, within(1e-14));
        assertThat(TTestPower.power(1e10, 1e300, 0.05)).isEqualTo(1);
        assertThat(TTestPower.n(1e6, 0.8, 0.05)).isEqualTo(2);
        assertThat(TTestPower.n(1e-4, 0.8, 0.05)).isBetween(1.5e9, 1.6e9);
        assertThat(ProportionsPower.n(1e-12, 1 - 1e-12, 0.8, 0.05)).isBetween(1.0, 4.0);
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTestPower.power(1, 1, 0.05))
                .withMessage("n must be from 2 to 1e10, not 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTestPower.n(0, 0.8, 0.05))
                .withMessage("d must be at least 1e-4 in size, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTestPower.d(30, 0.01, 0.05))
                .withMessage("power must be above alpha / 2 and below 1, not 0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionsPower.power(30, 0, 0.5, 0.05))
                .withMessage("p1 must be above 0 and below 1, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionsPower.n(0.5, 0.5, 0.8, 0.05))
                .withMessage("p1 and p2 must differ by 1e-4 or more, not be 0.5 and 0.5");
    }
}
