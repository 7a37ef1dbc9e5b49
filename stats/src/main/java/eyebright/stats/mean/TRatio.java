package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/// A difference, its standard error and the degrees of freedom of the t that they make: what all t-tests
/// come to.
record TRatio(double difference, double error, double df) {

    /// The difference with its t interval.
    ///
    /// @param n how many values it rests on
    /// @return not estimable where the numbers leave the doubles
    Estimate estimate(double level, int n) {
        if (!isFinite()) {
            return new NotEstimable(
                    Double.isFinite(difference) && Double.isFinite(error)
                            ? "the values differ too little within their groups for a t-test"
                            : Moments.TOO_FAR_APART);
        }
        double reach = Quantiles.t(df, level) * error;
        return Known.of(difference, new Interval(difference - reach, difference + reach, level), n);
    }

    /// The two-sided test; absent where there is no estimate.
    Optional<TestResult> test(String name) {
        return isFinite() ? Optional.of(TestResult.of(name, t(), p(), df)) : Optional.empty();
    }

    private double t() {
        return difference / error;
    }

    private double p() {
        return Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t())));
    }

    private boolean isFinite() {
        return Double.isFinite(error)
                && error * error >= Moments.SMALLEST
                && Double.isFinite(t()) && Double.isFinite(df) && df > 0;
    }

    /// That a part is there exactly if the other is.
    ///
    /// @throws IllegalArgumentException if only one is
    static void requireBoth(String what, Estimate estimate, Optional<TestResult> test) {
        if (estimate instanceof Known != test.isPresent()) {
            throw new IllegalArgumentException(
                    "test must be there exactly if the %s is known, not %s with %s"
                            .formatted(what, test, estimate));
        }
    }
}
