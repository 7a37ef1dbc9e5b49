package eyebright.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TQuantileTest {

    @Test
    void itIsTheQuantileThatIsSearchedFor() {
        for (double df = 0.7; df < 2e6; df *= 1.37) {
            for (double level : new double[] {0.01, 0.5, 0.9, 0.95, 0.99, 0.999999}) {
                double t = Quantiles.t(df, level);
                assertThat(TQuantile.of(df, level))
                        .as("df %s, level %s", df, level)
                        .isCloseTo(t, within(4e-15 * t + 2e-16));
            }
        }
    }

    /// By mpmath 1.3.0, to 30 digits.
    @Test
    void itIsThatOfTheTablesAtTenDegreesOfFreedom() {
        assertThat(TQuantile.of(10, 0.95)).isCloseTo(2.228138851986275, within(1e-14));
    }

    @Test
    void levelsAndDegreesOfFreedomOutOfRangeAreFaults() {
        assertThatIllegalArgumentException().isThrownBy(() -> TQuantile.of(10, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TQuantile.of(-1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> TQuantile.of(Double.NaN, 0.95));
    }
}
