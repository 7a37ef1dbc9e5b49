package eyebright.stats.matrix;

import java.util.Arrays;

/// An orthogonal Q and a triangle R with X P = Q R, by Householder's reflections.
///
/// Columns are first brought to a length of about 1, so that units do not matter. A column that is a
/// combination of those before it (what is left of it is below 1e-12 of its length) goes to the end; the
/// others keep their order.
///
/// Shape: any matrix with at least as many rows as columns; the rank is 0 to the number of columns.
/// Edge cases: a column of zeros is dependent. Errors: more columns than rows.
/// Source: Golub & Van Loan (2013), section 5.2. R's `qr` calls a column dependent below 1e-7.
public final class QrDecomposition {

    /// What is left of a dependent column, as a share of its length.
    private static final double DEPENDENT = 1e-12;

    private final int rows;

    /// Below and on the diagonal the reflections, above it R, each column in its new place.
    private final double[][] factors;

    private final double[] diagonal;
    private final int[] pivot;

    /// The power of two by which each column, in its old place, was multiplied.
    private final double[] scale;

    private final int rank;

    private QrDecomposition(
            int rows,
            double[][] factors,
            double[] diagonal,
            int[] pivot,
            double[] scale,
            int rank) {
        this.rows = rows;
        this.factors = factors;
        this.diagonal = diagonal;
        this.pivot = pivot;
        this.scale = scale;
        this.rank = rank;
    }

    /// The decomposition of a matrix.
    ///
    /// @param matrix no more columns than rows
    /// @throws IllegalArgumentException if there are more columns than rows
    public static QrDecomposition of(Matrix matrix) {
        int rows = matrix.rows();
        int columns = matrix.columns();
        if (columns > rows) {
            throw new IllegalArgumentException(
                    "matrix must have at least as many rows as columns, not %d x %d"
                            .formatted(rows, columns));
        }
        var factors = new double[columns][];
        var scale = new double[columns];
        var length = new double[columns];
        var pivot = new int[columns];
        for (int j = 0; j < columns; j++) {
            factors[j] = matrix.column(j);
            scale[j] = Scaling.toOne(factors[j]);
            Scaling.multiply(factors[j], scale[j]);
            length[j] = norm(factors[j], 0);
            pivot[j] = j;
        }
        var diagonal = new double[columns];
        int rank = columns;
        int k = 0;
        while (k < rank) {
            double left = norm(factors[k], k);
            if (!(left > DEPENDENT * length[pivot[k]])) {
                moveToEnd(factors, pivot, k);
                rank--;
                continue;
            }
            diagonal[k] = reflect(factors, k, left);
            k++;
        }
        return new QrDecomposition(rows, factors, diagonal, pivot, scale, rank);
    }

    private static double norm(double[] column, int from) {
        double sum = 0;
        for (int i = from; i < column.length; i++) {
            sum += column[i] * column[i];
        }
        return Math.sqrt(sum);
    }

    private static void moveToEnd(double[][] factors, int[] pivot, int k) {
        double[] column = factors[k];
        int place = pivot[k];
        for (int j = k; j + 1 < factors.length; j++) {
            factors[j] = factors[j + 1];
            pivot[j] = pivot[j + 1];
        }
        factors[factors.length - 1] = column;
        pivot[pivot.length - 1] = place;
    }

    /// Turns column k into a reflection, applies it to the later ones and gives the diagonal of R.
    private static double reflect(double[][] factors, int k, double left) {
        double[] v = factors[k];
        double signed = v[k] < 0 ? -left : left;
        for (int i = k; i < v.length; i++) {
            v[i] /= signed;
        }
        v[k] += 1;
        for (int j = k + 1; j < factors.length; j++) {
            apply(v, k, factors[j]);
        }
        return -signed;
    }

    private static void apply(double[] v, int k, double[] to) {
        double sum = 0;
        for (int i = k; i < v.length; i++) {
            sum += v[i] * to[i];
        }
        double factor = -sum / v[k];
        for (int i = k; i < v.length; i++) {
            to[i] += factor * v[i];
        }
    }

    /// How many columns are independent.
    public int rank() {
        return rank;
    }

