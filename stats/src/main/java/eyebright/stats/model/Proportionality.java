package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.TestResult;
import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.NewtonAscent.NoPeak;
import eyebright.stats.model.NewtonAscent.Peak;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The tests that a predictor has one odds ratio, wherever the categories are cut.
final class Proportionality {

    private final ScaledPredictors predictors;
    private final OutcomeLevels outcome;
    private final Peak peak;
    private final int cuts;

    Proportionality(ScaledPredictors predictors, OutcomeLevels outcome, Peak peak) {
        this.predictors = predictors;
        this.outcome = outcome;
        this.peak = peak;
        this.cuts = outcome.used().size() - 1;
    }

    Fitting<TestResult> test(List<String> tested) {
        var nominal = new boolean[predictors.count()];
        for (String name : tested) {
            nominal[predictors.indexOf(name)] = true;
        }
        int freed = (int) tested.stream().distinct().count();
        if (freed == 0) {
            return new NotFitted<>("there is no predictor to test");
        }
        if (cuts < 2) {
            return new NotFitted<>("two categories have only one place to cut");
        }
        Optional<TestResult> ratio = likelihoodRatio(nominal, freed);
        if (ratio.isPresent()) {
            return new Fitted<>(ratio.get());
        }
        Optional<TestResult> wald = freed == nominal.length ? brant() : Optional.empty();
        return wald.<Fitting<TestResult>>map(Fitted::new)
                .orElseGet(
                        () ->
                                new NotFitted<>(
                                        "too few answers in some categories to estimate an odds"
                                                + " ratio at every cut"));
    }

    /// Against the model in which these predictors have a coefficient at every cut.
    private Optional<TestResult> likelihoodRatio(boolean[] nominal, int freed) {
        var larger = new CumulativeLogit(predictors, outcome.codes(), cuts, nominal);
        var start = new double[larger.size()];
        for (int j = 0; j < cuts; j++) {
            start[j] = peak.parameters[j];
            for (int c = 0; c < nominal.length; c++) {
                start[larger.place(c, j)] = peak.parameters[cuts + c];
            }
        }
        return switch (NewtonAscent.from(start, larger)) {
            case Peak top -> Optional.of(ratio(top.value, freed));
            // A cut with an empty cell has coefficients without end, but its likelihood has a
            // limit.
            case NoPeak none when none.why == NoPeak.Why.RUNS_AWAY ->
                    Optional.of(ratio(none.value, freed));
            case NoPeak _ -> Optional.empty();
        };
    }

    private TestResult ratio(double larger, int freed) {
        double statistic = Math.max(0, 2 * (larger - peak.value));
        double df = (double) freed * (cuts - 1);
        return TestResult.of(
                "Likelihood-ratio test of proportional odds",
                statistic,
                ChiSquaredDistribution.of(df).survivalProbability(statistic),
                df);
    }

    /// Brant's Wald test of all predictors.
    ///
    /// ```
    /// Cov(b_j, b_l) = (XᵀW_jX)⁻¹ XᵀW_jlX (XᵀW_lX)⁻¹,  W_jl = π_l (1 - π_j) for j <= l,  π_j the chance above cut j
    /// ```
    Optional<TestResult> brant() {
        int width = predictors.count() + 1;
        List<Peak> fits = new ArrayList<>();
        for (int j = 0; j < cuts; j++) {
            var binary = new int[predictors.n()];
            for (int i = 0; i < binary.length; i++) {
                binary[i] = outcome.codes()[i] > j ? 1 : 0;
            }
            var one = new CumulativeLogit(predictors, binary, 1, new boolean[width - 1]);
            if (!(NewtonAscent.from(one.start(), one) instanceof Peak fit)) {
                return Optional.empty();
            }
            fits.add(fit);
        }
        int p = width - 1;
        int df = p * (cuts - 1);
        var difference = new double[df];
        var covariance = new double[df][df];
        for (int j = 1; j < cuts; j++) {
            for (int c = 0; c < p; c++) {
                difference[(j - 1) * p + c] =
                        fits.get(j).parameters[c + 1] - fits.getFirst().parameters[c + 1];
            }
        }
        double[][] first = covariance(fits, 0, 0);
        for (int j = 1; j < cuts; j++) {
            double[][] withFirst = covariance(fits, 0, j);
            for (int l = 1; l < cuts; l++) {
                double[][] both = covariance(fits, Math.min(j, l), Math.max(j, l));
                double[][] otherWithFirst = covariance(fits, 0, l);
                for (int c = 0; c < p; c++) {
                    for (int d = 0; d < p; d++) {
                        double middle = j <= l ? both[c + 1][d + 1] : both[d + 1][c + 1];
                        covariance[(j - 1) * p + c][(l - 1) * p + d] =
                                middle
                                        - withFirst[d + 1][c + 1]
                                        - otherWithFirst[c + 1][d + 1]
                                        + first[c + 1][d + 1];
                    }
                }
            }
        }
        return Cholesky.of(Matrix.ofColumns(covariance))
                .map(triangle -> wald(triangle.halfSolve(difference)));
    }

    private static TestResult wald(double[] half) {
        double statistic = 0;
        for (double each : half) {
            statistic += each * each;
        }
        return TestResult.of(
                "Brant's Wald test of proportional odds",
                statistic,
                ChiSquaredDistribution.of(half.length).survivalProbability(statistic),
                (double) half.length);
    }

    /// The covariance of the parameters at cut j (rows) and cut l (columns), j at most l.
    private double[][] covariance(List<Peak> fits, int j, int l) {
        int width = predictors.count() + 1;
        var middle = new double[width][width];
        for (int i = 0; i < predictors.n(); i++) {
            double[] slopes = slopes(predictors.row(i));
            double aboveJ = above(fits.get(j), slopes);
            double aboveL = above(fits.get(l), slopes);
            for (int c = 0; c < width; c++) {
                for (int d = 0; d < width; d++) {
                    middle[c][d] += aboveL * (1 - aboveJ) * slopes[c] * slopes[d];
                }
            }
        }
        Matrix product =
                Matrix.ofColumns(fits.get(j).covariance)
                        .times(Matrix.ofColumns(middle))
                        .times(Matrix.ofColumns(fits.get(l).covariance));
        var covariance = new double[width][width];
        for (int c = 0; c < width; c++) {
            covariance[c] = product.row(c);
        }
        return covariance;
    }

    private static double above(Peak fit, double[] slopes) {
        double logit = 0;
        for (int c = 0; c < slopes.length; c++) {
            logit += fit.parameters[c] * slopes[c];
        }
        return CumulativeLogit.chance(-logit);
    }

    /// The slopes of θ - zᵀb.
    private static double[] slopes(double[] z) {
        var slopes = new double[z.length + 1];
        slopes[0] = 1;
        for (int c = 0; c < z.length; c++) {
            slopes[c + 1] = -z[c];
        }
        return slopes;
    }
}
