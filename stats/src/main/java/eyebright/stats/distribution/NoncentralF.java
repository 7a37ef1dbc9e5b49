package eyebright.stats.distribution;

import eyebright.stats.Interval;

/// The noncentral F distribution: of (X / df1) / (Y / df2), where X is a noncentral chi-squared with
/// df1 and Y a central one with df2 degrees of freedom. An F statistic has it when its effect is not 0,
/// so that intervals of eta squared and the power of an analysis of variance rest on it.
///
/// ```
/// P(F <= f) = P(B <= df1 f / (df1 f + df2)),  B noncentral beta with df1/2, df2/2 and ncp
/// ```
///
/// Accuracy: that of [NoncentralBeta]. Shape: numbers. Unit: none. Missing values: none are accepted.
/// Edge cases: `ncp` 0 is the central distribution. Errors: an argument that is not finite or out of
/// range; `ncp` is 0 to 4e9.
///
/// R: `pf(f, df1, df2, ncp)` is good to about 1e-12 absolute. SPSS: `NCDF.F`. Sources: Johnson, Kotz &
/// Balakrishnan (1995), chapter 30; limits of the noncentrality: Steiger (2004)
/// <https://doi.org/10.1037/1082-989X.9.2.164>.
public final class NoncentralF {

    private NoncentralF() {}

    /// The probability of a value of at most f.
    ///
    /// @param f finite, 0 or more
    /// @param df1 degrees of freedom above the line: above 0
    /// @param df2 degrees of freedom below the line: above 0
    /// @param ncp noncentrality: 0 to 4e9
    /// @throws IllegalArgumentException if an argument is out of range
    public static double cumulative(double f, double df1, double df2, double ncp) {
        require(f, df1, df2);
        double odds = f / df2 * df1;
        return NoncentralBeta.cumulative(share(odds), 1 / (1 + odds), df1 / 2, df2 / 2, ncp);
    }

    /// The probability of a value above f.
    ///
    /// @param f finite, 0 or more
    /// @param df1 degrees of freedom above the line: above 0
    /// @param df2 degrees of freedom below the line: above 0
    /// @param ncp noncentrality: 0 to 4e9
    /// @throws IllegalArgumentException if an argument is out of range
    public static double survival(double f, double df1, double df2, double ncp) {
        require(f, df1, df2);
        double odds = f / df2 * df1;
        return NoncentralBeta.survival(share(odds), 1 / (1 + odds), df1 / 2, df2 / 2, ncp);
    }

    /// The noncentralities between which f is neither too large nor too small, with half of what
    /// `level` leaves in each tail; a limit is 0 where even the central distribution leaves less.
    ///
    /// @throws IllegalArgumentException if an argument is out of range
    public static Interval limits(double f, double df1, double df2, double level) {
        require(f, df1, df2);
        Interval.requireLevel(level);
        double tail = (1 - level) / 2;
        return new Interval(
                Noncentrality.fromAbove(f * df1, tail, ncp -> survival(f, df1, df2, ncp)),
                Noncentrality.fromBelow(f * df1, tail, ncp -> cumulative(f, df1, df2, ncp)),
                level);
    }

    private static double share(double odds) {
        return odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
    }

    private static void require(double f, double df1, double df2) {
        if (!(f >= 0 && Double.isFinite(f))) {
            throw new IllegalArgumentException("f must be finite and 0 or more, not " + f);
        }
        if (!(df1 > 0 && Double.isFinite(df1))) {
            throw new IllegalArgumentException("df1 must be finite and above 0, not " + df1);
        }
        if (!(df2 > 0 && Double.isFinite(df2))) {
            throw new IllegalArgumentException("df2 must be finite and above 0, not " + df2);
        }
    }
}
