package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.matrix.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The covariance of estimates that holds whatever the variance of the answers and whatever goes
/// together within a cluster.
///
/// ```
/// V = A (Σ over clusters of s_g s_gᵀ) A      A = inverse information,  s_g = sum of the scores in cluster g
/// ```
///
/// For several models on the same respondents A is block-diagonal and s_g holds the scores of all of
/// them. Respondents each a cluster of their own: White's HC0. Cluster sums are added in the order in
/// which clusters first come.
///
/// Shape: k x k for k coefficients. Unit: that of the coefficients, squared. Missing values: none are
/// accepted. Edge cases: one cluster alone has no covariance but a reason. Errors: not as many clusters as
/// respondents. Summary: the rows.
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
        /// By what each respondent or cluster says about itself: HC3, as [LeverageCovariance] says. It is the
        /// best of these with fewer than some hundred respondents.
        LEVERAGE
    }

    private final Matrix inverse;
    private final List<Matrix> scores;

    /// @param inverse the inverse information of all models, block-diagonal
    /// @param scores one row for each respondent, one column for each coefficient; one matrix for each
    ///   model
    SandwichCovariance(Matrix inverse, List<Matrix> scores) {
        this.inverse = inverse;
        this.scores = scores;
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
        return new Fitted<>(covariance(order, factor));
    }

    /// The sum of the squared influences, `inverse` times the scores of a cluster: as squares their
    /// variances cannot be negative, which a sandwich multiplied out becomes where predictors lie far from 0.
    private Matrix covariance(List<double[]> sums, double factor) {
        int p = inverse.rows();
        var covariance = new double[p * p];
        for (double[] sum : sums) {
            double[] influence = inverse.times(sum);
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
            // Those for leverage are adjusted one by one.
            case NONE, LEVERAGE -> 1;
            case RESPONDENTS -> n / (n - p);
            case CLUSTERS -> clusters / (clusters - 1);
        };
    }
}