    /// The old place of each column: the independent ones first, in their order.
    public int[] pivot() {
        return pivot.clone();
    }

    /// A dependent column as a combination of the independent ones: for each old place the weight, in
    /// units in which all columns have a length of about 1.
    ///
    /// @param column the old place of a dependent column
    /// @throws IllegalArgumentException if the column is independent
    public double[] combination(int column) {
        for (int j = rank; j < pivot.length; j++) {
            if (pivot[j] == column) {
                double[] solved = backward(factors[j]);
                var weights = new double[pivot.length];
                for (int k = 0; k < rank; k++) {
                    weights[pivot[k]] = solved[k];
                }
                return weights;
            }
        }
        throw new IllegalArgumentException(
                "column %d must be one of the dependent ones, which are %s"
                        .formatted(
                                column,
                                Arrays.toString(Arrays.copyOfRange(pivot, rank, pivot.length))));
    }

    /// The b with the smallest sum of squares of y - X b; 0 for dependent columns.
    ///
    /// @param y as many values as rows
    /// @throws IllegalArgumentException if the length does not fit
    public double[] solve(double[] y) {
        double[] solved = backward(turned(y));
        var b = new double[pivot.length];
        for (int k = 0; k < rank; k++) {
            b[pivot[k]] = solved[k] * scale[pivot[k]];
        }
        return b;
    }

    /// The inverse of XᵀX.
    ///
    /// @throws IllegalStateException if columns are dependent
    public Matrix inverseOfCrossProduct() {
        requireFullRank();
        int size = rank;
        // Column j of the inverse of R, which is a triangle too.
        var inverse = new double[size][];
        for (int j = 0; j < size; j++) {
            var unit = new double[size];
            unit[j] = 1;
            inverse[j] = backward(unit);
        }
        var product = new double[size * size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int k = a; k < size; k++) {
                    sum += inverse[k][a] * inverse[k][b];
                }
                double value = sum * scale[pivot[a]] * scale[pivot[b]];
                product[pivot[a] * size + pivot[b]] = value;
                product[pivot[b] * size + pivot[a]] = value;
            }
        }
        return Matrix.of(size, size, product);
    }

    /// How much of its own fitted value each row makes: the diagonal of X (XᵀX)⁻¹ Xᵀ, 0 to 1 each, the
    /// rank in sum.
    public double[] leverages() {
        var leverages = new double[rows];
        for (int k = 0; k < rank; k++) {
            var column = new double[rows];
            column[k] = 1;
            turnBack(column);
            for (int i = 0; i < rows; i++) {
                leverages[i] += column[i] * column[i];
            }
        }
        return Arrays.stream(leverages).map(h -> Math.min(1, h)).toArray();
    }

    /// Qᵀ y.
    double[] turned(double[] y) {
        if (y.length != rows) {
            throw new IllegalArgumentException(
                    "y must have %d values, not %d".formatted(rows, y.length));
        }
        double[] turned = y.clone();
        for (int k = 0; k < rank; k++) {
            apply(factors[k], k, turned);
        }
        return turned;
    }

    /// Puts Q z in the place of z.
    void turnBack(double[] z) {
        for (int k = rank - 1; k >= 0; k--) {
            apply(factors[k], k, z);
        }
    }

    /// The x with R x = the first values of z, in the new order and scaled.
    double[] backward(double[] z) {
        double[] x = Arrays.copyOf(z, rank);
        for (int k = rank - 1; k >= 0; k--) {
            x[k] /= diagonal[k];
            for (int i = 0; i < k; i++) {
                x[i] -= factors[k][i] * x[k];
            }
        }
        return x;
    }

    /// The x with Rᵀ x = z, in the new order and scaled.
    double[] forward(double[] z) {
        double[] x = z.clone();
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < k; i++) {
                x[k] -= factors[k][i] * x[i];
            }
            x[k] /= diagonal[k];
        }
        return x;
    }

    /// The power of two by which a column was multiplied.
    double scale(int column) {
        return scale[column];
    }

    void requireFullRank() {
        if (rank < pivot.length) {
            throw new IllegalStateException(
                    "columns must be independent, but %d of %d are".formatted(rank, pivot.length));
        }
    }
}
