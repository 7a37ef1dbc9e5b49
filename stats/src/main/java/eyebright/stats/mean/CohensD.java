package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.NoncentralT;

/// Standardised difference of means.
///
/// ```
/// two groups: d = (mean(a) - mean(b)) / s      s² = (squares(a) + squares(b)) / (na + nb - 2),  e = sqrt(1/na + 1/nb)
/// pairs:      d = mean(difference) / sd(difference),  df = n - 1,  e = 1 / sqrt(n)      (also written dz)
/// limits:     e ncp, where a noncentral t with df and noncentrality ncp is at most d / e with
///             probability (1 + level) / 2 and (1 - level) / 2
/// ```
///
/// Shape: the moments of two groups, or those of the differences of pairs; both merge. Unit: standard
/// deviations; positive when the first is higher. Missing values: left out before the moments are
/// made. Edge cases: as in [StudentTTest] and [PairedTTest], whose reasons it gives. Errors: a level not
/// between 0 and 1. The interval is exact for normal values of equal variance.
///
/// R: `effectsize::cohens_d(a, b)` and, for pairs, `cohens_d(a, b, paired = TRUE)`, whose limits are
/// found by a search that stops at about 1e-9 of probability. SPSS (from version 27) gives the same and
/// calls it Cohen's d; for pairs JASP and jamovi do too.
///
/// Sources: Cohen (1988) <https://doi.org/10.4324/9780203771587>; interval: Steiger & Fouladi (1997),
/// Cumming & Finch (2001) <https://doi.org/10.1177/0013164401614002>. Checked against R effectsize 0.8.3
/// and a computation to 40 digits, see `MeansReferenceTest`.
public final class CohensD {

    /// A noncentrality beyond this has no limits, and a d like it no meaning.
    private static final double LARGEST = 1e100;

    private CohensD() {}

    /// d of the first group against the second.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static Estimate between(Moments a, Moments b, double level) {
        return between(a, b, level, Bias.KEPT);
    }

    /// d of pairs, in standard deviations of their differences.
    ///
    /// @param differences the moments of first minus second, see [PairedTTest#differences]
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static Estimate ofPairs(Moments differences, double level) {
        return ofPairs(differences, level, Bias.KEPT);
    }

    /// What becomes of the bias of d.
    enum Bias {
        KEPT,
        CORRECTED
    }

    static Estimate between(Moments a, Moments b, double level, Bias bias) {
        Interval.requireLevel(level);
        var reason = PooledSd.whyNone(a, b);
        if (reason.isPresent()) {
            return new NotEstimable(reason.get());
        }
        var pooled = PooledSd.of(a, b);
        return estimate(
                a.minus(b) / pooled.value(),
                Math.sqrt(pooled.unit()),
                pooled.df(),
                pooled.n(),
                level,
                bias);
    }

    static Estimate ofPairs(Moments differences, double level, Bias bias) {
        var test = PairedTTest.of(differences, level).difference();
        return switch (test) {
            case NotEstimable none -> none;
            case Known(double difference, _, int n) ->
                    estimate(
                            difference / differences.sd(), 1 / Math.sqrt(n), n - 1, n, level, bias);
        };
    }

    private static Estimate estimate(
            double d, double unit, int df, int n, double level, Bias bias) {
        if (!(Math.abs(d / unit) < LARGEST)) {
            return new NotEstimable(
                    "the values differ too little within their groups for a standardised difference");
        }
        if (df == 1 && bias == Bias.CORRECTED) {
            return new NotEstimable("%d values are too few to correct the bias".formatted(n));
        }
        double factor = bias == Bias.KEPT ? 1 : HedgesG.correction(df);
        Interval ncp = NoncentralT.limits(d / unit, df, level);
        return Known.of(
                factor * d,
                new Interval(factor * unit * ncp.low(), factor * unit * ncp.high(), level),
                n);
    }
}
