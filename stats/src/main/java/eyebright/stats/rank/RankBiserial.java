package eyebright.stats.rank;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;

/// Rank-biserial correlation: the share of pairs that favour the first side minus the share that favour
/// the second.
///
/// ```
/// two groups: d_i = (below - above) / n2 of the first group's value i among the second, d_j of the second's
///             r = mean of d_i,  e² = variance of d_i / n1 + variance of d_j / n2
/// one sample: w_i = sum over j of sign(x_i + x_j),  r = (sum of w_i + sum of sign(x_i)) / (n (n + 1))
///             e² = 4 / (n³ (n - 1)) sum of (w_i - mean w)²       n values that are not 0
/// limits: tanh(atanh(r) ± z e / (1 - r²))
/// ```
///
/// For two groups it is Cliff's delta, (r + 1) / 2 is the chance that one of the first group is above one of
/// the second, and the limits are those of DeLong's error on the scale of the log odds of that chance. For
/// one sample it is 2 V / (n (n + 1) / 2) - 1, and e is that of leaving out one value after the other. Both
/// errors hold whatever the two distributions are, with ties. At -1 and 1, where the two sides do not
/// overlap, and with one value in a group nothing tells the error: there is no interval.
///
/// R: `effectsize::rank_biserial(a, b)`, and `rank_biserial(a - b)` for pairs, give the same r; their limits
/// are [#ofGroupsAsEffectsize] and [#ofSignedRanksAsEffectsize]. JASP gives these, too.
///
/// Sources: Cureton (1956) <https://doi.org/10.1007/BF02289138>; Kerby (2014)
/// <https://doi.org/10.2466/11.IT.3.1>; interval: Perme & Manevski (2019)
/// <https://doi.org/10.1177/0962280218814556>; of one sample, the jackknife of a U-statistic: Arvesen (1969),
/// Annals of Mathematical Statistics 40, 2076-2100.
final class RankBiserial {

    private RankBiserial() {}

    /// Of the first of two groups against the second.
    static Estimate ofGroups(ValueCounts counts, double level) {
        double n1 = counts.total(0);
        double n2 = counts.total(1);
        double r = ofGroups(counts);
        if (Math.min(n1, n2) < 2) {
            return Known.bare(r, counts.total());
        }
        double first = 0;
        double second = 0;
        int[] below = new int[2];
        for (int i = 0; i < counts.size(); i++) {
            double one = dominance(counts, i, 1, below[1]) / n2 - r;
            double other = dominance(counts, i, 0, below[0]) / n1 + r;
            first += counts.count(0, i) * one * one;
            second += counts.count(1, i) * other * other;
            below[0] += counts.count(0, i);
            below[1] += counts.count(1, i);
        }
        double error = Math.sqrt(first / (n1 * (n1 - 1)) + second / (n2 * (n2 - 1)));
        return estimate(r, error / ((1 - r) * (1 + r)), counts.total(), level);
    }

    /// The same with the error of no difference and no ties, tanh(atanh(r) ± z e) with
    /// e² = (n1 + n2 + 1) / (3 n1 n2): too narrow where the groups differ, and wrong by as much as their
    /// variances do.
    static Estimate ofGroupsAsEffectsize(ValueCounts counts, double level) {
        double n1 = counts.total(0);
        double n2 = counts.total(1);
        return estimate(
                ofGroups(counts), Math.sqrt((n1 + n2 + 1) / (3 * n1 * n2)), counts.total(), level);
    }

    private static double ofGroups(ValueCounts counts) {
        // In whole numbers, in which nothing cancels.
        long sum = 0;
        int below = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += counts.count(0, i) * dominance(counts, i, 1, below);
            below += counts.count(1, i);
        }
        return sum / ((double) counts.total(0) * counts.total(1));
    }

    /// How many more of a group are below the value of that place than above it.
    private static long dominance(ValueCounts counts, int place, int group, int below) {
        return 2L * below + counts.count(group, place) - counts.total(group);
    }

    /// Of differences.
    ///
    /// @param sides the sizes of those above 0 and of those below it, as 2 groups
    /// @param all how many differences there are with those of 0
    static Estimate ofSignedRanks(ValueCounts sides, int all, double level) {
        double n = sides.total();
        double r = ofSignedRanks(sides);
        // The sum of all w_i: what r is made of, without each value paired with itself.
        double mean = (r * (n + 1) - (sides.total(0) - sides.total(1)) / n);
        double squares = 0;
        int[] below = new int[2];
        for (int i = 0; i < sides.size(); i++) {
            double above = sides.total(0) + dominance(sides, i, 1, below[1]) - mean;
            double beneath = sides.total(1) + dominance(sides, i, 0, below[0]) + mean;
            squares += sides.count(0, i) * above * above + sides.count(1, i) * beneath * beneath;
            below[0] += sides.count(0, i);
            below[1] += sides.count(1, i);
        }
        double error = 2 * Math.sqrt(squares / (n - 1) / n) / n;
        return estimate(r, error / ((1 - r) * (1 + r)), all, level);
    }

    /// The same with the error of no difference and no ties, tanh(atanh(r) ± z e) with
    /// e² = n (n + 1) (2 n + 1) / (6 m²), m = n (n + 1) / 2: far too narrow where differences lean to one side,
    /// however many there are.
    static Estimate ofSignedRanksAsEffectsize(ValueCounts sides, int all, double level) {
        double n = sides.total();
        double error = Math.sqrt(n * (n + 1) * (2 * n + 1) / 6) / (n * (n + 1) / 2);
        return estimate(ofSignedRanks(sides), error, all, level);
    }

    private static double ofSignedRanks(ValueCounts sides) {
        int above = sides.total(0);
        int beneath = sides.total(1);
        long sum = (long) above * above - (long) beneath * beneath + above - beneath;
        int[] below = new int[2];
        for (int i = 0; i < sides.size(); i++) {
            sum += sides.count(0, i) * dominance(sides, i, 1, below[1]);
            sum -= sides.count(1, i) * dominance(sides, i, 0, below[0]);
            below[0] += sides.count(0, i);
            below[1] += sides.count(1, i);
        }
        double n = sides.total();
        return sum / (n * (n + 1));
    }

    /// @param error of Fisher's z
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
