package eyebright.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void tenthsAddUpAsDecimalsDo() {
        assertThat(Decimals.sum(0.1, 0.2)).isEqualTo(0.3, within(0.0));
        assertThat(Decimals.product(0.1, 0.1)).isEqualTo(0.01, within(0.0));
        assertThat(Decimals.quotient(0.3, 0.1)).isEqualTo(3, within(0.0));
        assertThat(Decimals.isExact(0.3, 0.1, 3)).isTrue();
        assertThat(Decimals.isExact(1, 3, 1 / 3.0)).isFalse();
    }

    @Test
    void whatIsNotSureIsNaN() {
        assertThat(Decimals.sum(1 / 3.0, 1)).isNaN();
        assertThat(Decimals.product(1e15, 2)).isNaN();
        assertThat(Decimals.quotient(1e300, 1e299)).isNaN();
    }

    @Test
    void whatIsSureIsWhatDecimalsSay() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double x = number(random);
            double y = number(random);
            BigDecimal one = BigDecimal.valueOf(x);
            BigDecimal two = BigDecimal.valueOf(y);
            isExactly(Decimals.sum(x, y), one.add(two, MathContext.DECIMAL128));
            isExactly(Decimals.product(x, y), one.multiply(two, MathContext.DECIMAL128));
            if (y != 0) {
                BigDecimal quotient = one.divide(two, MathContext.DECIMAL128);
                double nearest = Decimals.quotient(x, y);
                if (!Double.isNaN(nearest)) {
                    assertThat(nearest).isEqualTo(quotient.doubleValue(), within(0.0));
                }
                if (Decimals.isExact(x, y, nearest)) {
                    isExactly(nearest, quotient);
                }
            }
        }
    }

    private static void isExactly(double found, BigDecimal wanted) {
        if (!Double.isNaN(found)) {
            assertThat(BigDecimal.valueOf(found)).isEqualByComparingTo(wanted);
        }
    }

    /// A decimal of at most 15 digits, most of them of few.
    private static double number(Random random) {
        long most = (long) Math.pow(10, random.nextInt(1, 16));
        return BigDecimal.valueOf(random.nextLong(-most, most), random.nextInt(0, 7)).doubleValue();
    }
}
