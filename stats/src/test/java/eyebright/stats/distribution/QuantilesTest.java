package eyebright.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Quantiles against mpmath 1.3.0, and the zeros that they are found as.
class QuantilesTest {

    @ParameterizedTest
    @CsvSource({
        "4,0.95,2.77644510519779436",
        "1,0.95,12.7062047361747046",
        "2.5,0.99,7.16372813894878552",
        "681,0.95,1.96345359009757654",
        "1,0.999,636.619248768719616",
        "10000,0.5,0.674514284483592434"
    })
    void tIsGoodToTwelveDigits(double df, double level, double expected) {
        assertThat(Quantiles.t(df, level)).isCloseTo(expected, withinPercentage(1e-10));
    }

    @Test
    void betaIsGoodWhereItIsSmall() {
        // Beta(1, b) has the quantile 1 - (1 - p)^(1/b).
        for (double b = 1; b < 1e7; b *= 10) {
            double expected = -Math.expm1(Math.log1p(-0.025) / b);
            assertThat(Quantiles.betaLower(1, b, 0.025))
                    .isCloseTo(expected, withinPercentage(1e-10));
        }
        assertThat(Quantiles.betaUpper(1, 10, 0.025))
                .isCloseTo(0.30849710781876083, withinPercentage(1e-11));
    }

    @Test
    void betaInvertsItsDistribution() {
        for (int x = 1; x < 200; x += 7) {
            double low = Quantiles.betaLower(x, 201 - x, 0.005);
            assertThat(BetaDistribution.of(x, 201 - x).cumulativeProbability(low))
                    .isCloseTo(0.005, within(1e-14));
        }
    }

    @Test
    void rootIsFoundToTheLastDigits() {
        assertThat(Root.between(0, 2, x -> x * x - 2)).isCloseTo(Math.sqrt(2), within(4e-16));
        assertThat(Root.between(2, 0, x -> 2 - x * x)).isCloseTo(Math.sqrt(2), within(4e-16));
        assertThat(Root.between(0, 1, x -> x - 1e-200)).isCloseTo(1e-200, withinPercentage(1e-12));
        assertThat(Root.between(0, 1, x -> x)).isZero();
        assertThat(Root.between(-1, 1, x -> Math.cbrt(x - 0.3))).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void functionThatDoesNotChangeItsSignIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Root.between(0, 1, x -> x + 1))
                .withMessage("f must change its sign between 0.0 and 1.0, not go from 1.0 to 2.0");
    }
}
