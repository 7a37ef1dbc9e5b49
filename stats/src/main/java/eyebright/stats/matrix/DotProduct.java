package eyebright.stats.matrix;

/// The sum of the products of two lists of numbers.
///
/// Four sums stand side by side: a processor adds them at once, and the bytes do not depend on whether it
/// does.
///
/// Shape: two lists of n numbers. Edge cases: of none it is 0. Errors: a list that ends too early.
public final class DotProduct {

    private DotProduct() {}

    /// Of two lists of the same length.
    ///
    /// @throws IndexOutOfBoundsException if the second is shorter
    public static double of(double[] one, double[] other) {
        return of(one, 0, other, 0, one.length);
    }

    /// Of so many numbers of each, from a place on.
    public static double of(double[] a, int fromA, double[] b, int fromB, int n) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i < n - 3; i += 4) {
            sum0 += a[fromA + i] * b[fromB + i];
            sum1 += a[fromA + i + 1] * b[fromB + i + 1];
            sum2 += a[fromA + i + 2] * b[fromB + i + 2];
            sum3 += a[fromA + i + 3] * b[fromB + i + 3];
        }
        for (; i < n; i++) {
            sum0 += a[fromA + i] * b[fromB + i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }
}
