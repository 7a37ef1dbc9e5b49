package eyebright.respondents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of mpmath 1.3 with 40 digits.
class LogScaleTest {

    @ParameterizedTest
    @CsvSource({
        "-20.5, 1.2501528663867426289e-9",
        "-1, 0.3678794411714423216",
        "0, 1",
        "0.001, 1.0010005001667083417",
        "3.7, 40.447304360067397714",
        "600, 3.7730203009299398234e260"
    })
    void aNumberIsFoundOfItsLogarithm(double x, double e) {
        assertThat(LogScale.value(x) / e).isCloseTo(1, within(3e-16));
    }

    @Test
    void whateverEffectsAddUpToNothingIsZeroOrInfinite() {
        assertThat(LogScale.value(-1e9)).isPositive().isEqualTo(LogScale.value(-700));
        assertThat(LogScale.value(1e9)).isFinite().isEqualTo(LogScale.value(700));
        assertThat(LogScale.chance(-1e9)).isPositive();
        assertThat(LogScale.chance(1e9)).isEqualTo(1);
    }

    @Test
    void aChanceIsThatOfItsLogOdds() {
        // log(9) and its opposite
        assertThat(LogScale.chance(2.1972245773362196)).isCloseTo(0.9, within(1e-15));
        assertThat(LogScale.chance(-2.1972245773362196)).isCloseTo(0.1, within(1e-15));
        assertThat(LogScale.chance(0)).isEqualTo(0.5);
    }
}
