package eyebright.stats.model;

import eyebright.stats.matrix.DotProduct;
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
        for (int j = 0; j < p; j++) {
            double[] column = rows.column(j);
            for (int i = 0; i < n; i++) {
                product[i] = column[from + i] * weight[from + i];
            }
            for (int k = 0; k <= j; k++) {
                squares[j * p + k] += DotProduct.of(product, 0, rows.column(k), from, n);
            }
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
