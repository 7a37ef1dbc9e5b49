package eyebright.stats.model;

import eyebright.stats.matrix.Exponential;
import eyebright.stats.matrix.Logarithm;

/// The log-likelihood of counts whose variance is `m + a m²`, of the coefficients of the scaled predictors
/// and, as the last parameter, of `λ = log a`.
///
/// ```
/// l = Σ [Σ_{k<y} log(1 + a k) + y η - (y + 1/a) log(1 + z)] - Σ log y!,   m = e^η,  z = a m
/// by η:    (y - m) / (1 + z)                          -l'' = m (1 + a y) / (1 + z)²
/// by λ:    Σ_{k<y} a k / (1 + a k) + G / a - y z / (1 + z),    G = log(1 + z) - z / (1 + z)
/// by λ twice:   Σ_{k<y} a k / (1 + a k)² + ((z / (1 + z))² - G) / a - y z / (1 + z)²
/// by η and λ:   -z (y - m) / (1 + z)²
/// ```
///
/// The sums over k replace differences of gamma functions, which lose all digits when a is small. They are
/// taken over how many counts lie above k, so that their length is that of the largest count. Source: Lawless
/// (1987) <https://doi.org/10.2307/3314912>. Mutable: for one thread.
final class DispersedCounts implements LikelihoodSurface {

    /// Below it the logarithm in G is replaced by its series.
    private static final double SMALL = 0.01;

    private static final int TERMS = 10;

    /// Above it G, as a sum of logarithms less another sum, keeps the digits of both.
    private static final double PLAIN = 0.05;

    private static final double LARGE = 1e200;

    private final ModelRows rows;
    private final int[] above;
    private final double constant;
    private final double least;
    private final double most;
    private final RowProducts products;
    private final double[] eta;
    private final double[] residual;
    private final double[] weight;
    private final double[] crossed;

    /// @param above how many counts lie above 0, above 1 …
    /// @param constant what is taken off: the sum of log y!
    /// @param least the smallest λ
    /// @param most the largest λ
    DispersedCounts(ModelRows rows, int[] above, double constant, double least, double most) {
        this.rows = rows;
        this.above = above;
        this.constant = constant;
        this.least = least;
        this.most = most;
        this.products = new RowProducts(rows);
        this.eta = new double[rows.size()];
        this.residual = new double[rows.size()];
        this.weight = new double[rows.size()];
        this.crossed = new double[rows.size()];
    }

    @Override
    public Point at(double[] parameters) {
        int p = rows.predictors();
        double log = parameters[p];
        if (!(log > least && log < most)) {
            return Point.outside();
        }
        double a = StrictMath.exp(log);
        products.clear();
        var sums = new Sums();
        var crossing = new double[p];
        for (int from = 0; from < eta.length; from += RowProducts.BLOCK) {
            int to = Math.min(eta.length, from + RowProducts.BLOCK);
            products.predict(parameters, eta, from, to);
            sums.add(a, from, to);
            products.addSlopes(residual, from, to);
            products.addSquares(weight, from, to);
            for (int j = 0; j < p; j++) {
                double sum = 0;
                for (int i = from; i < to; i++) {
                    sum += rows.column(j)[i] * crossed[i];
                }
                crossing[j] += sum;
            }
        }
        sums.close(a);
        sums.addCounts(a);
        if (!Double.isFinite(sums.value.value())) {
            return Point.outside();
        }
        var gradient = new double[p + 1];
        System.arraycopy(products.slopes(), 0, gradient, 0, p);
        gradient[p] = sums.slope;
        var information = new double[p + 1][p + 1];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                information[j][k] = products.squares()[j * p + k];
                information[k][j] = information[j][k];
            }
            information[j][p] = crossing[j];
            information[p][j] = crossing[j];
        }
        information[p][p] = -sums.curvature;
        return new Point(sums.value.value() - constant, gradient, information);
    }

    /// The log-likelihood, with its first and second derivative by λ.
    private final class Sums {

        final KahanSum value = new KahanSum();
        double slope;
        double curvature;

        private final LogSum ofTrials = new LogSum();
        private final LogSum ofCounts = new LogSum();
        private double bends;

        void add(double a, int from, int to) {
            double first = 0;
            double second = 0;
            for (int i = from; i < to; i++) {
                double y = rows.events()[i];
                double trials = rows.trials()[i];
                double mean = Exponential.of(eta[i]);
                double z = a * mean;
                double inflated = 1 + z;
                double share = z / inflated;
                double missed = y - trials * mean;
                residual[i] = missed / inflated;
                weight[i] = mean * (trials + a * y) / (inflated * inflated);
                crossed[i] = share * missed / inflated;
                value.add(y * eta[i]);
                if (z > PLAIN) {
                    // Nearly all rows: their logarithms are taken together.
                    ofTrials.addOnePlus(z, trials);
                    ofCounts.addOnePlus(z, y);
                    bends -= trials * share;
                } else {
                    double log = Logarithm.ofOnePlus(z);
                    value.add(-(y + trials / a) * log);
                    bends += trials * (z > SMALL ? log - share : series(z));
                }
                first -= y * share;
                second += trials * (share * share) / a - y * share / inflated;
            }
            slope += first;
            curvature += second;
        }

        /// Adds what the logarithms of all rows come to.
        void close(double a) {
            double logs = ofTrials.value();
            value.add(-logs / a);
            value.add(-ofCounts.value());
            slope += (bends + logs) / a;
            curvature -= (bends + logs) / a;
        }

        void addCounts(double a) {
            // Of equal factors one logarithm is taken of their product: the largest counts are of
            // one or two.
            double product = 1;
            for (int k = 1; k < above.length; k++) {
                double z = a * k;
                double inflated = 1 + z;
                double inverse = 1 / inflated;
                double times = above[k];
                slope += times * z * inverse;
                curvature += times * z * inverse * inverse;
                if (z < SMALL) {
                    value.add(times * Logarithm.ofOnePlus(z));
                } else {
                    product *= inflated;
                    if (k + 1 == above.length || above[k + 1] != above[k] || product > LARGE) {
                        value.add(times * Logarithm.of(product));
                        product = 1;
                    }
                }
            }
        }
    }

    /// log(1 + z) - z / (1 + z) where their difference would lose digits.
    private static double series(double z) {
        double sum = 0;
        double power = 1;
        for (int k = 2; k < TERMS; k++) {
            sum += power * (k - 1) / k;
            power *= -z;
        }
        return sum * z * z;
    }
}
