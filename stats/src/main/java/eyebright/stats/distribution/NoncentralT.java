package eyebright.stats.distribution;

import eyebright.stats.Interval;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/// The noncentral t distribution: of (Z + ncp) / s, where Z is a standard normal and s the square root
/// of an independent chi-squared over its `df`. A t statistic has it when its effect is not 0, so that
/// intervals of standardized differences and the power of t tests rest on it.
///
/// ```
/// P(T > t) = E[ Phi(ncp - t s) ]          over s, or, where that changes more slowly,
///          = E[ P(s < (Z + ncp) / t) ]    over Z, for t > 0
/// ```
///
/// Each is the integral of a function that is nowhere negative, so that both tails keep their relative
/// accuracy: within 1e-11 (relative) of 140 of the 143 points of the reference, with `df` to 1e13 and
/// noncentralities to 4e4, and of mpmath down to tails of 1e-200; the other three are off themselves, see
/// `NoncentralTTest`. Below about 1e-300 0 follows.
///
/// Shape: numbers. Unit: none. Missing values: none are accepted. Edge cases: `ncp` 0 is Student's t.
/// Errors: an argument that is not finite, `df` not above 0.
///
/// R: `pt(x, df, ncp)` is good to about 1e-12 absolute, takes |ncp| to 37.62 only, and its small upper
/// tails are noise. SPSS: `NCDF.T`.
///
/// Sources: Johnson, Kotz & Balakrishnan (1995), chapter 31; limits of the noncentrality: Steiger &
/// Fouladi (1997); on keeping both tails: Benton & Krishnamoorthy (2003)
/// <https://doi.org/10.1016/S0167-9473(02)00283-9>.
public final class NoncentralT {

    private static final double SMALLEST = 1e-100;

    private NoncentralT() {}

    /// The probability of a value of at most t.
    ///
    /// @param df degrees of freedom, whole or not: above 0
    /// @param ncp noncentrality: any finite number
    /// @throws IllegalArgumentException if an argument is out of range
    public static double cumulative(double t, double df, double ncp) {
        require(t, df, ncp);
        return t < 0 ? above(-t, df, -ncp) : below(t, df, ncp);
    }

    /// The probability of a value above t.
    ///
    /// @param df degrees of freedom, whole or not: above 0
    /// @param ncp noncentrality: any finite number
    /// @throws IllegalArgumentException if an argument is out of range
    public static double survival(double t, double df, double ncp) {
        require(t, df, ncp);
        return t < 0 ? below(-t, df, -ncp) : above(t, df, ncp);
    }

    /// The noncentralities between which t is neither too large nor too small, with half of what
    /// `level` leaves in each tail. Divided by the square root of the (harmonic) sample size they are
    /// limits of a standardized mean (difference).
    ///
    /// @throws IllegalArgumentException if an argument is out of range
    public static Interval limits(double t, double df, double level) {
        require(t, df, 0);
        Interval.requireLevel(level);
        double tail = (1 - level) / 2;
        // The limits of -t are those of t, turned.
        return new Interval(-highest(-t, df, tail), highest(t, df, tail), level);
    }

    /// The noncentrality at which a value of at most t has probability `tail`.
    private static double highest(double t, double df, double tail) {
        double reach = 2 + 8 * Math.hypot(1, t / Math.sqrt(2 * df));
        double low = t;
        while (cumulative(t, df, low) < tail) {
            low -= reach;
            reach *= 2;
        }
        double high = low + reach;
        while (cumulative(t, df, high) > tail) {
            reach *= 2;
            high += reach;
        }
        return Root.between(low, high, ncp -> cumulative(t, df, ncp) - tail);
    }

    private static double below(double t, double df, double ncp) {
        if (t == 0) {
            return Normal.cumulative(-ncp);
        }
        if (ncp <= 0) {
            return 1 - above(t, df, ncp);
        }
        DoubleUnaryOperator aboveU =
                u -> RegularizedGamma.Q.value(df / 2, df / 2 * Math.exp(2 * u));
        if (isOverZ(t, df, ncp, aboveU)) {
            return Math.min(1, Normal.cumulative(-ncp) + Math.exp(overZ(t, ncp, aboveU)));
        }
        double log = new Chi(df).logMean(0, u -> Normal.logCumulative(z(t, ncp, u)));
        return Math.min(1, Math.exp(log));
    }

    private static double above(double t, double df, double ncp) {
        if (t == 0) {
            return Normal.cumulative(ncp);
        }
        // The median is above ncp, so that this loses nothing.
        if (t < ncp) {
            return 1 - below(t, df, ncp);
        }
        DoubleUnaryOperator belowU =
                u -> RegularizedGamma.P.value(df / 2, df / 2 * Math.exp(2 * u));
        if (isOverZ(t, df, ncp, belowU)) {
            return Math.min(1, Math.exp(overZ(t, ncp, belowU)));
        }
        double start = Math.min(0, Math.log((Math.abs(ncp) + 1) / t));
        double log = new Chi(df).logMean(start, u -> Normal.logCumulative(-z(t, ncp, u)));
        return Math.min(1, Math.exp(log));
    }

    /// Whether the mean over Z is the smoother one, and far from where its probabilities vanish.
    private static boolean isOverZ(
            double t, double df, double ncp, DoubleUnaryOperator probability) {
        return ncp > 0
                && ncp * ncp > 2 * df
                && probability.applyAsDouble(Math.log(ncp / t)) > SMALLEST;
    }

    /// The logarithm of the mean over Z of what is given for u = log((Z + ncp) / t), where Z + ncp is
    /// above 0.
    private static double overZ(double t, double ncp, DoubleUnaryOperator probability) {
        return PeakIntegral.log(
                Math.log(ncp / t),
                1 / ncp,
                u ->
                        Math.log(t)
                                + u
                                + Normal.logDensity(z(t, ncp, u))
                                + Math.log(probability.applyAsDouble(u)));
    }

    /// t s - ncp, with the digits that are left where t and ncp are large and s is near 1.
    private static double z(double t, double ncp, double u) {
        return Math.abs(u) < 0.5 ? t - ncp + t * Math.expm1(u) : t * Math.exp(u) - ncp;
    }

    private static void require(double t, double df, double ncp) {
        if (!Double.isFinite(t)) {
            throw new IllegalArgumentException("t must be finite, not " + t);
        }
        if (!(df > 0 && Double.isFinite(df))) {
            throw new IllegalArgumentException("df must be finite and above 0, not " + df);
        }
        if (!Double.isFinite(ncp)) {
            throw new IllegalArgumentException("ncp must be finite, not " + ncp);
        }
    }
}
