package eyebright.stats.matrix;

/// The triangle L of an information matrix, `L Lᵀ`, made again and again in the same place. Mutable: for one
/// thread.
///
/// Shape: a symmetric matrix of p rows, row by row. Edge cases: a matrix that is not positive definite has no
/// triangle; the row that shows it is given. Errors: none; what is asked for without a triangle has no meaning.
public final class Triangle {

    /// A pivot below this share of its diagonal value is taken to be zero.
    private static final double SINGULAR = 1e-12;

    private final int p;
    private final double[] lower;

    public Triangle(int p) {
        this.p = p;
        this.lower = new double[p * p];
    }

    /// Decomposes a matrix, of which the lower triangle is read.
    ///
    /// @param values row by row
    /// @return the first predictor that the ones before it already say; -1 if there is none
    public int decompose(double[] values) {
        System.arraycopy(values, 0, lower, 0, values.length);
        for (int j = 0; j < p; j++) {
            double whole = lower[j * p + j];
            for (int k = 0; k < j; k++) {
                double sum = lower[j * p + k];
                for (int m = 0; m < k; m++) {
                    sum -= lower[j * p + m] * lower[k * p + m];
                }
                lower[j * p + k] = sum / lower[k * p + k];
            }
            double pivot = whole;
            for (int k = 0; k < j; k++) {
                pivot -= lower[j * p + k] * lower[j * p + k];
            }
            if (!(pivot > SINGULAR * whole) || !Double.isFinite(pivot)) {
                return j;
            }
            lower[j * p + j] = Math.sqrt(pivot);
        }
        return -1;
    }

    /// The least number on its diagonal.
    public double least() {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < p; j++) {
            least = Math.min(least, lower[j * p + j]);
        }
        return least;
    }

    /// The logarithm of the determinant of the matrix.
    public double logDeterminant() {
        double sum = 0;
        for (int j = 0; j < p; j++) {
            sum += StrictMath.log(lower[j * p + j]);
        }
        return 2 * sum;
    }

    /// The solution of the matrix times it equal to a right side.
    public void solve(double[] right, double[] into) {
        for (int i = 0; i < p; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i * p + k] * into[k];
            }
            into[i] = sum / lower[i * p + i];
        }
        for (int i = p - 1; i >= 0; i--) {
            double sum = into[i];
            for (int k = i + 1; k < p; k++) {
                sum -= lower[k * p + i] * into[k];
            }
            into[i] = sum / lower[i * p + i];
        }
    }

    /// A vector times the inverse of the matrix times the vector, which is lost.
    public double squaredLength(double[] vector) {
        double sum = 0;
        for (int j = 0; j < p; j++) {
            double value = vector[j];
            for (int k = 0; k < j; k++) {
                value -= lower[j * p + k] * vector[k];
            }
            vector[j] = value / lower[j * p + j];
            sum += vector[j] * vector[j];
        }
        return sum;
    }

    /// The inverse of the matrix.
    public Matrix inverse() {
        var values = new double[p * p];
        var unit = new double[p];
        var column = new double[p];
        for (int j = 0; j < p; j++) {
            unit[j] = 1;
            solve(unit, column);
            unit[j] = 0;
            for (int i = 0; i <= j; i++) {
                values[j * p + i] = column[i];
                values[i * p + j] = column[i];
            }
        }
        return Matrix.of(p, p, values);
    }
}
