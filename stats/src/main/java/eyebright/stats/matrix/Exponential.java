package eyebright.stats.matrix;

import java.math.BigDecimal;
import java.math.MathContext;

/// The exponential function, quick enough for every row of a likelihood.
///
/// ```
/// e^x = 2^k 2^(j/128) e^r,    128 k + j = x 128 / log 2 to the nearest whole number,    |r| < 0.0028
/// ```
///
/// 2^(j/128) stands in a table with what its double lacks, e^r is its series; sums and products of doubles only,
/// so that the bytes are the same on every machine. It is wrong by less than 0.52 of the last digit, where
/// [StrictMath#exp] takes six times as long for less than 1. Edge cases: what is far from 0, or no number, is left to that.
/// Shape: one number in, one out. Errors: none.
public final class Exponential {

    private static final int PARTS = 128;
    private static final int POWER = 7;

    /// Beyond it results leave the range of common doubles.
    private static final double FAR = 700;

    /// Added and taken off again it rounds to a whole number, which then stands in the last bits.
    private static final double SHIFT = 0x1.8p52;

    private static final MathContext DIGITS = new MathContext(45);
    private static final BigDecimal LOG_2 =
            new BigDecimal("0.693147180559945309417232121458176568075500134");
    private static final double PARTS_BY_LOG_2 = PARTS / LOG_2.doubleValue();

    /// log 2 / 128 with so few digits that its product with a whole number is exact, and the rest of it.
    private static final double STEP =
            Math.scalb(Math.rint(Math.scalb(LOG_2.doubleValue() / PARTS, 41)), -41);

    private static final double STEP_REST =
            LOG_2.divide(BigDecimal.valueOf(PARTS), DIGITS)
                    .subtract(new BigDecimal(STEP))
                    .doubleValue();

    private static final long[] BITS = new long[PARTS];
    private static final double[] LACKS = new double[PARTS];

    static {
        BigDecimal root = BigDecimal.TWO;
        for (int i = 0; i < POWER; i++) {
            root = root.sqrt(DIGITS);
        }
        BigDecimal power = BigDecimal.ONE;
        for (int j = 0; j < PARTS; j++) {
            double head = power.doubleValue();
            BITS[j] = Double.doubleToRawLongBits(head);
            LACKS[j] = power.subtract(new BigDecimal(head)).doubleValue() / head;
            power = power.multiply(root, DIGITS);
        }
    }

    private Exponential() {}

    /// e to the power of a number.
    public static double of(double x) {
        if (!(Math.abs(x) < FAR)) {
            return StrictMath.exp(x);
        }
        double shifted = x * PARTS_BY_LOG_2 + SHIFT;
        long whole = Double.doubleToRawLongBits(shifted);
        double steps = shifted - SHIFT;
        double r = x - steps * STEP - steps * STEP_REST;
        int j = (int) whole & (PARTS - 1);
        double scale = Double.longBitsToDouble(BITS[j] + (whole >> POWER << 52));
        double square = r * r;
        double rest =
                LACKS[j]
                        + r
                        + square * (1.0 / 2 + r * (1.0 / 6))
                        + square * square * (1.0 / 24 + r * (1.0 / 120));
        return scale + scale * rest;
    }
}
