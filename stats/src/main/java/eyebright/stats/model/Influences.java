package eyebright.stats.model;

import eyebright.stats.TestResult;
import eyebright.stats.distribution.SquaresDf;
import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.DotProduct;
import eyebright.stats.matrix.Matrix;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;

/// How much each person moves each coefficient, and the covariance that follows with its degrees of freedom.
///
/// ```
/// V = Σ d dᵀ over people        one combination w: df of Σ (wᵀd)² by [SquaresDf]
/// k coefficients at once, e = L⁻¹ d with V = L Lᵀ:  v = k (k + 1) / (Σ |e|⁴ - k / n), at most n - 1
/// (v - k + 1) / (v k) · bᵀ V⁻¹ b  is F(k, v - k + 1)
/// ```
///
/// v gives the standardized covariance the total variance that a Wishart matrix with v degrees of freedom has; one
/// coefficient has that of [SquaresDf]. Sources: Pan & Wall (2002), Statistics in Medicine 21, 1429-1441; for several
/// coefficients the approximate Hotelling test of Pustejovsky & Tipton (2018)
/// <https://doi.org/10.1080/07350015.2016.1247004>, with the variance seen in people instead of that of a model.
final class Influences {

    private final double[][] columns;

    /// @param columns for each coefficient one number for each person, of 2 or more
    Influences(double[][] columns) {
        this.columns = columns;
    }

    int people() {
        return columns[0].length;
    }

    /// Those on differences of two coefficients, the second of each pair minus the first.
    Influences differences(int[] first, int[] second) {
        var differences = new double[first.length][people()];
        for (int j = 0; j < first.length; j++) {
            double[] from = columns[first[j]];
            double[] to = columns[second[j]];
            for (int i = 0; i < from.length; i++) {
                differences[j][i] = to[i] - from[i];
            }
        }
        return new Influences(differences);
    }

    /// How many coefficients.
    int size() {
        return columns.length;
    }

    /// The variance of one coefficient.
    double variance(int place) {
        return DotProduct.of(columns[place], columns[place]);
    }

    Matrix covariance() {
        int p = columns.length;
        var covariance = new double[p * p];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i <= j; i++) {
                covariance[j * p + i] = DotProduct.of(columns[j], columns[i]);
                covariance[i * p + j] = covariance[j * p + i];
            }
        }
        return Matrix.of(p, p, covariance);
    }

    /// The degrees of freedom of a combination of the coefficients.
    double df(double[] weights) {
        int only = only(weights);
        if (only >= 0) {
            // That of one coefficient does not depend on its unit.
            return SquaresDf.of(columns[only]);
        }
        var moved = new double[people()];
        for (int j = 0; j < columns.length; j++) {
            if (weights[j] != 0) {
                for (int i = 0; i < moved.length; i++) {
                    moved[i] += weights[j] * columns[j][i];
                }
            }
        }
        return SquaresDf.of(moved);
    }

    /// The place of the one coefficient that has a weight; -1 if there are several, or none.
    private static int only(double[] weights) {
        int only = -1;
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                if (only >= 0) {
                    return -1;
                }
                only = j;
            }
        }
        return only;
    }

    /// The test of several coefficients at once.
    ///
    /// @param places of these coefficients
    /// @param root that of their covariance
    /// @param squares bᵀ V⁻¹ b
    /// @return none where people say too little for so many coefficients
    Optional<TestResult> joint(int[] places, Cholesky root, double squares) {
        double k = places.length;
        double n = people();
        double v = SquaresDf.atMost(n - 1, k * (k + 1), fourths(places, root) - k / n);
        double rest = v - k + 1;
        if (!(rest > 0)) {
            return Optional.empty();
        }
        double f = rest / (v * k) * squares;
        double p = FDistribution.of(k, rest).survivalProbability(f);
        return Optional.of(TestResult.of("Wald F-test", f, p, k, rest));
    }

    private double fourths(int[] places, Cholesky root) {
        int k = places.length;
        var halves = new double[k][];
        double[] squares = new double[people()];
        for (int j = 0; j < k; j++) {
            double[] half = columns[places[j]].clone();
            for (int i = 0; i < j; i++) {
                double factor = root.at(j, i);
                for (int person = 0; person < half.length; person++) {
                    half[person] -= factor * halves[i][person];
                }
            }
            double pivot = root.at(j, j);
            for (int person = 0; person < half.length; person++) {
                half[person] /= pivot;
                squares[person] += half[person] * half[person];
            }
            halves[j] = half;
        }
        return DotProduct.of(squares, squares);
    }
}
