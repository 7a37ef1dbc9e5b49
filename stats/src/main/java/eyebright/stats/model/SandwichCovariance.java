package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.matrix.Matrix;
import java.util.Arrays;
import java.util.List;

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
    private final List<Scores> scores;

    /// @param inverse the inverse information of all models, block-diagonal
    /// @param scores those of each model
    SandwichCovariance(Matrix inverse, List<Scores> scores) {
        this.inverse = inverse;
        this.scores = scores;
    }

    /// The covariance, or why there is none.
    ///
    /// @param clusters one array for each model, one number for each of its respondents
    /// @throws IllegalArgumentException if there are not as many as respondents
    Fitting<Matrix> of(List<int[]> clusters, Adjustment adjustment) {
        int n = 0;
        for (int model = 0; model < scores.size(); model++) {
            int length = clusters.get(model).length;
            if (length != scores.get(model).n()) {
                throw new IllegalArgumentException(
                        "clusters must be %d, one for each respondent, not %d"
                                .formatted(scores.get(model).n(), length));
            }
            n += length;
        }
        ClusterNumbers numbers = ClusterNumbers.of(clusters);
        if (numbers.found() <= 1) {
            return new NotFitted<>("all respondents are of one cluster");
        }
        double factor = factor(adjustment, n, numbers.found(), inverse.rows());
        if (!(factor > 0 && Double.isFinite(factor))) {
            return new NotFitted<>("there are as many coefficients as respondents");
        }
        return new Fitted<>(covariance(numbers, factor));
    }

    /// The covariance where nobody is like another.
    ///
    /// @param n how many respondents, of whom several may stand in one row of the scores
    Fitting<Matrix> ofRows(int n, Adjustment adjustment) {
        if (n <= 1) {
            return new NotFitted<>("all respondents are of one cluster");
        }
        double factor = factor(adjustment, n, n, inverse.rows());
        if (!(factor > 0 && Double.isFinite(factor))) {
            return new NotFitted<>("there are as many coefficients as respondents");
        }
        var sums = new InfluenceSums(inverse);
        var sum = new double[inverse.rows()];
        for (int row = 0; row < scores.getFirst().n(); row++) {
            Arrays.fill(sum, 0);
            scores.getFirst().add(row, sum, 0);
            sums.add(sum);
        }
        return new Fitted<>(sums.covariance(factor));
    }

    private Matrix covariance(ClusterNumbers numbers, double factor) {
        int[] order = numbers.order();
        var sums = new InfluenceSums(inverse);
        var sum = new double[inverse.rows()];
        for (int i = 0; i < order.length; i++) {
            add(order[i], sum);
            if (i + 1 == order.length || numbers.at(order[i + 1]) != numbers.at(order[i])) {
                sums.add(sum);
                Arrays.fill(sum, 0);
            }
        }
        return sums.covariance(factor);
    }

    /// Adds the scores of one of the respondents of all models.
    private void add(int place, double[] sum) {
        int respondent = place;
        int from = 0;
        for (Scores each : scores) {
            if (respondent < each.n()) {
                each.add(respondent, sum, from);
                return;
            }
            respondent -= each.n();
            from += each.width();
        }
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
