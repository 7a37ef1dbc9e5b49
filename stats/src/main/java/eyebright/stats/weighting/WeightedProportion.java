package eyebright.stats.weighting;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import java.util.BitSet;
import java.util.Optional;

/// A share of a population, from weighted respondents, with its linearised standard error.
///
/// ```
/// p = sum(w of successes) / sum(w);   logit limits: ln(p / (1 - p)) ± t(n - 1) error / (p (1 - p))
/// ```
///
/// with the error of [WeightedMean] of the answers as 0 and 1. The limits are those of the logit, so that
/// they stay between 0 and 1.
///
/// Shape: an answer and a weight for each respondent; its summary are the rows. Unit: a share from 0 to
/// 1. Missing values: as in [WeightedMean]. Edge cases: fewer than 2 answers, or nobody or everybody a
/// success, are not estimable: without weights use Clopper and Pearson's interval there. Errors: those of
/// [WeightedMean].
///
/// R: `survey::svyciprop(method = "logit")`. SPSS: CSTABULATE.
///
/// Source: Korn & Graubard (1998); Särndal, Swensson & Wretman (1992)
/// <https://doi.org/10.1007/978-1-4612-4378-6>. Checked against survey, see `WeightingReferenceTest`.
///
/// @param share with its interval; `n` is how many answered
/// @param precision its error; there exactly if the share is known
public record WeightedProportion(Estimate share, Optional<WeightedMean.Precision> precision) {

    /// @throws IllegalArgumentException if only one of the two parts is there
    public WeightedProportion {
        if (share instanceof Known != precision.isPresent()) {
            throw new IllegalArgumentException(
                    "precision must be there exactly if the share is known, not %s with %s"
                            .formatted(precision, share));
        }
    }

    /// The weighted share.
    ///
    /// @param successes which respondents are a success: of those who answered
    /// @param answered who answered and belongs to the part that is asked about
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if an argument is out of range
    public static WeightedProportion of(
            BitSet successes, BitSet answered, Weights weights, double level) {
        Interval.requireLevel(level);
        BitSet others = (BitSet) successes.clone();
        others.andNot(answered);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    "successes must be among those who answered, not " + others);
        }
        var values = new double[weights.size()];
        successes.stream().filter(i -> i < values.length).forEach(i -> values[i] = 1);
        var linear = Linearised.of(values, answered, weights);
        if (linear.reason().isPresent()) {
            return new WeightedProportion(
                    new NotEstimable(linear.reason().get()), Optional.empty());
        }
        double p = linear.mean();
        double middle = Math.log(p / (1 - p));
        double reach = Quantiles.t(weights.size() - 1.0, level) * linear.error() / (p * (1 - p));
        return new WeightedProportion(
                Known.of(
                        p,
                        new Interval(inverse(middle - reach), inverse(middle + reach), level),
                        answered.cardinality()),
                Optional.of(new WeightedMean.Precision(linear.error(), linear.designEffect())));
    }

    private static double inverse(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
