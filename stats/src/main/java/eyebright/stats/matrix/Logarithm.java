package eyebright.stats.matrix;

import java.math.BigDecimal;
import java.math.MathContext;

/// The natural logarithm of numbers of 1 and more, quick enough for every row of a likelihood.
///
/// ```
/// log u = k log 2 + log c + log(1 + r),    u = 2^k m,  1 <= m < 2,    c the nearest of 129 numbers to m,  r = (m - c) / c
/// ```
///
/// log c stands in a table, in two parts, and log(1 + r) is its series; sums, products and quotients of doubles only, so
/// that the bytes are the same on every machine. It is wrong by less than the last digit, where
/// [StrictMath#log1p] takes five times as long. Edge cases: what is infinite or no number is left to that.
/// Shape: one number in, one out. Errors: none.
public final class Logarithm {

    private static final int PARTS = 128;

    /// Below it the series of the whole is shorter.
    private static final double SMALL = 0.01;

    private static final MathContext DIGITS = new MathContext(45);
    private static final BigDecimal LOG_2 =
            new BigDecimal("0.693147180559945309417232121458176568075500134");

    /// With so few digits that its product with an exponent is exact, and a sum with log c too.
    private static final double HEAD_2 = head(LOG_2);

    private static final double REST_2 = rest(LOG_2);
    private static final double[] HEADS = new double[PARTS + 1];
    private static final double[] RESTS = new double[PARTS + 1];
    private static final double[] INVERSES = new double[PARTS + 1];

    static {
        for (int j = 0; j <= PARTS; j++) {
            BigDecimal log = log(j);
            HEADS[j] = head(log);
            RESTS[j] = rest(log);
            INVERSES[j] = PARTS / (double) (PARTS + j);
        }
    }

    private Logarithm() {}

    private static double head(BigDecimal value) {
        return Math.scalb(Math.rint(Math.scalb(value.doubleValue(), 40)), -40);
    }

    private static double rest(BigDecimal value) {
        return value.subtract(new BigDecimal(head(value))).doubleValue();
    }

    /// log(1 + j / 128) = 2 Σ t^i / i over odd i, t = j / (256 + j).
    private static BigDecimal log(int j) {
        BigDecimal t = BigDecimal.valueOf(j).divide(BigDecimal.valueOf(2 * PARTS + j), DIGITS);
        BigDecimal square = t.multiply(t, DIGITS);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; t.signum() > 0 && t.precision() - t.scale() > -40; i += 2) {
            sum = sum.add(t.divide(BigDecimal.valueOf(i), DIGITS));
            t = t.multiply(square, DIGITS);
        }
        return sum.add(sum);
    }

    /// The logarithm of 1 and a number of 0 or more.
    public static double ofOnePlus(double excess) {
        if (excess < SMALL) {
            return excess >= 0 ? series(excess) : StrictMath.log1p(excess);
        }
        double u = 1 + excess;
        // What rounding took from the sum.
        double lost = excess > 1 ? 1 - (u - excess) : excess - (u - 1);
        return of(u) + lost / u;
    }

    /// The logarithm of a number of 1 or more.
    public static double of(double u) {
        if (!(u >= 1 && u <= Double.MAX_VALUE)) {
            return StrictMath.log(u);
        }
        int k = Math.getExponent(u);
        long fraction = Double.doubleToRawLongBits(u) & 0xFFFFFFFFFFFFFL;
        double m = Double.longBitsToDouble(fraction | 0x3FF0000000000000L);
        int j = (int) ((fraction + (1L << 44)) >>> 45);
        double r = (m - (1 + j / (double) PARTS)) * INVERSES[j];
        double square = r * r;
        double bend =
                square * (-1.0 / 2 + r * (1.0 / 3))
                        + square * square * (-1.0 / 4 + r * (1.0 / 5))
                        + square * square * square * (-1.0 / 6 + r * (1.0 / 7));
        return k * HEAD_2 + HEADS[j] + (k * REST_2 + RESTS[j] + bend + r);
    }

    private static double series(double z) {
        double square = z * z;
        double fourth = square * square;
        double bend =
                square * (-1.0 / 2 + z * (1.0 / 3))
                        + fourth * (-1.0 / 4 + z * (1.0 / 5))
                        + fourth * square * (-1.0 / 6 + z * (1.0 / 7))
                        + fourth * fourth * (-1.0 / 8);
        return z + bend;
    }
}
