package eyebright.stats.matrix;

/// The four sums of products of two lists of numbers with two others, each number read once for both.
///
/// Products are not rounded before they are added ([Math#fma]), in two sums each: the same bytes on every machine.
/// It is half the work of four times [DotProduct].
///
/// Shape: four lists of n numbers. Edge cases: of none they are 0. Errors: a list that ends too early.
public final class FourProducts {

    private FourProducts() {}

    /// Fills the sums of one with first, one with second, other with first, and other with second.
    ///
    /// @param from where the two of each pair of lists begin
    public static void of(
            double[] one,
            double[] other,
            int from,
            double[] first,
            double[] second,
            int fromThere,
            int n,
            double[] into) {
        of(one, from, other, from, first, fromThere, second, fromThere, n, into);
    }

    /// The same of lists that each begin at a place of their own.
    static void of(
            double[] one,
            int fromOne,
            double[] other,
            int fromOther,
            double[] first,
            int fromFirst,
            double[] second,
            int fromSecond,
            int n,
            double[] into) {
        double a0 = 0;
        double b0 = 0;
        double c0 = 0;
        double d0 = 0;
        double a1 = 0;
        double b1 = 0;
        double c1 = 0;
        double d1 = 0;
        int i = 0;
        for (; i < n - 1; i += 2) {
            double x0 = one[fromOne + i];
            double y0 = other[fromOther + i];
            double u0 = first[fromFirst + i];
            double v0 = second[fromSecond + i];
            a0 = Math.fma(x0, u0, a0);
            b0 = Math.fma(x0, v0, b0);
            c0 = Math.fma(y0, u0, c0);
            d0 = Math.fma(y0, v0, d0);
            double x1 = one[fromOne + i + 1];
            double y1 = other[fromOther + i + 1];
            double u1 = first[fromFirst + i + 1];
            double v1 = second[fromSecond + i + 1];
            a1 = Math.fma(x1, u1, a1);
            b1 = Math.fma(x1, v1, b1);
            c1 = Math.fma(y1, u1, c1);
            d1 = Math.fma(y1, v1, d1);
        }
        if (i < n) {
            a0 = Math.fma(one[fromOne + i], first[fromFirst + i], a0);
            b0 = Math.fma(one[fromOne + i], second[fromSecond + i], b0);
            c0 = Math.fma(other[fromOther + i], first[fromFirst + i], c0);
            d0 = Math.fma(other[fromOther + i], second[fromSecond + i], d0);
        }
        into[0] = a0 + a1;
        into[1] = b0 + b1;
        into[2] = c0 + c1;
        into[3] = d0 + d1;
    }
}
