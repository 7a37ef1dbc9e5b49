package eyebright.stats.matrix;

import java.util.Optional;

/// The b with the smallest sum of squares of y - X b, nearly as exact as X and y allow.
///
/// ```
/// r + X b = y,  Xᵀ r = 0        solved by QR, then corrected by what the solution leaves of both
/// ```
///
/// What is left is summed in about 31 digits, so that each correction gains the digits that a solution
/// by QR has; b and r are corrected together, which also holds where residuals are large.
///
/// Shape: at least as many rows as columns. Edge cases: dependent columns have no solution here.
/// Errors: more columns than rows, lengths that differ.
/// Sources: Björck (1967) <https://doi.org/10.1007/BF01939321>; Golub & Van Loan (2013), section 5.3.8.
/// Checked against the certified values of NIST, see `LeastSquaresTest`.
public final class LeastSquares {

    private static final int CORRECTIONS = 2;

    private final QrDecomposition qr;
    private final double[] coefficients;
    private final double[] residuals;

    private LeastSquares(QrDecomposition qr, double[] coefficients, double[] residuals) {
        this.qr = qr;
        this.coefficients = coefficients;
        this.residuals = residuals;
    }

    /// The solution, or none if columns are dependent.
    ///
    /// @param x no more columns than rows
    /// @param y as many finite values as rows
    /// @throws IllegalArgumentException if there are more columns than rows, or y has another length
    public static Optional<LeastSquares> of(Matrix x, double[] y) {
        var qr = QrDecomposition.of(x);
        if (qr.rank() < x.columns()) {
            return Optional.empty();
        }
        var columns = new double[x.columns()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = x.column(j);
            Scaling.multiply(columns[j], qr.scale(j));
        }
        double scale = Scaling.toOne(y);
        double[] scaled = y.clone();
        Scaling.multiply(scaled, scale);
        double[] b = qr.backward(qr.turned(scaled));
        double[] r = left(scaled, new double[scaled.length], columns, b);
        for (int i = 0; i < CORRECTIONS; i++) {
            correct(qr, columns, scaled, b, r);
        }
        for (int j = 0; j < b.length; j++) {
            b[j] = b[j] * qr.scale(j) / scale;
        }
        Scaling.multiply(r, 1 / scale);
        return Optional.of(new LeastSquares(qr, b, r));
    }

    private static void correct(
            QrDecomposition qr, double[][] columns, double[] y, double[] b, double[] r) {
        double[] f = left(y, r, columns, b);
        var g = new double[b.length];
        for (int j = 0; j < g.length; j++) {
            var sum = new DoubleDouble(0);
            for (int i = 0; i < r.length; i++) {
                sum.addProduct(columns[j][i], r[i]);
            }
            g[j] = -sum.value();
        }
        double[] along = qr.forward(g);
        double[] turned = qr.turned(f);
        for (int j = 0; j < b.length; j++) {
            double both = turned[j];
            turned[j] = along[j];
            along[j] = both - along[j];
        }
        double[] step = qr.backward(along);
        qr.turnBack(turned);
        for (int j = 0; j < b.length; j++) {
            b[j] += step[j];
        }
        for (int i = 0; i < r.length; i++) {
            r[i] += turned[i];
        }
    }

    /// y - r - X b, rounded once.
    private static double[] left(double[] y, double[] r, double[][] columns, double[] b) {
        var left = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            var sum = new DoubleDouble(y[i]);
            sum.add(-r[i]);
            for (int j = 0; j < b.length; j++) {
                sum.addProduct(-columns[j][i], b[j]);
            }
            left[i] = sum.value();
        }
        return left;
    }

    /// A copy of b.
    public double[] coefficients() {
        return coefficients.clone();
    }

    /// A copy of y - X b.
    public double[] residuals() {
        return residuals.clone();
    }

    /// The sum of the squared residuals.
    public double residualSquares() {
        var sum = new DoubleDouble(0);
        for (double each : residuals) {
            sum.addProduct(each, each);
        }
        return sum.value();
    }

    /// The decomposition of X.
    public QrDecomposition decomposition() {
        return qr;
    }
}
