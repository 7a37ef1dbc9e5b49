package eyebright.stats.distribution;

import org.apache.commons.statistics.distribution.TDistribution;

/// The studentized range: of the difference between the largest and the smallest of `groups` independent
/// standard normals, divided by an independent standard deviation s with `df` degrees of freedom. Tukey's
/// and Games and Howell's comparisons of all pairs of means rest on it.
///
/// ```
/// P(Q > q) = E[ P(range > q s) ]
/// P(range > w) = groups * integral of phi(z) (Phi(z)^(groups-1) - (Phi(z) - Phi(z-w))^(groups-1)) dz
/// ```
///
/// Each is the integral of a function that is nowhere negative, so that small upper tails keep their
/// digits: within 1e-11 (relative) of mpmath in both, and within 1e-11 (absolute) of the 36 points of the
/// reference. A call takes about a millisecond.
///
/// Shape: numbers. Unit: none. Missing values: none are accepted. Edge cases: at q = 0 the cumulative
/// probability is 0; 2 groups give the distribution of sqrt(2) |t|. Errors: an argument that is not finite
/// or out of range.
///
/// R: `ptukey(q, groups, df)` is good to about 1e-8 absolute only, takes infinite `df`, which here are
/// those above 1e10 or so, and a number of ranges, which here is 1. SPSS: `CDF.SRANGE`.
///
/// Source: Miller (1981), Simultaneous Statistical Inference, chapter 2
/// <https://doi.org/10.1007/978-1-4613-8122-8>.
public final class StudentizedRange {

    private static final int FEWEST_GROUPS = 2;

    /// No range of normals is above this, as far as a double can show.
    private static final double CERTAIN = 1e3;

    /// Nor is its logarithm of any use above this.
    private static final double IMPOSSIBLE = 1e9;

    private StudentizedRange() {}

    /// The probability of a value of at most q.
    ///
    /// @param q finite, 0 or more
    /// @param groups number of means: 2 or more
    /// @param df degrees of freedom of the standard deviation, whole or not: above 0
    /// @throws IllegalArgumentException if an argument is out of range
    public static double cumulative(double q, int groups, double df) {
        require(q, groups);
        var chi = new Chi(df);
        if (q == 0) {
            return 0;
        }
        return Math.min(1, Math.exp(chi.logMean(0, u -> logBelow(q * Math.exp(u), groups))));
    }

    /// The probability of a value above q.
    ///
    /// @param q finite, 0 or more
    /// @param groups number of means: 2 or more
    /// @param df degrees of freedom of the standard deviation, whole or not: above 0
    /// @throws IllegalArgumentException if an argument is out of range
    public static double survival(double q, int groups, double df) {
        require(q, groups);
        var chi = new Chi(df);
        if (q == 0) {
            return 1;
        }
        // Bonferroni's bound: where no pair can differ so much, there is nothing to integrate.
        if (TDistribution.of(df).survivalProbability(q / Math.sqrt(2)) == 0) {
            return 0;
        }
        double start = Math.min(0, 1 - Math.log(q));
        return Math.min(1, Math.exp(chi.logMean(start, u -> logAbove(q * Math.exp(u), groups))));
    }

    /// The q with probability p of a value of at most q.
    ///
    /// @param p above 0 and below 1
    /// @param groups number of means: 2 or more
    /// @param df degrees of freedom of the standard deviation, whole or not: above 0
    /// @throws IllegalArgumentException if an argument is out of range
    public static double quantile(double p, int groups, double df) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p must be above 0 and below 1, not " + p);
        }
        double low = 0;
        double high = 4;
        while (cumulative(high, groups, df) < p) {
            low = high;
            high *= 2;
        }
        return p < 0.5
                ? Root.between(low, high, q -> cumulative(q, groups, df) - p)
                : Root.between(low, high, q -> 1 - p - survival(q, groups, df));
    }

    /// The logarithm of the probability that the range is at most w: the smallest is at z, the others
    /// between z and z + w.
    private static double logBelow(double w, int groups) {
        if (w > CERTAIN) {
            return 0;
        }
        double half = w / 2;
        // By symmetry about the middle, z - w/2 to z + w/2.
        return Math.log(groups)
                + PeakIntegral.log(
                        0,
                        0.5,
                        z ->
                                Normal.logDensity(z - half)
                                        + (groups - 1) * Normal.logAround(z, half));
    }

    /// The logarithm of the probability that the range is above w: the largest is at z, the others are
    /// below it but not all of them within w.
    private static double logAbove(double w, int groups) {
        if (w > IMPOSSIBLE) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(groups)
                + PeakIntegral.log(
                        w / 2,
                        0.5,
                        z -> {
                            double log = Normal.logCumulative(z);
                            double beyond = Math.exp(Normal.logCumulative(z - w) - log);
                            double some = -Math.expm1((groups - 1) * Math.log1p(-beyond));
                            return Normal.logDensity(z) + (groups - 1) * log + Math.log(some);
                        });
    }

    private static void require(double q, int groups) {
        if (!(q >= 0 && Double.isFinite(q))) {
            throw new IllegalArgumentException("q must be finite and 0 or more, not " + q);
        }
        if (groups < FEWEST_GROUPS) {
            throw new IllegalArgumentException("groups must be 2 or more, not " + groups);
        }
    }
}
