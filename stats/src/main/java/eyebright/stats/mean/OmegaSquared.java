package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;

/// Share of the variance of the population that lies between the groups: [EtaSquared] with most of its
/// bias taken out.
///
/// ```
/// omega² = (F - 1) df1 / ((F - 1) df1 + N), 0 if F is below 1
///        = (between - df1 within / df2) / (total + within / df2)
/// limits: ncp / (ncp + N), where a noncentral F with df1, df2 and noncentrality ncp is at most F with
///         probability (1 + level) / 2 and (1 - level) / 2
/// ```
///
/// In a population whose groups have the shares of the sample, ncp / N is the variance between the groups
/// by that within them, so that ncp / (ncp + N) is the share itself: the limits are exact where the values
/// are normal with one variance, in samples of any size.
///
/// Shape: an analysis of variance. Unit: none, 0 to 1. Missing values: not in the analysis. Edge cases:
/// with an F of 1 or less it is 0, and only its lower limit must be; a limit is 0 where no noncentrality
/// reaches it; with `F df1` above 1e8 there is no interval; what has no analysis is not estimable, for its
/// reason. Errors: a level not between 0 and 1. Summary: that of the analysis.
///
/// R: `MBESS::ci.omega2` gives these limits. `effectsize::omega_squared(model, partial = FALSE, alternative =
/// "two.sided")` gives the same value with other limits ([#asEffectsize]): those of an eta squared of that
/// size. Both of them move with the estimate, which is as if it were found twice, and are 0 where F is below 1:
/// of 60 respondents they hold a share of 6 % in 75 of 100 samples (`docs/coverage.md`). JASP and SPSS
/// (from version 27) print a negative omega squared where this is 0.
///
/// Sources: Hays (1963); interval: Steiger (2004) <https://doi.org/10.1037/1082-989X.9.2.164>, formula 16.
/// Checked against R effectsize 0.8.3, see `AnovaReferenceTest`.
public final class OmegaSquared {

    private OmegaSquared() {}

    /// Omega squared with the interval of the inverted noncentral F distribution.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @return not estimable if there is no analysis
    /// @throws IllegalArgumentException if the level is out of range
    public static Estimate of(Anova anova, double level) {
        Interval.requireLevel(level);
        return switch (anova) {
            case Anova.NotTestable(String reason) -> new NotEstimable(reason);
            case Anova.Table table ->
                    of(table.f(), table.betweenDf(), table.withinDf(), table.n(), level);
        };
    }

    /// Omega squared with the limits that R's effectsize prints, for comparison: they hold the truth too
    /// seldom, the more so the fewer respondents there are.
    ///
    /// ```
    /// limits: those of eta² at the F that has omega² as its eta²,  F = (omega² / df1) / ((1 - omega²) / df2)
    /// ```
    ///
    /// With an F of 1 or less both are 0.
    ///
    /// @param level coverage that the interval is meant to have: above 0 and below 1
    /// @return not estimable if there is no analysis
    /// @throws IllegalArgumentException if the level is out of range
    /// @see <a href="https://doi.org/10.21105/joss.02815">Ben-Shachar, Lüdecke & Makowski (2020)</a>
    public static Estimate asEffectsize(Anova anova, double level) {
        Interval.requireLevel(level);
        return switch (anova) {
            case Anova.NotTestable(String reason) -> new NotEstimable(reason);
            case Anova.Table table ->
                    asEffectsize(table.f(), table.betweenDf(), table.withinDf(), table.n(), level);
        };
    }

    /// Omega squared of an F with any degrees of freedom, such as those of Welch.
    static Estimate of(double f, double df1, double df2, int n, double level) {
        return new Known(share(f, df1, n), EtaSquared.limits(f, df1, df2, n, level), n);
    }

    /// The same as effectsize makes it, which takes df1 + df2 + 1 for N although only the df of an analysis
    /// that supposes equal variances add up to it.
    static Estimate asEffectsize(double f, double df1, double df2, int n, double level) {
        double omega = share(f, df1, df1 + df2 + 1);
        double same = omega / df1 / ((1 - omega) / df2);
        return omega == 0
                ? Known.of(0, new Interval(0, 0, level), n)
                : new Known(omega, EtaSquared.limits(same, df1, df2, df2, level), n);
    }

    private static double share(double f, double df1, double n) {
        double excess = Math.max(0, f - 1) * df1;
        return excess / (excess + n);
    }
}
