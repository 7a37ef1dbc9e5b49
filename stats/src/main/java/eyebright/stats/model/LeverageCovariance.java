package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The [SandwichCovariance] of one model in which the influence of each cluster is that of leaving it out.
///
/// ```
/// V = Σ over clusters of d_g d_gᵀ      d_g = (A⁻¹ - I_g)⁻¹ s_g,  A = inverse information,  I_g = information of cluster g
/// ```
///
/// s_g is the sum of its scores; d_g is what the coefficients move, to a first step, if the cluster is left out.
/// With A in place of the inverse, which the cluster has a part in, V is too small in small samples, since
/// residuals are smaller than errors: `docs/coverage.md` says how much. With respondents as clusters scores are
/// divided by 1 - leverage: HC3. Clusters are added in the order in which they first come.
///
/// Edge cases: where the coefficients have no value without one of the clusters, there is no covariance, and
/// the reason says so. R: `sandwich::vcovHC(model, "HC3")`, `vcovCL(model, cluster, type = "HC3")`. Sources:
/// Mancl & DeRouen (2001), Biometrics 57, 126-134; MacKinnon & White (1985)
/// <https://doi.org/10.1016/0304-4076(85)90158-7>.
final class LeverageCovariance {

    /// Why there is none where a respondent, or a cluster, has a mean of its own.
    static final String ONE_DECIDES =
            "one %s alone decides a coefficient, so that the size of the errors there is unknown";

    private final Matrix inverse;
    private final Matrix rows;
    private final double[] residuals;
    private final double[] information;

    /// @param inverse the inverse information
    /// @param rows the predictors of each respondent
    /// @param residuals what each score is a multiple of these predictors by
    /// @param information the weight of each respondent in the information
    LeverageCovariance(Matrix inverse, Matrix rows, double[] residuals, double[] information) {
        this.inverse = inverse;
        this.rows = rows;
        this.residuals = residuals;
        this.information = information;
    }

    /// The covariance, or why there is none.
    ///
    /// @param clusters one number for each respondent
    /// @throws IllegalArgumentException if there are not as many as respondents
    Fitting<Matrix> of(int[] clusters) {
        if (clusters.length != residuals.length) {
            throw new IllegalArgumentException(
                    "clusters must be %d, one for each respondent, not %d"
                            .formatted(residuals.length, clusters.length));
        }
        long found = Arrays.stream(clusters).distinct().count();
        if (found <= 1) {
            return new NotFitted<>("all respondents are of one cluster");
        }
        Optional<Matrix> whole = Cholesky.of(inverse).map(Cholesky::inverse);
        if (whole.isEmpty()) {
            return new NotFitted<>("the predictors nearly repeat each other");
        }
        Map<Integer, Cluster> all = LinkedHashMap.newLinkedHashMap((int) found);
        for (int i = 0; i < clusters.length; i++) {
            all.computeIfAbsent(clusters[i], _ -> new Cluster(whole.get())).add(i);
        }
        int p = inverse.rows();
        var covariance = new double[p * p];
        for (Cluster each : all.values()) {
            Optional<double[]> moved = each.leftOut();
            if (moved.isEmpty()) {
                return new NotFitted<>(
                        ONE_DECIDES.formatted(found == clusters.length ? "respondent" : "cluster"));
            }
            double[] by = moved.get();
            for (int j = 0; j < p; j++) {
                for (int i = 0; i < p; i++) {
                    covariance[j * p + i] += by[i] * by[j];
                }
            }
        }
        return new Fitted<>(Matrix.of(p, p, covariance));
    }

    /// What is left without a cluster, and its scores.
    private final class Cluster {

        private final double[] rest;
        private final double[] score;

        Cluster(Matrix whole) {
            rest = whole.values();
            score = new double[whole.rows()];
        }

        void add(int respondent) {
            int p = score.length;
            for (int j = 0; j < p; j++) {
                double x = rows.at(respondent, j);
                score[j] += residuals[respondent] * x;
                for (int i = 0; i < p; i++) {
                    rest[j * p + i] -= information[respondent] * x * rows.at(respondent, i);
                }
            }
        }

        Optional<double[]> leftOut() {
            int p = score.length;
            return Cholesky.of(Matrix.of(p, p, rest)).map(root -> root.solve(score));
        }
    }
}
