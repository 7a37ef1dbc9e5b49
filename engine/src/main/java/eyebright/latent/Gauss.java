package eyebright.latent;

/// The standard normal distribution for drawing: the same bits on every machine.
///
/// `cumulative` and `quantile` are exact to about 1e-15 and serve the solving. `quick…` read tables of them
/// and serve the drawing: between the knots of the table the quantile is linear, so that a drawn normal number
/// has exactly the right chance of lying between any two knots (2^-12 apart in probability) and is exact
/// in the outermost sixteen cells; the cumulative one is off by at most 2e-8.
///
/// The normal distributions of `eyebright.stats` and of commons-statistics, exact further out in the tails, rest on
/// `Math.exp` and `Math.log`, whose last digit may differ from machine to machine: what is drawn must not.
public final class Gauss {

    /// Of Wichura (1988): the quotient of two polynomials in the middle, nearer to the end, and far out.
    private static final double[] MIDDLE_ABOVE = {
        2509.0809287301227,
        33430.57558358813,
        67265.7709270087,
        45921.95393154987,
        13731.69376550946,
        1971.5909503065513,
        133.14166789178438,
        3.3871328727963665
    };

    private static final double[] MIDDLE_BELOW = {
        5226.495278852854,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1
    };
    private static final double[] NEAR_ABOVE = {
        0.0007745450142783414,
        0.022723844989269184,
        0.2417807251774506,
        1.2704582524523684,
        3.6478483247632045,
        5.769497221460691,
        4.630337846156546,
        1.4234371107496835
    };
    private static final double[] NEAR_BELOW = {
        1.0507500716444169e-09,
        0.0005475938084995345,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1
    };
    private static final double[] FAR_ABOVE = {
        2.0103343992922881e-07,
        2.7115555687434876e-05,
        0.0012426609473880784,
        0.026532189526576124,
        0.29656057182850487,
        1.7848265399172913,
        5.463784911164114,
        6.657904643501103
    };
    private static final double[] FAR_BELOW = {
        2.0442631033899397e-15,
        1.421511758316446e-07,
        1.8463183175100548e-05,
        0.0007868691311456133,
        0.014875361290850615,
        0.1369298809227358,
        0.599832206555888,
        1
    };

    private static final int BITS = 12;
    private static final int CELLS = 1 << BITS;

    /// So many cells at each end are too bent for a line.
    private static final int BENT = 16;

    private static final double[] QUANTILES = quantiles();

    private static final double REACH = 8.5;
    private static final int A_UNIT = 512;
    private static final double[] CUMULATIVE = cumulated();

    private static final double ROOT_TWO_PI = 2.5066282746310007;

    private Gauss() {}

    private static double[] quantiles() {
        double[] table = new double[CELLS + 1];
        for (int i = 1; i < CELLS; i++) {
            table[i] = quantile((double) i / CELLS);
        }
        return table;
    }

    private static double[] cumulated() {
        double[] table = new double[(int) (2 * REACH * A_UNIT) + 2];
        for (int i = 0; i < table.length; i++) {
            table[i] = cumulative((double) i / A_UNIT - REACH);
        }
        return table;
    }

    /// The density at x.
    public static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_TWO_PI;
    }

    /// The chance of lying below x (Hart 1968 as given by West 2005; absolute error below 1e-15).
    public static double cumulative(double x) {
        double z = Math.abs(x);
        if (z > 37) {
            return x > 0 ? 1 : 0;
        }
        double e = StrictMath.exp(-z * z / 2);
        double tail;
        if (z < 7.07106781186547) {
            double above = 3.52624965998911e-02 * z + 0.700383064443688;
            above = above * z + 6.37396220353165;
            above = above * z + 33.912866078383;
            above = above * z + 112.079291497871;
            above = above * z + 221.213596169931;
            above = above * z + 220.206867912376;
            double below = 8.83883476483184e-02 * z + 1.75566716318264;
            below = below * z + 16.064177579207;
            below = below * z + 86.7807322029461;
            below = below * z + 296.564248779674;
            below = below * z + 637.333633378831;
            below = below * z + 793.826512519948;
            below = below * z + 440.413735824752;
            tail = e * above / below;
        } else {
            double fraction = z + 0.65;
            fraction = z + 4 / fraction;
            fraction = z + 3 / fraction;
            fraction = z + 2 / fraction;
            fraction = z + 1 / fraction;
            tail = e / fraction / ROOT_TWO_PI;
        }
        return x > 0 ? 1 - tail : tail;
    }

    /// The number below which a normal one lies with that chance (Wichura 1988, algorithm AS 241).
    ///
    /// @param p above 0 and below 1
    public static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(MIDDLE_ABOVE, r) / polynomial(MIDDLE_BELOW, r);
        }
        double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double tail =
                r <= 5
                        ? polynomial(NEAR_ABOVE, r - 1.6) / polynomial(NEAR_BELOW, r - 1.6)
                        : polynomial(FAR_ABOVE, r - 5) / polynomial(FAR_BELOW, r - 5);
        return q < 0 ? -tail : tail;
    }

    /// @param coefficients that of the highest power first
    private static double polynomial(double[] coefficients, double r) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum * r + coefficients[i];
        }
        return sum;
    }

    /// A normal number of a uniform one.
    ///
    /// @param unit above 0 and below 1
    public static double quick(double unit) {
        double place = unit * CELLS;
        int cell = (int) place;
        if (cell < BENT || cell >= CELLS - BENT) {
            return quantile(unit);
        }
        double from = QUANTILES[cell];
        return from + (place - cell) * (QUANTILES[cell + 1] - from);
    }

    /// Normal numbers of uniform ones, in their place.
    ///
    /// @param count how many of them
    public static void quick(double[] units, int count) {
        for (int i = 0; i < count; i++) {
            units[i] = quick(units[i]);
        }
    }

    /// The least number whose [#quickCumulative] is that chance or more: minus infinity where that is so of all
    /// numbers, infinity where it is of none.
    public static double least(double chance) {
        double low = -2 * REACH;
        double high = 2 * REACH;
        if (quickCumulative(low) >= chance) {
            return Double.NEGATIVE_INFINITY;
        }
        if (quickCumulative(high) < chance) {
            return Double.POSITIVE_INFINITY;
        }
        for (double middle = 0; middle > low && middle < high; middle = (low + high) / 2) {
            if (quickCumulative(middle) >= chance) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /// A uniform number of a normal one: above 0 and below 1.
    public static double quickCumulative(double x) {
        double place = (Math.max(-REACH, Math.min(REACH, x)) + REACH) * A_UNIT;
        int cell = (int) place;
        double from = CUMULATIVE[cell];
        return Math.min(
                0x1.fffffffffffffp-1, from + (place - cell) * (CUMULATIVE[cell + 1] - from));
    }
}
