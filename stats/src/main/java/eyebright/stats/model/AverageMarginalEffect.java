package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.matrix.Matrix;
import java.util.Arrays;
import java.util.List;

/// How much the expected outcome changes with a predictor, on average over the respondents as they are.
///
/// ```
/// number:    1/n Σ m'(eta_i) (∂x_i/∂v)ᵀ b                  per unit of the predictor
/// level:     1/n Σ m(x_i with the level)ᵀb - m(x_i with the reference)ᵀb
/// standard error by the delta method: sqrt(gᵀ V g), g the derivative of the average by b
/// ```
///
/// where m is the mean of the outcome at a linear predictor. An interaction changes with its part: the
/// derivative of `age:sex.male` by age is sex.male. Shape: one effect for a number, one for each level but
/// the reference. Unit: that of the outcome; for a yes or no, a difference of probabilities. Missing
/// values: none are accepted. Edge cases: an effect whose standard error is 0 in the digits of a double is
/// not estimable. Errors: a predictor that is not in the design, a design of other respondents.
///
/// The respondents are taken as given: the error is that of the coefficients only. R:
/// `margins::margins`, `marginaleffects::avg_slopes`; jamovi and SPSS have none. Source: Ai & Norton
/// (2003) <https://doi.org/10.1016/S0165-1765(03)00032-6>; Williams (2012)
/// <https://doi.org/10.1177/1536867X1201200209>. Summary: the rows.
///
/// @param of what changes: `age`, or `sex: male - female`
/// @param estimate the effect with its Wald interval
public record AverageMarginalEffect(String of, Estimate estimate) {

    /// The effects of a predictor in a logistic regression.
    ///
    /// @param design what the regression was fitted to
    /// @param level coverage: above 0 and below 1
    /// @return one for a number, one for each level but the reference
    /// @throws IllegalArgumentException if the predictor is not in the design, the design has other
    ///   respondents or columns than the regression, or the level is out of range
    public static List<AverageMarginalEffect> of(
            LogisticRegression model, Design design, String predictor, double level) {
        return of(model.fit(), model.coefficients(), design, predictor, level);
    }

    /// The same with another covariance of the coefficients, such as one robust to clusters.
    ///
    /// @throws IllegalArgumentException as the one above, or if the coefficients have other names
    public static List<AverageMarginalEffect> of(
            LogisticRegression model,
            Coefficients coefficients,
            Design design,
            String predictor,
            double level) {
        return of(model.fit(), coefficients, design, predictor, level);
    }

    static List<AverageMarginalEffect> of(
            GeneralizedFit fit,
            Coefficients coefficients,
            Design design,
            String predictor,
            double level) {
        Interval.requireLevel(level);
        if (!design.columns().equals(fit.input().names())
                || !coefficients.names().equals(fit.input().names())
                || design.n() != fit.input().n()) {
            throw new IllegalArgumentException(
                    "design must be that of the model: %d respondents and %s, not %d and %s"
                            .formatted(
                                    fit.input().n(),
                                    fit.input().names(),
                                    design.n(),
                                    design.columns()));
        }
        return switch (design.predictor(predictor)) {
            case Numeric _ ->
                    List.of(
                            ofDerivative(
                                    predictor,
                                    fit,
                                    coefficients,
                                    design.derivative(predictor),
                                    level));
            case Categorical levels ->
                    levels.levels().stream()
                            .skip(1)
                            .map(
                                    each ->
                                            ofContrast(
                                                    "%s: %s - %s"
                                                            .formatted(
                                                                    predictor,
                                                                    each,
                                                                    levels.reference()),
                                                    fit,
                                                    coefficients,
                                                    allWith(design, levels, levels.reference()),
                                                    allWith(design, levels, each),
                                                    level))
                            .toList();
        };
    }

    private static Matrix allWith(Design design, Categorical levels, String level) {
        var codes = new int[design.n()];
        Arrays.fill(codes, levels.levels().indexOf(level));
        var all = new Categorical(levels.name(), levels.levels(), codes);
        return design.rowsOf(
                design.predictors().stream()
                        .map(each -> each.name().equals(levels.name()) ? all : each)
                        .toList());
    }

    /// The effect of a number, from the derivative of each column by it.
    static AverageMarginalEffect ofDerivative(
            String name,
            GeneralizedFit fit,
            Coefficients coefficients,
            Matrix derivative,
            double level) {
        Response response = fit.response();
        ModelRows rows = fit.rows();
        double[] scaled = fit.scaled();
        double[] eta = fit.eta();
        int p = scaled.length;
        var gradient = new double[p];
        var row = new double[p];
        var change = new double[p];
        double sum = 0;
        for (int i = 0; i < eta.length; i++) {
            rows.scaleDerivative(derivative, i, change);
            double along = 0;
            for (int j = 0; j < p; j++) {
                along += change[j] * scaled[j];
            }
            double slope = response.slope(eta[i]);
            double bend = response.curvature(eta[i]) * along;
            sum += slope * along;
            rows.scale(fit.input().x(), fit.input().patterns().at(i), row);
            for (int j = 0; j < p; j++) {
                gradient[j] += bend * row[j] + slope * change[j];
            }
        }
        return new AverageMarginalEffect(
                name, estimate(sum, gradient, eta.length, fit, coefficients, level));
    }

    /// The effect of a level: all respondents with it against all without it.
    static AverageMarginalEffect ofContrast(
            String name,
            GeneralizedFit fit,
            Coefficients coefficients,
            Matrix from,
            Matrix to,
            double level) {
        ModelRows rows = fit.rows();
        double[] offset = fit.input().patterns().spread(fit.input().offset());
        double[] below = rows.predict(from, offset, fit.scaled());
        double[] above = rows.predict(to, offset, fit.scaled());
        int p = fit.scaled().length;
        var gradient = new double[p];
        var row = new double[p];
        double sum = 0;
        for (int i = 0; i < below.length; i++) {
            sum += fit.response().mean(above[i]) - fit.response().mean(below[i]);
            rows.scale(to, i, row);
            add(gradient, row, fit.response().slope(above[i]));
            rows.scale(from, i, row);
            add(gradient, row, -fit.response().slope(below[i]));
        }
        return new AverageMarginalEffect(
                name, estimate(sum, gradient, below.length, fit, coefficients, level));
    }

    private static void add(double[] sum, double[] row, double factor) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * row[j];
        }
    }

    private static Estimate estimate(
            double sum,
            double[] gradient,
            int n,
            GeneralizedFit fit,
            Coefficients coefficients,
            double level) {
        double value = sum / n;
        double error = coefficients.error(fit.rows().unscaledWeights(gradient)) / n;
        if (!(error > 0 && Double.isFinite(error) && Double.isFinite(value))) {
            return new NotEstimable("its standard error cannot be computed");
        }
        double reach = Quantiles.normal(level) * error;
        return Known.of(value, new Interval(value - reach, value + reach, level), n);
    }
}
