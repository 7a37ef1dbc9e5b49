package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.mean.CohensD.Bias;
import org.apache.commons.numbers.gamma.GammaRatio;

/// Standardised difference of means without the bias that [CohensD] has in small samples.
///
/// ```
/// g = J d        J = gamma(df / 2) / (sqrt(df / 2) gamma((df - 1) / 2)),  about 1 - 3 / (4 df - 1)
/// ```
///
/// Its limits are those of d times J. Shape, unit, missing values, edge cases and errors are those of d; with 1
/// degree of freedom there is no J, and g is not estimable.
/// Summary: that of d.
///
/// R: `effectsize::hedges_g`, which takes J as here. SPSS (from version 27) and Hedges' own table take J
/// as here, many meta-analysis programs the approximation, which differs in the fourth digit at df = 5.
///
/// Source: Hedges (1981) <https://doi.org/10.3102/10769986006002107>. Checked against R effectsize 0.8.3,
/// see `MeansReferenceTest`.
public final class HedgesG {

    private HedgesG() {}

    /// g of the first group against the second.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static Estimate between(Moments a, Moments b, double level) {
        return CohensD.between(a, b, level, Bias.CORRECTED);
    }

    /// g of pairs, in standard deviations of their differences.
    ///
    /// @param differences the moments of first minus second, see [PairedTTest#differences]
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static Estimate ofPairs(Moments differences, double level) {
        return CohensD.ofPairs(differences, level, Bias.CORRECTED);
    }

    /// J, by which d is too large on average, for 2 or more degrees of freedom.
    static double correction(int df) {
        // gamma(z) / gamma(z + 1/2) in one function: two gammas of a large df would cancel.
        return 1 / (Math.sqrt(df / 2.0) * GammaRatio.delta((df - 1) / 2.0, 0.5));
    }
}
