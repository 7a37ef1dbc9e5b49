package eyebright.stats.rank;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;

/// Rank-biserial correlation: the share of pairs that favour the first side minus the share that favour
/// the second.
///
/// ```
/// two groups: r = 2 U / (n1 n2) - 1,  e² = (n1 + n2 + 1) / (3 n1 n2)      U = W of MannWhitney
/// one sample: r = 2 V / m - 1,  e² = n (n + 1) (2 n + 1) / (6 m²),  m = n (n + 1) / 2      n values that are not 0
/// limits: tanh(atanh(r) ± z e)
/// ```
///
/// For two groups it is Cliff's delta, and (r + 1) / 2 the chance that one of the first group is above one
/// of the second. The error is that of no difference and no ties, so that the interval is rough far
/// from 0. At -1 and 1, where the two sides do not overlap, it has no width and is left out.
///
/// R: `effectsize::rank_biserial(a, b)`, and `rank_biserial(a - b)` for pairs: with `paired = TRUE` it takes
/// the differences of 0 out of r but counts them in e. It prints an interval from 1 to 1 where this has
/// none. JASP gives the same.
///
/// Sources: Cureton (1956) <https://doi.org/10.1007/BF02289138>; Kerby (2014)
/// <https://doi.org/10.2466/11.IT.3.1>.
final class RankBiserial {

    private RankBiserial() {}

    static Estimate ofGroups(double u, double n1, double n2, double level) {
        // The difference of the two counts of pairs, not 2 U / (n1 n2) - 1, which cancels near 0.
        double r = (u - (n1 * n2 - u)) / (n1 * n2);
        return estimate(r, Math.sqrt((n1 + n2 + 1) / (3 * n1 * n2)), (int) (n1 + n2), level);
    }

    static Estimate ofSignedRanks(double v, double used, int n, double level) {
        double most = used * (used + 1) / 2;
        double r = (v - (most - v)) / most;
        return estimate(r, Math.sqrt(used * (used + 1) * (2 * used + 1) / 6) / most, n, level);
    }

    private static Estimate estimate(double r, double error, int n, double level) {
        if (Math.abs(r) >= 1) {
            return Known.bare(Math.signum(r), n);
        }
        // atanh by log1p keeps its digits near 0.
        double z = (Math.log1p(r) - Math.log1p(-r)) / 2;
        double reach = Quantiles.normal(level) * error;
        return Known.of(r, new Interval(Math.tanh(z - reach), Math.tanh(z + reach), level), n);
    }
}
