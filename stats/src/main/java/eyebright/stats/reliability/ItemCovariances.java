package eyebright.stats.reliability;

import eyebright.stats.matrix.DotProduct;
import java.util.List;

/// How the items of a scale vary together: count, means and centred cross-products.
///
/// ```
/// products[i][j] = sum((x_i - mean_i) (x_j - mean_j))        covariance = products / (n - 1)
/// merged: products = products1 + products2 + delta_i delta_j n1 n2 / n,  delta = mean2 - mean1
/// ```
///
/// Shape: k items; k² numbers, however many respondents. Missing values: only respondents with every
/// item. Edge cases: no respondents have means and products of 0; an item with equal answers has
/// products of exactly 0. Errors: lengths that differ, a value that is not finite. Merging changes the
/// last digits with its order: merge in a fixed one where equal bytes matter.
public final class ItemCovariances {

    private final List<String> names;
    private final int n;
    private final double[] means;
    private final double[][] products;

    private ItemCovariances(List<String> names, int n, double[] means, double[][] products) {
        this.names = names;
        this.n = n;
        this.means = means;
        this.products = products;
    }

    /// Those of the answers.
    ///
    /// @param names of the items: 1 or more, all different
    /// @param answers one array for each item, of the same respondents in the same order, turned where an
    ///   item is keyed the other way
    /// @throws IllegalArgumentException if names or answers do not fit together or a value is not finite
    public static ItemCovariances of(List<String> names, double[]... answers) {
        int k = names.size();
        if (k == 0 || names.stream().distinct().count() != k) {
            throw new IllegalArgumentException(
                    "names must be 1 or more different ones, not " + names);
        }
        if (answers.length != k) {
            throw new IllegalArgumentException(
                    "answers must be of %d items, not %d".formatted(k, answers.length));
        }
        int n = answers[0].length;
        var means = new double[k];
        var deviations = new double[k][];
        for (int j = 0; j < k; j++) {
            if (answers[j].length != n) {
                throw new IllegalArgumentException(
                        "answers to %s must be %d, not %d"
                                .formatted(names.get(j), n, answers[j].length));
            }
            means[j] = mean(names.get(j), answers[j]);
            deviations[j] = new double[n];
            for (int row = 0; row < n; row++) {
                deviations[j][row] = answers[j][row] - means[j];
            }
        }
        var products = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = DotProduct.of(deviations[i], deviations[j]);
                products[i][j] = sum;
                products[j][i] = sum;
            }
        }
        return new ItemCovariances(List.copyOf(names), n, means, products);
    }

    private static double mean(String name, double[] values) {
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "answer %d to %s must be finite, not %s".formatted(i, name, values[i]));
            }
            largest = Math.max(largest, Math.abs(values[i]));
        }
        if (values.length == 0 || areEqual(values)) {
            return values.length == 0 ? 0 : values[0];
        }
        // Divided first, sums of the largest doubles do not overflow.
        double divisor = largest > 1e290 ? values.length : 1;
        double first = 0;
        for (double value : values) {
            first += value / divisor;
        }
        double mean = divisor == 1 ? first / values.length : first;
        double rest = 0;
        for (double value : values) {
            rest += (value - mean) / divisor;
        }
        return mean + (divisor == 1 ? rest / values.length : rest);
    }

    private static boolean areEqual(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    /// Those of these respondents and the others together.
    ///
    /// @throws IllegalArgumentException if the items differ
    public ItemCovariances merge(ItemCovariances other) {
        if (!names.equals(other.names)) {
            throw new IllegalArgumentException(
                    "items must be %s, not %s".formatted(names, other.names));
        }
        if (n == 0 || other.n == 0) {
            return n == 0 ? other : this;
        }
        int all = Math.addExact(n, other.n);
        double share = (double) other.n / all;
        var merged = new double[means.length];
        var sums = new double[means.length][means.length];
        for (int i = 0; i < means.length; i++) {
            double delta = other.means[i] - means[i];
            merged[i] = means[i] + delta * share;
            for (int j = 0; j < means.length; j++) {
                sums[i][j] =
                        products[i][j]
                                + other.products[i][j]
                                + delta * (other.means[j] - means[j]) * n * share;
            }
        }
        return new ItemCovariances(names, all, merged, sums);
    }

    /// The names of the items, in their order.
    public List<String> names() {
        return names;
    }

    /// How many respondents: 0 or more.
    public int n() {
        return n;
    }

    /// How many items: 1 or more.
    public int size() {
        return names.size();
    }

    /// The mean of an item, from 0; 0 without respondents.
    double mean(int i) {
        return means[i];
    }

    /// The covariance of two items, from 0; the variance of one with itself.
    ///
    /// @throws IllegalStateException if there are fewer than 2 respondents
    double covariance(int i, int j) {
        if (n < 2) {
            throw new IllegalStateException("a covariance needs 2 or more respondents, not " + n);
        }
        return products[i][j] / (n - 1);
    }

    /// Whether all covariances are numbers: products of answers near 1e154 and more are not.
    boolean areFinite() {
        for (double[] row : products) {
            for (double product : row) {
                if (!Double.isFinite(product)) {
                    return false;
                }
            }
        }
        return true;
    }
}
