package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.NoncentralF;
import java.util.Optional;

/// Share of the variance of the values that lies between the groups.
///
/// ```
/// eta² = between / (between + within) = F df1 / (F df1 + df2)
/// limits: ncp / (ncp + df2), where a noncentral F with df1, df2 and noncentrality ncp is at most F with
///         probability (1 + level) / 2 and (1 - level) / 2
/// ```
///
/// Shape: an analysis of variance. Unit: none, 0 to 1. Missing values: not in the analysis. Edge cases: a
/// limit is 0 where no noncentrality reaches it; with `F df1` above 1e8, where eta squared is 1 but for the
/// last digits of the values, there is no interval; what has no analysis is not estimable, for its reason.
/// Errors: a level not between 0 and 1. It is too large on average; [OmegaSquared] is less so.
/// Summary: that of the analysis.
///
/// R: `effectsize::eta_squared(model, partial = FALSE, alternative = "two.sided")`, whose default is the
/// one-sided interval. Steiger and SPSS divide ncp by ncp + N instead, which gives slightly narrower
/// limits.
///
/// Sources: Pearson (1911); interval: Steiger (2004) <https://doi.org/10.1037/1082-989X.9.2.164>. Checked
/// against R effectsize 0.8.3, see `AnovaReferenceTest`.
public final class EtaSquared {

    /// Above it the upper limit may leave the noncentralities that can be computed.
    private static final double LARGEST = 1e8;

    private EtaSquared() {}

    /// Eta squared with the interval of the inverted noncentral F distribution.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @return not estimable if there is no analysis
    /// @throws IllegalArgumentException if the level is out of range
    public static Estimate of(Anova anova, double level) {
        Interval.requireLevel(level);
        return switch (anova) {
            case Anova.NotTestable(String reason) -> new NotEstimable(reason);
            case Anova.Table table ->
                    new Known(
                            table.betweenSquares()
                                    / (table.betweenSquares() + table.withinSquares()),
                            limits(
                                    table.f(),
                                    table.betweenDf(),
                                    table.withinDf(),
                                    table.withinDf(),
                                    level),
                            table.n());
        };
    }

    /// The limits ncp / (ncp + rest) that belong to an F; empty where the noncentrality is out of reach.
    static Optional<Interval> limits(double f, double df1, double df2, double rest, double level) {
        if (f * df1 > LARGEST) {
            return Optional.empty();
        }
        Interval ncp = NoncentralF.limits(f, df1, df2, level);
        return Optional.of(
                new Interval(
                        ncp.low() / (ncp.low() + rest), ncp.high() / (ncp.high() + rest), level));
    }
}
