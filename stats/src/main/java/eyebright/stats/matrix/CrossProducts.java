package eyebright.stats.matrix;

/// The sums of products of each column of a table with each, `XᵀX`.
///
/// Shape: p columns of n numbers, one after another; of the p x p sums, row by row, the lower triangle is filled. Edge
/// cases, errors: [FourProducts], which takes two columns with two others.
public final class CrossProducts {

    private CrossProducts() {}

    /// The lower triangle.
    ///
    /// @param values column by column
    public static double[] of(double[] values, int n, int p) {
        var sums = new double[p * p];
        var four = new double[4];
        int j = 0;
        for (; j < p - 1; j += 2) {
            int one = j * n;
            for (int k = 0; k <= j; k += 2) {
                FourProducts.of(
                        values, one, values, one + n, values, k * n, values, k * n + n, n, four);
                sums[j * p + k] = four[0];
                sums[(j + 1) * p + k] = four[2];
                sums[(j + 1) * p + k + 1] = four[3];
                if (k < j) {
                    sums[j * p + k + 1] = four[1];
                }
            }
        }
        if (j < p) {
            for (int k = 0; k <= j; k++) {
                sums[j * p + k] = DotProduct.of(values, j * n, values, k * n, n);
            }
        }
        return sums;
    }
}
