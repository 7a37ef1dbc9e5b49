package eyebright.stats.equivalence;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.TestResult;
import eyebright.stats.correlation.CorrelationError;
import eyebright.stats.mean.Moments;
import eyebright.stats.mean.PairedTTest;
import eyebright.stats.mean.WelchTTest;
import java.util.OptionalDouble;

/// An effect that can be compared with any bound: what [EquivalenceTest] and [NonSuperiorityTest] ask
/// about.
///
/// ```
/// means, slopes, rates:   t = (estimate - bound) / s,        interval estimate ± q s
/// correlations:           t = (atanh r - atanh bound) / s,  interval by tanh
/// shares:                 the z at which the score limit of Wilson or Newcombe meets the bound
/// ```
///
/// In each kind a one-sided p is below alpha exactly if the interval of level 1 - 2 alpha leaves the
/// bound out, so that test and interval never disagree. For shares R's and SPSS's TOST use Wald's error
/// instead, which is 0 for shares of 0 and 1.
///
/// Shape: counts, moments, or an estimate with its error: its summary is of that size and can be
/// merged before. Unit: that of the effect, and of every bound it is compared with. Missing values: left
/// out before. Edge cases: an effect that cannot be had keeps the reason.
///
/// Sources: Schuirmann (1987) <https://doi.org/10.1007/BF01068419>; Newcombe (1998)
/// <https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I>; Fisher
/// (1921).
public sealed interface Effect permits WaldEffect, ScoreEffect, UnknownEffect {

    /// The effect with its interval of the level, or the reason there is none.
    ///
    /// @throws IllegalArgumentException if the level is not above 0 and below 1
    Estimate estimate(double level);

    /// The one-sided test that the effect lies on this side of the bound.
    ///
    /// @param bound in the unit of the effect
    /// @throws IllegalArgumentException if the bound is outside of what the effect can be
    /// @throws IllegalStateException if the effect could not be had
    TestResult against(double bound, Side side);

    /// On which side of a bound the effect is claimed to lie.
    enum Side {
        /// The claim is that the effect is above the bound.
        ABOVE,
        /// The claim is that the effect is below the bound.
        BELOW
    }

    /// The mean of the first group minus that of the second, by Welch's t.
    static Effect means(Moments first, Moments second) {
        var welch = WelchTTest.of(first, second, 0.95);
        if (welch.difference() instanceof NotEstimable(String reason)) {
            return new UnknownEffect(reason);
        }
        return new WaldEffect(
                first.minus(second),
                Math.sqrt(first.variance() / first.n() + second.variance() / second.n()),
                OptionalDouble.of(welch.test().orElseThrow().df().getFirst()),
                first.n() + second.n(),
                WaldEffect.Scale.AS_IS);
    }

    /// The mean of differences within respondents, by Student's t.
    ///
    /// @param differences first answer minus second, of respondents who have both
    static Effect pairedMeans(Moments differences) {
        int n = differences.n();
        if (n < 2) {
            return new UnknownEffect("fewer than 2 respondents have both values");
        }
        if (PairedTTest.of(differences, 0.95).difference() instanceof NotEstimable(String reason)) {
            return new UnknownEffect(reason);
        }
        return new WaldEffect(
                differences.mean(),
                differences.sd() / Math.sqrt(n),
                OptionalDouble.of(n - 1.0),
                n,
                WaldEffect.Scale.AS_IS);
    }

    /// The share of one group; its bounds are shares. By Wilson's score test.
    ///
    /// @throws IllegalArgumentException if the counts are out of range
    static Effect share(int successes, int n) {
        return n == 0 && successes == 0
                ? new UnknownEffect("nobody answered")
                : new ScoreEffect(new Shares.One(successes, n));
    }

    /// The share of the first group minus that of the second, by Newcombe's score limits.
    ///
    /// @throws IllegalArgumentException if the counts are out of range
    static Effect shares(int x1, int n1, int x2, int n2) {
        if ((n1 == 0 && x1 == 0) || (n2 == 0 && x2 == 0)) {
            return new UnknownEffect(
                    "the %s group has nobody".formatted(n1 == 0 ? "first" : "second"));
        }
        return new ScoreEffect(new Shares.Two(new Shares.One(x1, n1), new Shares.One(x2, n2)));
    }

    /// The first share minus the second of the same respondents, by Newcombe's score limits for pairs.
    ///
    /// @param both respondents with a success in both
    /// @param onlyFirst respondents with a success in the first only
    /// @param onlySecond respondents with a success in the second only
    /// @param neither respondents with a success in neither
    /// @throws IllegalArgumentException if a count is negative
    static Effect pairedShares(int both, int onlyFirst, int onlySecond, int neither) {
        var pairs = new Shares.Paired(both, onlyFirst, onlySecond, neither);
        return pairs.n() == 0 ? new UnknownEffect("nobody answered") : new ScoreEffect(pairs);
    }

    /// A Pearson correlation, by Fisher's z with the error that its pairs show; its bounds are correlations.
    ///
    /// @param r between -1 and 1
    /// @param n how many pairs of values: 1 or more
    /// @throws IllegalArgumentException if r or n is out of range
    static Effect correlation(double r, CorrelationError error, int n) {
        if (!(Math.abs(r) < 1)) {
            throw new IllegalArgumentException("r must be between -1 and 1, not " + r);
        }
        return new WaldEffect(
                r, error.error(), OptionalDouble.of(error.df()), n, WaldEffect.Scale.FISHER_Z);
    }

    /// A Pearson correlation of which no more is known, by Fisher's z of normal values: its error is 1 / sqrt(n - 3).
    ///
    /// @param r from -1 to 1
    /// @param n how many pairs of values: 0 or more
    /// @throws IllegalArgumentException if r or n is out of range
    static Effect correlation(double r, int n) {
        if (!(r >= -1 && r <= 1)) {
            throw new IllegalArgumentException("r must be from -1 to 1, not " + r);
        }
        if (n < 0) {
            throw new IllegalArgumentException("n must be 0 or more, not " + n);
        }
        if (n < 4) {
            return new UnknownEffect("fewer than 4 pairs of values have no interval");
        }
        if (Math.abs(r) == 1) {
            return new UnknownEffect("all pairs of values lie on one line");
        }
        return new WaldEffect(
                r, 1 / Math.sqrt(n - 3.0), OptionalDouble.empty(), n, WaldEffect.Scale.FISHER_Z);
    }

    /// An estimate with its standard error, such as a slope of a linear model, by Student's t.
    ///
    /// @param standardError above 0
    /// @param df degrees of freedom: above 0
    /// @param n how many respondents it rests on
    /// @throws IllegalArgumentException if a number is out of range
    static Effect withT(double estimate, double standardError, double df, int n) {
        return new WaldEffect(
                estimate, standardError, OptionalDouble.of(df), n, WaldEffect.Scale.AS_IS);
    }

    /// An estimate with its standard error, such as a log rate or log odds, by the normal distribution.
    ///
    /// @param standardError above 0
    /// @param n how many respondents it rests on
    /// @throws IllegalArgumentException if a number is out of range
    static Effect withNormal(double estimate, double standardError, int n) {
        return new WaldEffect(
                estimate, standardError, OptionalDouble.empty(), n, WaldEffect.Scale.AS_IS);
    }
}
