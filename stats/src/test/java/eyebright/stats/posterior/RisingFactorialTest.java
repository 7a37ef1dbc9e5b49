package eyebright.stats.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RisingFactorialTest {

    @ParameterizedTest
    @CsvSource({
        "1e-8, 1",
        "1e-8, 40",
        "0.3, 5",
        "0.3, 33",
        "0.3, 500",
        "7.25, 32",
        "7.25, 100",
        "40, 60",
        "1000, 33",
        "1e6, 10",
        "1e6, 2000",
        "1e9, 100"
    })
    void isTheSumOverItsFactors(double x, int m) {
        BigDecimal product = BigDecimal.ONE;
        double slope = 0;
        double curvature = 0;
        var digits = new MathContext(30);
        for (int k = 0; k < m; k++) {
            product = product.multiply(BigDecimal.valueOf(x + k), digits);
            slope += 1 / (x + k);
            curvature -= 1 / (x + k) / (x + k);
        }
        int exponent = product.precision() - product.scale();
        double log =
                Math.log(product.scaleByPowerOfTen(-exponent).doubleValue())
                        + exponent * Math.log(10);
        assertThat(RisingFactorial.log(x, m)).isCloseTo(log, within(2e-13 * (1 + Math.abs(log))));
        assertThat(RisingFactorial.slope(x, m)).isCloseTo(slope, within(1e-13 * slope));
        assertThat(RisingFactorial.curvature(x, m))
                .isCloseTo(curvature, within(-1e-12 * curvature));
    }

    @ParameterizedTest
    @CsvSource({"0.1", "5", "100"})
    void ofNoFactorsIsNothing(double x) {
        assertThat(RisingFactorial.log(x, 0)).isZero();
        assertThat(RisingFactorial.slope(x, 0)).isZero();
        assertThat(RisingFactorial.curvature(x, 0)).isZero();
    }
}
