package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The covariance of estimates that holds whatever the variance of the answers and whatever goes
/// together within a cluster.
///
/// ```
/// V = A (Σ over clusters of s_g s_gᵀ) A      A = inverse information,  s_g = sum of the scores in cluster g
/// ```
///
/// For several models on the same respondents A is block-diagonal and s_g holds the scores of all of
/// them. Respondents each a cluster of their own: White's HC0. Cluster sums are added in the order in which clusters first
/// come. Without a correction it is too small in small samples, and intervals are too narrow: `docs/coverage.md`
/// says how much.
///
/// R: `sandwich::vcovCL(model, cluster, type = "HC0", cadjust = FALSE)`, `vcovHC(model, "HC0")`.
/// Sources: White (1980) <https://doi.org/10.2307/1912934>; Liang & Zeger (1986)
/// <https://doi.org/10.1093/biomet/73.1.13>; Zeileis, Köll & Graham (2020)
/// <https://doi.org/10.18637/jss.v095.i01>.
public final class SandwichCovariance {

    /// How a covariance is made larger because there are few respondents or clusters.
    public enum Adjustment {
        /// Not at all: HC0.
        NONE,
        /// By n / (n - p): HC1.
        RESPONDENTS,
        /// By g / (g - 1) for g clusters, as Stata's `logit` and `poisson` and R's `vcovCL` of a `glm` do
        /// by default.
        CLUSTERS,
        /// By what each cluster says about itself: its scores are taken where the coefficients would be without
        /// it, to a first step, `(A⁻¹ - information of the cluster)⁻¹` in place of `A`. With respondents as clusters
        /// scores are divided by 1 - leverage: HC3. It is the best of these with fewer than some hundred respondents.
        ///
        /// R: `sandwich::vcovHC(model, "HC3")`, `vcovCL(model, cluster, type = "HC3")`. Source: Mancl & DeRouen (2001), Biometrics 57, 126-134.
        LEVERAGE
    }

    private final Matrix inverse;
    private final List<Matrix> scores;
    private final List<Matrix> roots;

    /// A covariance that cannot be adjusted for leverage.
    ///
    /// @param inverse the inverse information of all models, block-diagonal
    /// @param scores one row for each respondent, one column for each coefficient; one matrix for each
    ///   model
    SandwichCovariance(Matrix inverse, List<Matrix> scores) {
        this(inverse, scores, List.of());
    }

    /// @param roots as scores, such that the products of a row with itself are the information of one respondent
    SandwichCovariance(Matrix inverse, List<Matrix> scores, List<Matrix> roots) {
        this.inverse = inverse;
        this.scores = scores;
        this.roots = roots;
    }

    /// The covariance, or why there is none.
    ///
    /// @param clusters one array for each model, one number for each of its respondents
    /// @throws IllegalArgumentException if there are not as many as respondents
    Fitting<Matrix> of(List<int[]> clusters, Adjustment adjustment) {
        int p = inverse.rows();
        Map<Integer, double[]> sums = HashMap.newHashMap(clusters.getFirst().length);
        var order = new ArrayList<double[]>();
        int n = 0;
        int from = 0;
        for (int model = 0; model < scores.size(); model++) {
            Matrix each = scores.get(model);
            int[] cluster = clusters.get(model);
            if (cluster.length != each.rows()) {
                throw new IllegalArgumentException(
                        "clusters must be %d, one for each respondent, not %d"
                                .formatted(each.rows(), cluster.length));
            }
            n += cluster.length;
            for (int i = 0; i < cluster.length; i++) {
                double[] sum =
                        sums.computeIfAbsent(
                                cluster[i],
                                _ -> {
                                    order.add(new double[p]);
                                    return order.getLast();
                                });
                for (int j = 0; j < each.columns(); j++) {
                    sum[from + j] += each.at(i, j);
                }
            }
            from += each.columns();
        }
        if (order.size() <= 1) {
            return new NotFitted<>("all respondents are of one cluster");
        }
        double factor = factor(adjustment, n, order.size(), p);
        if (!(factor > 0 && Double.isFinite(factor))) {
            return new NotFitted<>("there are as many coefficients as respondents");
        }
        if (adjustment != Adjustment.LEVERAGE) {
            return new Fitted<>(covariance(order.stream().map(inverse::times).toList(), factor));
        }
        Optional<Cholesky> root = Cholesky.of(inverse);
        if (root.isEmpty()) {
            return new NotFitted<>("the predictors nearly repeat each other");
        }
        var influences = new ArrayList<double[]>();
        for (Optional<double[]> influence : leftOut(root.get().inverse(), clusters, sums)) {
            if (influence.isEmpty()) {
                return new NotFitted<>(
                        "%s alone decides a coefficient, so that the size of the errors there is unknown"
                                .formatted(order.size() == n ? "one respondent" : "one cluster"));
            }
            influences.add(influence.get());
        }
        return new Fitted<>(covariance(influences, factor));
    }

    /// By how much the coefficients move, to a first step, if a cluster is left out; empty where they then have
    /// no value. In the order in which clusters first come.
    private List<Optional<double[]>> leftOut(
            Matrix information, List<int[]> clusters, Map<Integer, double[]> sums) {
        if (roots.size() != scores.size()) {
            throw new IllegalArgumentException(
                    "adjustment must be one that needs no leverages, not " + Adjustment.LEVERAGE);
        }
        int p = inverse.rows();
        Map<Integer, double[]> without = LinkedHashMap.newLinkedHashMap(sums.size());
        int from = 0;
        for (int model = 0; model < roots.size(); model++) {
            Matrix root = roots.get(model);
            for (int row = 0; row < root.rows(); row++) {
                double[] rest =
                        without.computeIfAbsent(
                                clusters.get(model)[row], _ -> information.values());
                for (int j = 0; j < root.columns(); j++) {
                    for (int i = 0; i < root.columns(); i++) {
                        rest[(from + j) * p + from + i] -= root.at(row, i) * root.at(row, j);
                    }
                }
            }
            from += root.columns();
        }
        var influences = new ArrayList<Optional<double[]>>();
        for (Map.Entry<Integer, double[]> each : without.entrySet()) {
            double[] sum = sums.getOrDefault(each.getKey(), new double[p]);
            influences.add(
                    Cholesky.of(Matrix.of(p, p, each.getValue())).map(rest -> rest.solve(sum)));
        }
        return influences;
    }

    /// The sum of the squared influences, `inverse` times the scores of a cluster: as squares their
    /// variances cannot be negative, which a sandwich multiplied out becomes where predictors lie far from 0.
    private Matrix covariance(List<double[]> influences, double factor) {
        int p = inverse.rows();
        var covariance = new double[p * p];
        for (double[] influence : influences) {
            for (int j = 0; j < p; j++) {
                for (int i = 0; i < p; i++) {
                    covariance[j * p + i] += influence[i] * influence[j];
                }
            }
        }
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] *= factor;
        }
        return Matrix.of(p, p, covariance);
    }

    private static double factor(Adjustment adjustment, double n, double clusters, double p) {
        return switch (adjustment) {
            case NONE, LEVERAGE -> 1;
            case RESPONDENTS -> n / (n - p);
            case CLUSTERS -> clusters / (clusters - 1);
        };
    }
}
