package eyebright.stats.equivalence;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// An effect whose distance from a bound is counted in standard errors.
///
/// @param value the effect
/// @param error its standard error on the scale: above 0
/// @param df degrees of freedom of t; none for the normal distribution
/// @param n how many respondents it rests on
/// @param scale on which the error is meant
record WaldEffect(double value, double error, OptionalDouble df, int n, Scale scale)
        implements Effect {

    enum Scale {
        AS_IS,
        FISHER_Z
    }

    /// @throws IllegalArgumentException if a number is out of range
    WaldEffect {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("estimate must be finite, not " + value);
        }
        if (!(error > 0 && Double.isFinite(error))) {
            throw new IllegalArgumentException(
                    "standardError must be finite and above 0, not " + error);
        }
        if (df.isPresent() && !(df.getAsDouble() > 0 && Double.isFinite(df.getAsDouble()))) {
            throw new IllegalArgumentException(
                    "df must be finite and above 0, not " + df.getAsDouble());
        }
        if (n < 1) {
            throw new IllegalArgumentException("n must be 1 or more, not " + n);
        }
    }

    @Override
    public Estimate estimate(double level) {
        double quantile =
                df.isPresent() ? Quantiles.t(df.getAsDouble(), level) : Quantiles.normal(level);
        double middle = onScale(value);
        double low = fromScale(middle - quantile * error);
        double high = fromScale(middle + quantile * error);
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return new NotEstimable("its values are too large for a limit to be computed");
        }
        return Known.of(value, new Interval(low, high, level), n);
    }

    @Override
    public TestResult against(double bound, Side side) {
        if (!Double.isFinite(bound) || (scale == Scale.FISHER_Z && !(Math.abs(bound) < 1))) {
            throw new IllegalArgumentException(
                    "bound must be %s, not %s"
                            .formatted(
                                    scale == Scale.AS_IS ? "finite" : "between -1 and 1", bound));
        }
        double statistic =
                Math.clamp(
                        (onScale(value) - onScale(bound)) / error,
                        -Double.MAX_VALUE,
                        Double.MAX_VALUE);
        ContinuousDistribution distribution =
                df.isPresent() ? TDistribution.of(df.getAsDouble()) : NormalDistribution.of(0, 1);
        double p =
                switch (side) {
                    case ABOVE -> distribution.survivalProbability(statistic);
                    case BELOW -> distribution.cumulativeProbability(statistic);
                };
        return df.isPresent()
                ? TestResult.of("One-sided t-test", statistic, p, df.getAsDouble())
                : TestResult.of("One-sided z-test", statistic, p);
    }

    private double onScale(double x) {
        return switch (scale) {
            case AS_IS -> x;
            // Without the cancellation that (1 + x) / (1 - x) has near 0.
            case FISHER_Z -> (Math.log1p(x) - Math.log1p(-x)) / 2;
        };
    }

    private double fromScale(double x) {
        return switch (scale) {
            case AS_IS -> x;
            case FISHER_Z -> Math.tanh(x);
        };
    }
}
