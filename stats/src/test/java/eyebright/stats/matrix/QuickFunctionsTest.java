package eyebright.stats.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuickFunctionsTest {

    private static final MathContext DIGITS = new MathContext(40);

    @Test
    void exponentialsAreWrongByLittleMoreThanHalfTheLastDigit() {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double x = (random.nextDouble() - 0.5) * (i % 2 == 0 ? 4 : 60);
            assertThat(digits(Exponential.of(x), exponential(x))).as("e^" + x).isLessThan(0.52);
        }
    }

    @Test
    void exponentialsFarFromZeroAreThoseOfTheLanguage() {
        assertThat(Exponential.of(710)).isEqualTo(StrictMath.exp(710));
        assertThat(Exponential.of(-745)).isEqualTo(StrictMath.exp(-745));
        assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(Exponential.of(Double.NaN)).isNaN();
        assertThat(Exponential.of(0)).isEqualTo(1);
        assertThat(Exponential.of(-0.0)).isEqualTo(1);
        for (double x = -699; x < 700; x += 0.37) {
            assertThat(Exponential.of(x))
                    .isBetween(StrictMath.exp(x) * (1 - 4e-16), StrictMath.exp(x) * (1 + 4e-16));
        }
    }

    @Test
    void logarithmsAreWrongByLessThanTheLastDigit() {
        var random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            double u = 1 + StrictMath.exp((random.nextDouble() - 0.5) * (i % 2 == 0 ? 8 : 80));
            double log = Logarithm.of(u);
            // u e^-log is 1 + (log u - log).
            double missed =
                    new BigDecimal(u)
                            .multiply(exponential(-log), DIGITS)
                            .subtract(BigDecimal.ONE)
                            .doubleValue();
            assertThat(Math.abs(missed)).as("log " + u).isLessThan(Math.ulp(log));
        }
    }

    @Test
    void logarithmsOfOneAndLittleKeepTheirDigits() {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            double excess = StrictMath.exp((random.nextDouble() - 0.8) * 40);
            assertThat(Logarithm.ofOnePlus(excess))
                    .as("log(1 + %s)", excess)
                    .isBetween(
                            StrictMath.log1p(excess) * (1 - 4e-16),
                            StrictMath.log1p(excess) * (1 + 4e-16));
        }
        assertThat(Logarithm.ofOnePlus(0)).isEqualTo(0);
        assertThat(Logarithm.of(1)).isEqualTo(0);
        assertThat(Logarithm.of(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Logarithm.of(Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
    }

    /// How far a double is from a number, in units of its last digit.
    private static double digits(double value, BigDecimal exact) {
        return Math.abs(new BigDecimal(value).subtract(exact).doubleValue()) / Math.ulp(value);
    }

    /// e^x by its series, of a part of x small enough.
    private static BigDecimal exponential(double x) {
        BigDecimal part = new BigDecimal(x).divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; i < 30; i++) {
            term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 10; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }
}
