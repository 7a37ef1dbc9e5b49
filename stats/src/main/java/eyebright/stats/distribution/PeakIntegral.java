package eyebright.stats.distribution;

import java.util.function.DoubleUnaryOperator;

/// The integral over the whole line of a function that is nowhere negative and has one peak, to nearly
/// all digits of a double, as a logarithm: it neither overflows nor vanishes.
///
/// The function is given as its logarithm, which rises to one peak, falls on both sides of it and goes
/// to minus infinity there, as densities do. The peak is found, then the points where the function is
/// e^-45 of its peak, and between them the trapezoidal rule is halved until it stands: for smooth
/// functions that fall off at both ends each halving doubles the digits.
///
/// Shape: one function of one variable. Edge cases: minus infinity at the start is an integral of 0; a
/// second peak is not looked for. Errors: none.
///
/// Source: Trefethen & Weideman (2014) <https://doi.org/10.1137/130932132>.
public final class PeakIntegral {

    /// Beyond this drop of the logarithm nothing is left that a double could show.
    private static final double NEGLIGIBLE = 45;

    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

    /// When a halving changes the sum by less than this, the next would change it by its square.
    private static final double SETTLED = 1e-10;

    /// A change below this that a halving does not make much smaller is rounding in f itself.
    private static final double ROUNDING = 1e-7;

    private static final int FIRST_STEPS = 16;
    private static final int MOST_STEPS = 1 << 12;

    private PeakIntegral() {}

    /// The logarithm of the integral of exp(f) over the whole line; minus infinity if f is minus
    /// infinity at the start.
    ///
    /// @param start where to look for the peak from; f must be finite there unless the integral is 0
    /// @param width a guess of how wide the peak is; above 0
    /// @param f the logarithm of the function
    public static double log(double start, double width, DoubleUnaryOperator f) {
        if (f.applyAsDouble(start) == Double.NEGATIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        Peak peak = peak(start, width, f);
        double low = end(peak, -width, f);
        double high = end(peak, width, f);
        double length = high - low;
        // The ends carry e^-45 of the peak: they need no half weights.
        double sum = sum(low, length / FIRST_STEPS, FIRST_STEPS, peak, f);
        double changeBefore = Double.POSITIVE_INFINITY;
        for (int steps = FIRST_STEPS; ; steps *= 2) {
            double h = length / steps;
            double between = sum(low + h / 2, h, steps, peak, f);
            double before = sum * h;
            sum += between;
            double now = sum * h / 2;
            double change = Math.abs(now / before - 1);
            boolean rounding = change < ROUNDING && change > changeBefore / 4;
            if (change <= SETTLED || rounding || steps >= MOST_STEPS) {
                return peak.height() + Math.log(now);
            }
            changeBefore = change;
        }
    }

    /// Where the logarithm is largest, nearly, and how large it is there.
    record Peak(double at, double height) {}

    private static double sum(double from, double h, int n, Peak peak, DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.exp(f.applyAsDouble(from + i * h) - peak.height());
        }
        return sum;
    }

    private static Peak peak(double start, double width, DoubleUnaryOperator f) {
        double step = width;
        double middle = start;
        double height = f.applyAsDouble(middle);
        double right = middle + step;
        double fRight = f.applyAsDouble(right);
        double left = middle - step;
        double fLeft = f.applyAsDouble(left);
        while (fRight > height || fLeft > height) {
            step *= 2;
            if (fRight > height) {
                left = middle;
                fLeft = height;
                middle = right;
                height = fRight;
                right = middle + step;
                fRight = f.applyAsDouble(right);
            } else {
                right = middle;
                fRight = height;
                middle = left;
                height = fLeft;
                left = middle - step;
                fLeft = f.applyAsDouble(left);
            }
        }
        // Golden section, until the height is known to about 1: it only scales the sum.
        while (height - Math.min(fLeft, fRight) > 1) {
            boolean toTheRight = right - middle > middle - left;
            double next = middle + GOLDEN * (toTheRight ? right - middle : left - middle);
            double fNext = f.applyAsDouble(next);
            if (next == middle || next == left || next == right) {
                break;
            }
            if (fNext > height) {
                if (toTheRight) {
                    left = middle;
                    fLeft = height;
                } else {
                    right = middle;
                    fRight = height;
                }
                middle = next;
                height = fNext;
            } else if (toTheRight) {
                right = next;
                fRight = fNext;
            } else {
                left = next;
                fLeft = fNext;
            }
        }
        return new Peak(middle, height);
    }

    /// Where f has fallen by what is negligible, or a little more.
    private static double end(Peak peak, double width, DoubleUnaryOperator f) {
        double inside = 0;
        double outside = width;
        while (f.applyAsDouble(peak.at() + outside) > peak.height() - NEGLIGIBLE) {
            inside = outside;
            outside *= 2;
        }
        while (Math.abs(outside - inside) > 0.1 * Math.abs(outside)) {
            double middle = (inside + outside) / 2;
            if (f.applyAsDouble(peak.at() + middle) > peak.height() - NEGLIGIBLE) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return peak.at() + outside;
    }
}
