package eyebright.stats.model;

import eyebright.stats.matrix.DotProduct;
import eyebright.stats.matrix.FourProducts;
import java.util.Arrays;

/// Sums over the rows of a model: `Xb`, `Xᵀr` and `XᵀWX`, of one block of rows after another.
///
/// A block is short enough to stay near the processor while all of it is computed. The sums of a block are
/// added to those of the blocks before, in their order: the same bytes on every machine. Mutable: for one
/// thread.
final class RowProducts {

    /// How many rows are taken at once.
    static final int BLOCK = 256;

    private final ModelRows rows;
    private final int p;
    private final double[] product = new double[BLOCK];
    private final double[] next = new double[BLOCK];
    private final double[] four = new double[4];
    private final double[] slopes;
    private final double[] squares;

    RowProducts(ModelRows rows) {
        this.rows = rows;
        this.p = rows.predictors();
        this.slopes = new double[p];
        this.squares = new double[p * p];
    }

    /// Starts sums anew.
    void clear() {
        Arrays.fill(slopes, 0);
        Arrays.fill(squares, 0);
    }

    /// The linear predictors of a block.
    void predict(double[] coefficients, double[] eta, int from, int to) {
        System.arraycopy(rows.offset(), from, eta, from, to - from);
        for (int j = 0; j < p; j++) {
            double[] column = rows.column(j);
            double coefficient = coefficients[j];
            for (int i = from; i < to; i++) {
                eta[i] += column[i] * coefficient;
            }
        }
    }

    /// Adds the products of predictors and residuals of a block.
    void addSlopes(double[] residual, int from, int to) {
        for (int j = 0; j < p; j++) {
            slopes[j] += DotProduct.of(residual, from, rows.column(j), from, to - from);
        }
    }

    /// Adds the weighted products of predictors of a block.
    void addSquares(double[] weight, int from, int to) {
        int n = to - from;
        int j = 0;
        for (; j < p - 1; j += 2) {
            weigh(rows.column(j), weight, from, n, product);
            weigh(rows.column(j + 1), weight, from, n, next);
            for (int k = 0; k <= j; k += 2) {
                FourProducts.of(
                        product, next, 0, rows.column(k), rows.column(k + 1), from, n, four);
                squares[j * p + k] += four[0];
                // On the diagonal the second is that of the third.
                squares[j * p + k + 1] += k < j ? four[1] : 0;
                squares[(j + 1) * p + k] += four[2];
                squares[(j + 1) * p + k + 1] += four[3];
            }
        }
        if (j < p) {
            weigh(rows.column(j), weight, from, n, product);
            for (int k = 0; k <= j; k++) {
                squares[j * p + k] += DotProduct.of(product, 0, rows.column(k), from, n);
            }
        }
    }

    private static void weigh(double[] column, double[] weight, int from, int n, double[] into) {
        for (int i = 0; i < n; i++) {
            into[i] = column[from + i] * weight[from + i];
        }
    }

    /// `Xᵀr` of the blocks that were added; not a copy.
    double[] slopes() {
        return slopes;
    }

    /// The lower triangle of `XᵀWX` of the blocks that were added, row by row; not a copy.
    double[] squares() {
        return squares;
    }
}
