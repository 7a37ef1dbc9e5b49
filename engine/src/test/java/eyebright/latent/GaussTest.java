package eyebright.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of mpmath 1.3 with 40 digits.
class GaussTest {

    @ParameterizedTest
    @CsvSource({
        "-8, 6.2209605742717841235e-16",
        "-3, 0.0013498980316300945267",
        "-0.5, 0.30853753872598689636",
        "0.25, 0.59870632568292372424",
        "2, 0.9772498680518207928",
        "6, 0.99999999901341235496"
    })
    void theChanceBelowIsThatOfTheNormalDistribution(double x, double p) {
        assertThat(Gauss.cumulative(x)).isCloseTo(p, within(1e-15));
        assertThat(Gauss.quickCumulative(x)).isCloseTo(p, within(2e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-12, -7.0344838253011319298",
        "0.001, -3.0902323061678135415",
        "0.3, -0.52440051270804078404",
        "0.975, 1.9599639845400542355",
        "0.9999999, 5.1993375821928169316"
    })
    void theQuantileTurnsThatRound(double p, double x) {
        assertThat(Gauss.quantile(p)).isCloseTo(x, within(1e-9));
        // Between knots of the table the quantile is linear.
        assertThat(Gauss.quick(p)).isCloseTo(x, within(2e-4));
    }
}
