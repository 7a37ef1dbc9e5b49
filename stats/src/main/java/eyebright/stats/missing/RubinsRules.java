package eyebright.stats.missing;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import java.util.List;
import java.util.Optional;

/// One estimate from those of several imputed data sets.
///
/// ```
/// value = mean of the estimates,  within = mean of their squared errors,  between = variance of the estimates
/// total = within + (1 + 1/m) between,   λ = (1 + 1/m) between / total
/// df: 1 / df = λ² / (m - 1) + 1 / ((df0 + 1)/(df0 + 3) df0 (1 - λ)),   interval value ± t(df) sqrt(total)
/// missing information = (r + 2 / (df + 3)) / (1 + r),   r = λ / (1 - λ)
/// ```
///
/// with df0 the degrees of freedom that the complete data would have (Barnard & Rubin); without them
/// Rubin's older df, which can be larger than the data allow.
///
/// Shape: m estimates with their standard errors; its summary are their sums. Unit: that of the
/// estimate, on a scale where it is about normal (Fisher's z, log odds). Missing values:
/// filled in before. Edge cases: fewer than 2 data sets, or errors of 0 in all with equal estimates, are not estimable; equal estimates have a missing
/// information near 0 and the interval of the complete data. Errors: an error that is negative, lists of
/// different length, a level not between 0 and 1, df0 of 0 or less.
///
/// R: `mice::pool`, with the same df. SPSS pools with Rubin's older df.
///
/// Sources: Rubin (1987) <https://doi.org/10.1002/9780470316696>; Barnard & Rubin (1999)
/// <https://doi.org/10.1093/biomet/86.4.948>. Checked against mice, see `RubinsRulesTest`.
///
/// @param estimate the pooled estimate with its interval
/// @param spread how far the data sets differ; there exactly if the estimate is known
public record RubinsRules(Estimate estimate, Optional<Spread> spread) {

    /// How much of the error comes from what is missing.
    ///
    /// @param within the mean squared error of the data sets
    /// @param between the variance between them
    /// @param total the squared error of the pooled estimate
    /// @param df its degrees of freedom; infinite ones are the largest double
    /// @param missingInformation the fraction of missing information: 0 to 1
    public record Spread(
            double within, double between, double total, double df, double missingInformation) {}

    /// @throws IllegalArgumentException if only one of the two parts is there
    public RubinsRules {
        if (estimate instanceof Known != spread.isPresent()) {
            throw new IllegalArgumentException(
                    "spread must be there exactly if the estimate is known, not %s with %s"
                            .formatted(spread, estimate));
        }
    }

    /// Pools estimates of complete data with few degrees of freedom, such as means and slopes.
    ///
    /// @param values the estimate of each data set
    /// @param errors its standard error
    /// @param df0 degrees of freedom if nothing were missing: above 0
    /// @param n how many respondents
    /// @throws IllegalArgumentException if an argument is out of range
    public static RubinsRules withT(
            List<Double> values, List<Double> errors, double df0, int n, double level) {
        if (!(df0 > 0 && Double.isFinite(df0))) {
            throw new IllegalArgumentException("df0 must be finite and above 0, not " + df0);
        }
        return pooled(values, errors, (df0 + 1) / (df0 + 3) * df0, n, level);
    }

    /// Pools estimates that are normal if nothing is missing, such as log odds.
    ///
    /// @param values the estimate of each data set
    /// @param errors its standard error
    /// @param n how many respondents
    /// @throws IllegalArgumentException if an argument is out of range
    public static RubinsRules withNormal(
            List<Double> values, List<Double> errors, int n, double level) {
        return pooled(values, errors, Double.POSITIVE_INFINITY, n, level);
    }

    private static RubinsRules pooled(
            List<Double> values, List<Double> errors, double df0, int n, double level) {
        Interval.requireLevel(level);
        int m = values.size();
        if (errors.size() != m) {
            throw new IllegalArgumentException(
                    "errors must be %d, not %d".formatted(m, errors.size()));
        }
        double mean = 0;
        double within = 0;
        for (int i = 0; i < m; i++) {
            double error = errors.get(i);
            if (!Double.isFinite(values.get(i)) || !(error >= 0 && Double.isFinite(error))) {
                throw new IllegalArgumentException(
                        "estimate %d must be finite with an error of 0 or more, not %s with %s"
                                .formatted(i, values.get(i), error));
            }
            mean += values.get(i) / m;
            within += error * error / m;
        }
        if (m < 2) {
            return none("pooling needs 2 data sets or more, not " + m);
        }
        double between = 0;
        for (double value : values) {
            between += (value - mean) * (value - mean) / (m - 1);
        }
        double extra = (1 + 1.0 / m) * between;
        double total = within + extra;
        if (!(total > 0)) {
            return none("neither the data sets nor the data in them vary");
        }
        if (!Double.isFinite(total)) {
            return none("the errors are too large to be squared");
        }
        double lambda = extra / total;
        double df =
                Math.min(
                        Double.MAX_VALUE,
                        1 / (lambda * lambda / (m - 1) + 1 / (df0 * (1 - lambda))));
        if (!(df > 0)) {
            return none("everything that is known was made up");
        }
        double quantile = df > 1e9 ? Quantiles.normal(level) : Quantiles.t(df, level);
        double reach = quantile * Math.sqrt(total);
        double information = lambda + (1 - lambda) * 2 / (df + 3);
        return new RubinsRules(
                Known.of(mean, new Interval(mean - reach, mean + reach, level), n),
                Optional.of(new Spread(within, between, total, df, Math.min(1, information))));
    }

    private static RubinsRules none(String reason) {
        return new RubinsRules(new NotEstimable(reason), Optional.empty());
    }
}
