package eyebright.stats.matrix;

import java.util.Optional;

/// The triangle L with A = L Lᵀ of a symmetric positive definite matrix, and what it solves.
///
/// Shape: square, as large as it has columns. Edge cases: a matrix that is not positive definite to
/// the digits of a double has none. Errors: a matrix that is not square. Source: Golub & Van Loan (2013), algorithm 4.2.1.
public final class Cholesky {

    /// A pivot below this share of its diagonal value is taken to be zero.
    private static final double SINGULAR = 1e-13;

    private final int size;
    private final double[][] lower;

    private Cholesky(int size, double[][] lower) {
        this.size = size;
        this.lower = lower;
    }

    /// The decomposition, or none if the matrix is not positive definite.
    ///
    /// @param matrix symmetric; only its lower triangle is read
    /// @throws IllegalArgumentException if the matrix is not square
    public static Optional<Cholesky> of(Matrix matrix) {
        int size = matrix.rows();
        if (matrix.columns() != size) {
            throw new IllegalArgumentException(
                    "matrix must be square, not %d x %d".formatted(size, matrix.columns()));
        }
        var lower = new double[size][size];
        for (int j = 0; j < size; j++) {
            double pivot = matrix.at(j, j);
            for (int k = 0; k < j; k++) {
                pivot -= lower[j][k] * lower[j][k];
            }
            if (!(pivot > SINGULAR * matrix.at(j, j))) {
                return Optional.empty();
            }
            lower[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < size; i++) {
                double sum = matrix.at(i, j);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = sum / lower[j][j];
            }
        }
        return Optional.of(new Cholesky(size, lower));
    }

    /// The x with A x = b.
    ///
    /// @throws IllegalArgumentException if b has another length
    public double[] solve(double[] b) {
        if (b.length != size) {
            throw new IllegalArgumentException(
                    "b must have %d values, not %d".formatted(size, b.length));
        }
        double[] x = halfSolve(b);
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /// The x with L x = b, so that the sum of its squares is bᵀ A⁻¹ b.
    public double[] halfSolve(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /// The inverse of A.
    public Matrix inverse() {
        var columns = new double[size][];
        for (int j = 0; j < size; j++) {
            var unit = new double[size];
            unit[j] = 1;
            columns[j] = solve(unit);
        }
        // Solved column by column it is symmetric but for the last digit.
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < j; i++) {
                double middle = (columns[j][i] + columns[i][j]) / 2;
                columns[j][i] = middle;
                columns[i][j] = middle;
            }
        }
        return Matrix.ofColumns(columns);
    }

    /// The natural logarithm of the determinant of A.
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 2 * Math.log(lower[i][i]);
        }
        return sum;
    }

    /// The value of L in a row and column, both from 0; 0 above the diagonal.
    public double at(int row, int column) {
        return lower[row][column];
    }
}
