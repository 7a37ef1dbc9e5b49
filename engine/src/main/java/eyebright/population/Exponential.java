package eyebright.population;

/// The exponential function and the logarithm in plain arithmetic: the same bits on every machine, within 1e-15 of the true
/// value, in a quarter of the time of `StrictMath.exp`.
///
/// exp(x) = 2^k · 2^(j/64) · exp(r) with |r| at most ln 2 / 128: a table and a polynomial.
final class Exponential {

    private static final int PARTS = 64;
    private static final double[] TABLE = table();
    private static final double A_PART = StrictMath.log(2) / PARTS;

    /// ln 2 / 64 in two parts: the first has so few bits that its product with k · 64 + j is exact.
    private static final double HIGH = 0x1.62e42fefa0000p-7;

    private static final double LOW = 0x1.cf79abc9e3b3ap-46;
    private static final double MOST = 700;

    private static final int LOG_PARTS = 128;
    private static final double[] RECIPROCALS = reciprocals();
    private static final double[] LOGS = logs();
    private static final double LN_2 = StrictMath.log(2);

    private Exponential() {}

    private static double[] reciprocals() {
        double[] table = new double[LOG_PARTS];
        for (int part = 0; part < LOG_PARTS; part++) {
            table[part] = 1 / (1 + (part + 0.5) / LOG_PARTS);
        }
        return table;
    }

    private static double[] logs() {
        double[] table = new double[LOG_PARTS];
        for (int part = 0; part < LOG_PARTS; part++) {
            table[part] = -StrictMath.log(RECIPROCALS[part]);
        }
        return table;
    }

    private static double[] table() {
        double[] table = new double[PARTS];
        for (int j = 0; j < PARTS; j++) {
            table[j] = StrictMath.pow(2, (double) j / PARTS);
        }
        return table;
    }

    /// e to the power of x; what lies beyond -700 and 700 counts as these.
    static double of(double x) {
        double within = Math.max(-MOST, Math.min(MOST, x));
        int parts = (int) Math.floor(within / A_PART + 0.5);
        double r = (within - parts * HIGH) - parts * LOW;
        double sum = r * (1 + r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120)))));
        double power = Double.longBitsToDouble((long) ((parts >> 6) + 1023) << 52);
        double part = TABLE[parts & (PARTS - 1)];
        return power * (part + part * sum);
    }

    /// The natural logarithm of a number above 0, neither tiny nor infinite.
    ///
    /// log(x) = k · ln 2 + log(c) + log(m / c), with m from 1 to 2, c the middle of its 128th part and a
    /// polynomial for the last.
    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int k = (int) (bits >>> 52) - 1023;
        int part = (int) (bits >>> 45) & (LOG_PARTS - 1);
        double m = Double.longBitsToDouble((bits & 0xfffffffffffffL) | 0x3ff0000000000000L);
        double r = m * RECIPROCALS[part] - 1;
        double sum =
                r * (1 - r * (1.0 / 2 - r * (1.0 / 3 - r * (1.0 / 4 - r * (1.0 / 5 - r / 6)))));
        return k * LN_2 + (LOGS[part] + sum);
    }

    /// The chance whose log odds are x.
    static double chance(double x) {
        return 1 / (1 + of(-x));
    }
}
