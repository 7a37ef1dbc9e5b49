package eyebright.stats.weighting;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import java.util.BitSet;
import java.util.Optional;

/// The mean of a population, from weighted respondents, with its linearised standard error.
///
/// ```
/// mean = sum(w x) / sum(w)          z = (x - mean) / sum(w), 0 for who did not answer
/// e = residuals of z on the margins that the weights were fitted to
/// error² = n / (n - 1) sum((w e - mean of w e)²),    mean ± t(n - 1) error
/// design effect = error² / (variance of x / answers)
/// ```
///
/// Shape: a value and a weight for each respondent; its summary are the rows. Unit: that of the values;
/// the design effect has none and says how many times the respondents a simple sample would need fewer.
/// Missing values: respondents who did not answer stay in the sample with z = 0, as a part of it whose
/// size is by chance. Edge cases: fewer than 2 answers, or equal ones, are not estimable. Errors: numbers
/// that do not fit the weights, a value that is not finite, a level not between 0 and 1.
///
/// Treating weights as counts, as WEIGHT BY does in SPSS without Complex Samples, gives errors that are
/// too small or too large. R: `survey::svymean`, whose `confint` takes the normal distribution unless
/// told df.
///
/// Sources: Särndal, Swensson & Wretman (1992) <https://doi.org/10.1007/978-1-4612-4378-6>; Deville &
/// Särndal (1992) <https://doi.org/10.1080/01621459.1992.10475217>. Checked against survey, see
/// `WeightingReferenceTest`.
///
/// @param mean with its interval; `n` is how many answered
/// @param precision its error; there exactly if the mean is known
public record WeightedMean(Estimate mean, Optional<Precision> precision) {

    /// What the weights make of the precision.
    ///
    /// @param standardError linearised
    /// @param designEffect squared error by that of a simple sample as large
    public record Precision(double standardError, double designEffect) {}

    /// @throws IllegalArgumentException if only one of the two parts is there
    public WeightedMean {
        if (mean instanceof Known != precision.isPresent()) {
            throw new IllegalArgumentException(
                    "precision must be there exactly if the mean is known, not %s with %s"
                            .formatted(precision, mean));
        }
    }

    /// The weighted mean.
    ///
    /// @param values one for each respondent; read only where `answered` is set
    /// @param answered who answered and belongs to the part that is asked about
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if an argument is out of range
    public static WeightedMean of(double[] values, BitSet answered, Weights weights, double level) {
        Interval.requireLevel(level);
        var linear = Linearised.of(values, answered, weights);
        if (linear.reason().isPresent()) {
            return new WeightedMean(new NotEstimable(linear.reason().get()), Optional.empty());
        }
        double reach = Quantiles.t(weights.size() - 1.0, level) * linear.error();
        return new WeightedMean(
                Known.of(
                        linear.mean(),
                        new Interval(linear.mean() - reach, linear.mean() + reach, level),
                        answered.cardinality()),
                Optional.of(new Precision(linear.error(), linear.designEffect())));
    }
}
