package eyebright.expression;

/// Arithmetic of decimals that are held as doubles, where it can be had exactly.
///
/// A double x is *exact* if the decimal it stands for is the one that [java.math.BigDecimal#valueOf(double)]
/// makes of it, the shortest that reads as x. Decimals of at most 15 digits all are. So a sum or product of
/// such numbers is computed with whole numbers up to 10^15, scaled by a power of ten, and divided once at
/// the end, which rounds correctly. A quotient of such whole numbers differs from the middle of two
/// doubles by more than a 10^31st part of it, or equals none; so dividing doubles gives the same as
/// dividing with 34 digits and rounding then. Whatever lies beyond is NaN: in doubt.
final class Decimals {

    /// Above it a double may stand for a decimal other than its own value.
    private static final double MOST = 1e15;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    /// How often a quotient is tried as a decimal: with that many digits after the point.
    private static final double QUOTIENT_POWER = 1e3;

    private Decimals() {}

    /// The exact sum of two exact numbers, or NaN.
    static double sum(double x, double y) {
        int power = power(x, y);
        if (power < 0) {
            return Double.NaN;
        }
        double scale = POWERS[power];
        double sum = Math.rint(x * scale) + Math.rint(y * scale);
        return Math.abs(sum) <= MOST ? sum / scale + 0.0 : Double.NaN;
    }

    /// The exact product of two exact numbers, or NaN.
    static double product(double x, double y) {
        int power = power(x, y);
        if (power < 0) {
            return Double.NaN;
        }
        double scale = POWERS[power];
        double product = Math.rint(x * scale) * Math.rint(y * scale);
        return Math.abs(product) <= MOST ? product / (scale * scale) + 0.0 : Double.NaN;
    }

    /// The double nearest to the quotient of two exact numbers, or NaN.
    ///
    /// @param y not 0
    static double quotient(double x, double y) {
        int power = power(x, y);
        if (power < 0) {
            return Double.NaN;
        }
        double scale = POWERS[power];
        return Math.rint(x * scale) / Math.rint(y * scale) + 0.0;
    }

    /// Whether that quotient is exact; false also where that was not seen.
    static boolean isExact(double x, double y, double quotient) {
        int power = power(x, y);
        if (power < 0) {
            return false;
        }
        double whole = Math.rint(quotient * QUOTIENT_POWER);
        double dividend = Math.rint(x * POWERS[power]) * QUOTIENT_POWER;
        return Math.abs(whole) <= MOST
                && Math.abs(dividend) <= MOST
                && whole * Math.rint(y * POWERS[power]) == dividend;
    }

    /// The least power of ten that makes both whole, or -1.
    private static int power(double x, double y) {
        for (int power = 0; power < POWERS.length; power++) {
            if (isWhole(x, POWERS[power]) && isWhole(y, POWERS[power])) {
                return power;
            }
        }
        return -1;
    }

    /// Whether x is a whole number of at most 15 digits divided by that power of ten.
    private static boolean isWhole(double x, double power) {
        double whole = Math.rint(x * power);
        return Math.abs(whole) <= MOST && whole / power == x;
    }
}
