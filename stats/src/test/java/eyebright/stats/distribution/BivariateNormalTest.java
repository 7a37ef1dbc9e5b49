package eyebright.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.reference.CsvTable;
import org.junit.jupiter.api.Test;

class BivariateNormalTest {

    @Test
    void probabilitiesAgreeWithMpmathToFourteenDecimals() {
        var reference = CsvTable.read("more/bivariate_normal.csv");
        double[] x = reference.numbers("x");
        double[] y = reference.numbers("y");
        double[] rho = reference.numbers("rho");
        double[] cdf = reference.numbers("cdf");
        assertThat(cdf).hasSize(91);
        for (int i = 0; i < cdf.length; i++) {
            assertThat(BivariateNormal.cumulative(x[i], y[i], rho[i]))
                    .as("at %s, %s with %s", x[i], y[i], rho[i])
                    .isCloseTo(cdf[i], within(1e-14));
        }
    }

    @Test
    void atTheOriginItIsSheppardsQuadrant() {
        for (double rho = -0.995; rho < 1; rho += 0.05) {
            assertThat(BivariateNormal.cumulative(0, 0, rho))
                    .isCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), within(1e-14));
        }
    }

    @Test
    void fourQuadrantsAddUpToOneWhicheverIsFirst() {
        for (double rho : new double[] {-0.999999, -0.91, -0.3, 0, 0.6, 0.95, 0.99999999}) {
            for (double x = -3; x < 3.5; x += 1.1) {
                for (double y = -2.5; y < 3; y += 1.3) {
                    double sum =
                            BivariateNormal.cumulative(x, y, rho)
                                    + BivariateNormal.cumulative(-x, -y, rho)
                                    + BivariateNormal.cumulative(x, -y, -rho)
                                    + BivariateNormal.cumulative(-x, y, -rho);
                    assertThat(sum).isCloseTo(1, within(3e-14));
                    assertThat(BivariateNormal.cumulative(y, x, rho))
                            .isEqualTo(BivariateNormal.cumulative(x, y, rho));
                }
            }
        }
    }

    @Test
    void endsAreWhatTheySay() {
        double half = Normal.cumulative(0.5);
        assertThat(BivariateNormal.cumulative(0.5, 2, 1)).isEqualTo(half);
        assertThat(BivariateNormal.cumulative(0.5, -2, -1)).isZero();
        assertThat(BivariateNormal.cumulative(0.5, 2, -1))
                .isCloseTo(half + Normal.cumulative(2) - 1, within(1e-15));
        assertThat(BivariateNormal.cumulative(0.5, Double.POSITIVE_INFINITY, 0.3)).isEqualTo(half);
        assertThat(BivariateNormal.cumulative(Double.NEGATIVE_INFINITY, 1, 0.3)).isZero();
        assertThat(BivariateNormal.cumulative(1e300, 1e300, -0.3)).isEqualTo(1);
        assertThat(BivariateNormal.cumulative(-1e300, 1e300, 0.95)).isZero();
        assertThat(BivariateNormal.cumulative(39, -39, -0.95)).isBetween(0.0, 1e-300);
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BivariateNormal.cumulative(Double.NaN, 0, 0))
                .withMessage("x must be a number, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BivariateNormal.cumulative(0, 0, 1.01))
                .withMessage("rho must be from -1 to 1, not 1.01");
    }
}
