package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;

/// Share of the variance of the population that lies between the groups: [EtaSquared] with most of its
/// bias taken out.
///
/// ```
/// omega² = (F - 1) df1 / ((F - 1) df1 + df2 + df1 + 1), 0 if F is below 1
///        = (between - df1 within / df2) / (total + within / df2)
/// limits: those of eta² at the F that has omega² as its eta²,  F = (omega² / df1) / ((1 - omega²) / df2)
/// ```
///
/// Shape: an analysis of variance. Unit: none, 0 to 1. Missing values: not in the analysis. Edge cases:
/// with an F of 1 or less it is 0, and so are its limits; what has no analysis is not estimable, for its
/// reason. Errors: a level not between 0 and 1.
/// Summary: that of the analysis.
///
/// R: `effectsize::omega_squared(model, partial = FALSE, alternative = "two.sided")`, whose default is
/// the one-sided interval. JASP and SPSS (from version 27) print a negative omega squared where this is 0.
///
/// Sources: Hays (1963); interval as Ben-Shachar, Lüdecke & Makowski (2020)
/// <https://doi.org/10.21105/joss.02815>. Checked against R effectsize 0.8.3, see `AnovaReferenceTest`.
public final class OmegaSquared {

    private OmegaSquared() {}

    /// Omega squared with its interval.
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

    /// Omega squared of an F with any degrees of freedom, such as those of Welch.
    static Estimate of(double f, double df1, double df2, int n, double level) {
        double excess = Math.max(0, f - 1) * df1;
        if (excess == 0) {
            return Known.of(0, new Interval(0, 0, level), n);
        }
        // For the one-way design (F - 1) df1 + N, as N is df1 + df2 + 1.
        double omega = excess / (excess + df1 + df2 + 1);
        double same = omega / df1 / ((1 - omega) / df2);
        return new Known(omega, EtaSquared.limits(same, df1, df2, level), n);
    }
}
