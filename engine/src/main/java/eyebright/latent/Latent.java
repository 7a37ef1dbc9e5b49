package eyebright.latent;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A rating as it shows a latent normal variable: which point is given is decided by thresholds.
///
/// Two ratings whose latent variables correlate by r have the covariance Σ cₖ c'ₖ rᵏ, with
/// cₖ = E[X · Heₖ(Z)] / √k! the Hermite coefficients of each (Mehler 1866), here
/// Σ over thresholds t of (step in points at t) · φ(t) · Heₖ₋₁(t) / √k!. Terms beyond the 32nd are left out:
/// for ratings they are below 1e-6 up to r = .8. Immutable.
public final class Latent {

    private static final int TERMS = 32;
    private static final int HALVINGS = 60;

    /// As near to 1 and -1 as a latent correlation may come.
    public static final double MOST = 0.999;

    private final double[] coefficients = new double[TERMS];
    private final double deviation;

    private Latent(double[] thresholds, double[] values, double deviation) {
        this.deviation = deviation;
        for (int i = 0; i < thresholds.length; i++) {
            double t = thresholds[i];
            double weight = (values[i + 1] - values[i]) * Gauss.density(t);
            // Heₖ₋₁ / √k!, by the recursion of the normed polynomials.
            double before = 0;
            double polynomial = 1;
            for (int k = 1; k <= TERMS && weight > 0; k++) {
                coefficients[k - 1] += weight * polynomial / StrictMath.sqrt(k);
                double next =
                        (t * polynomial - StrictMath.sqrt(k - 1.0) * before) / StrictMath.sqrt(k);
                before = polynomial;
                polynomial = next;
            }
        }
    }

    /// A number with these chances.
    public static Latent of(PointTable table) {
        double[] values = new double[table.grid().size()];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = table.grid().value(cell);
        }
        return new Latent(table.thresholds(), values, table.deviation());
    }

    /// Something that is so with that chance.
    ///
    /// @param share above 0 and below 1
    public static Latent of(double share) {
        return new Latent(
                new double[] {Gauss.quantile(1 - share)},
                new double[] {0, 1},
                StrictMath.sqrt(share * (1 - share)));
    }

    /// The standard deviation as it is observed.
    double deviation() {
        return deviation;
    }

    /// The covariance as observed, with latent variables that correlate by r.
    double covariance(Latent other, double r) {
        double sum = 0;
        for (int k = TERMS - 1; k >= 0; k--) {
            sum = (sum + coefficients[k] * other.coefficients[k]) * r;
        }
        return sum;
    }

    /// The correlation as observed, with latent variables that correlate by r.
    public double observed(Latent other, double r) {
        return covariance(other, r) / (deviation * other.deviation);
    }

    /// The latent correlation that is observed as `correlation`; the nearest possible, where that is none.
    public double latent(Latent other, double correlation) {
        return root(r -> observed(other, r) - correlation, -MOST, MOST);
    }

    /// Where a function that grows is zero; the nearer end, where it is nowhere.
    public static double root(DoubleUnaryOperator growing, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (growing.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// Items that show one trait, all by the same latent correlation; an item keyed the other way shows it by
    /// the opposite.
    ///
    /// @param items 2 or more
    /// @param signs 1, or -1 for an item keyed the other way
    public record Items(List<Latent> items, List<Integer> signs) {

        public Items {
            items = List.copyOf(items);
            signs = List.copyOf(signs);
        }

        /// The variance of the sum of the items, turned to one key, with latent variables of every two items
        /// that correlate by r.
        public double variance(double r) {
            double sum = 0;
            for (int i = 0; i < items.size(); i++) {
                sum += items.get(i).deviation * items.get(i).deviation;
                for (int j = 0; j < i; j++) {
                    int sign = signs.get(i) * signs.get(j);
                    sum += 2 * sign * items.get(i).covariance(items.get(j), sign * r);
                }
            }
            return sum;
        }

        /// Cronbach's alpha as observed: k / (k - 1) · (1 - Σ of variances / variance of the sum).
        public double alpha(double r) {
            double own = variance(0);
            double k = items.size();
            return k / (k - 1) * (1 - own / variance(r));
        }

        /// The latent correlation at which that alpha is observed; the nearest possible, where that is none.
        public double latent(double alpha) {
            return root(r -> alpha(r) - alpha, 0, MOST);
        }

        /// The covariance of the two sums, with latent variables of every two items, one of each, that
        /// correlate by r.
        double covariance(Items other, double r) {
            double sum = 0;
            for (int i = 0; i < items.size(); i++) {
                for (int j = 0; j < other.items.size(); j++) {
                    int sign = signs.get(i) * other.signs.get(j);
                    sum += sign * items.get(i).covariance(other.items.get(j), sign * r);
                }
            }
            return sum;
        }

        /// The correlation of the two scores as observed.
        ///
        /// @param own the latent correlation of the items of this
        /// @param others that of the others
        /// @param traits that of the two traits
        public double observed(Items other, double own, double others, double traits) {
            double r = traits * StrictMath.sqrt(own * others);
            return covariance(other, r) / StrictMath.sqrt(variance(own) * other.variance(others));
        }

        /// The correlation of two traits at which that of the scores is observed; beyond 1 or -1, where
        /// only that would do.
        public double latent(Items other, double own, double others, double correlation) {
            double most = MOST / StrictMath.sqrt(own * others);
            return root(traits -> observed(other, own, others, traits) - correlation, -most, most);
        }
    }
}
