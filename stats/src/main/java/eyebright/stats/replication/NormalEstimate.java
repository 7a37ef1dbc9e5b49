package eyebright.stats.replication;

import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// An estimate and its standard error, on a scale where a normal fits: Fisher's z of a correlation, log odds, a
/// standardised difference, a slope.
///
/// ```
/// z = value / error        p = 2 (1 - Φ(|z|))        value ± z(level) error
/// ```
///
/// Shape: two numbers. Unit: that of the estimate, both the same. Missing values: none are accepted. Edge
/// cases: a value of 0 has z 0 and p 1. Errors: a value that is not finite, an error that is not above 0.
/// R: `atanh(r)`, `1 / sqrt(n - 3)`, `2 * pnorm(-abs(z))`. Source: Fisher (1921), Metron 1, for the z of a correlation.
///
/// @param value the estimate: finite
/// @param error its standard error: finite and above 0
public record NormalEstimate(double value, double error) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int FEWEST = 4;

    /// @throws IllegalArgumentException if an argument is out of range
    public NormalEstimate {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite, not " + value);
        }
        if (!(error > 0 && Double.isFinite(error))) {
            throw new IllegalArgumentException("error must be finite and above 0, not " + error);
        }
    }

    /// Fisher's z of a correlation, with its error `1 / sqrt(n - 3)`.
    ///
    /// @param r above -1 and below 1
    /// @param n the respondents it rests on: 4 or more
    /// @throws IllegalArgumentException if an argument is out of range
    public static NormalEstimate ofCorrelation(double r, int n) {
        if (!(Math.abs(r) < 1)) {
            throw new IllegalArgumentException("r must be above -1 and below 1, not " + r);
        }
        if (n < FEWEST) {
            throw new IllegalArgumentException("n must be 4 or more, not " + n);
        }
        return new NormalEstimate((Math.log1p(r) - Math.log1p(-r)) / 2, 1 / Math.sqrt(n - 3));
    }

    /// How many errors the value is away from 0, with its sign.
    public double z() {
        return value / error;
    }

    /// The two-sided test of 0.
    public TestResult test() {
        return TestResult.of("z", z(), Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z()))));
    }

    /// The interval of that level: above 0 and below 1.
    ///
    /// @throws IllegalArgumentException if the level is out of range
    public Interval interval(double level) {
        double reach = Quantiles.normal(level) * error;
        return new Interval(value - reach, value + reach, level);
    }
}
