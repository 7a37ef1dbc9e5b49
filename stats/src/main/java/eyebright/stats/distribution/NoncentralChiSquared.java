package eyebright.stats.distribution;

import eyebright.stats.Interval;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/// The noncentral chi-squared distribution: of the sum of `df` squared normals with variance 1 whose
/// squared means add up to `ncp`.
///
/// ```
/// P(X <= x) = sum over j of Poisson(j; ncp/2) P(chi-squared with df + 2j <= x)
/// ```
///
/// The sum runs over the j that matter, and its terms are stepped in the direction in which they are
/// added and not subtracted, so that both tails keep their relative accuracy: within 1e-12 (relative)
/// of the 300 points of the reference, down to 1e-142. Below about 1e-230 digits are lost, and 0
/// follows.
///
/// Shape: numbers. Unit: none. Missing values: none are accepted. Edge cases: `ncp` 0 is the central
/// distribution; at x = 0 the cdf is 0. Errors: an argument that is not finite or out of range.
///
/// R: `pchisq(x, df, ncp)` is good to about 1e-12 absolute, so that its small upper tails are not
/// digits but noise. SPSS: `NCDF.CHISQ`.
///
/// Sources: Johnson, Kotz & Balakrishnan (1995), chapter 29; summation: Benton & Krishnamoorthy (2003)
/// <https://doi.org/10.1016/S0167-9473(02)00283-9>. Checked against the values of Boost.Math, see
/// `NoncentralChiSquaredTest`.
///
/// @param df degrees of freedom, whole or not: above 0
/// @param ncp noncentrality: 0 to 4e9
public record NoncentralChiSquared(double df, double ncp) {

    /// What is left out of a sum, relative to the sum.
    private static final double NEGLIGIBLE = 1e-18;

    /// Below this a term has lost digits, and no other can be stepped from it.
    private static final double SMALLEST = 1e-250;

    /// Weights are kept this many times as large, so that a small one times a small central
    /// probability does not vanish.
    private static final double SCALE = 0x1p200;

    /// Above this the number of a term would leave the integers.
    private static final double LARGEST_NCP = 4e9;

    /// @throws IllegalArgumentException if df is not finite and above 0, or ncp not from 0 to 4e9
    public NoncentralChiSquared {
        if (!(df > 0 && Double.isFinite(df))) {
            throw new IllegalArgumentException("df must be finite and above 0, not " + df);
        }
        if (!(ncp >= 0 && ncp <= LARGEST_NCP)) {
            throw new IllegalArgumentException("ncp must be from 0 to 4e9, not " + ncp);
        }
    }

    /// The probability of a value of at most x.
    ///
    /// @param x finite, 0 or more
    /// @throws IllegalArgumentException if x is out of range
    public double cdf(double x) {
        requireX(x);
        if (x == 0) {
            return 0;
        }
        double half = x / 2;
        double mean = ncp / 2;
        int last = lastTerm(half);
        double weight = SCALE * weight(last);
        double central = gamma(last).cumulativeProbability(half);
        double density = gamma(last + 1).density(half);
        double sum = 0;
        for (int j = last; ; j--) {
            double term = weight * central;
            sum += term;
            // Terms rise to one peak and then fall, so a small one is past the peak.
            if (j == 0 || term <= NEGLIGIBLE * sum) {
                return Math.min(1, sum / SCALE);
            }
            density *= (df / 2 + j) / half;
            central += density;
            weight *= j / mean;
        }
    }

    /// The probability of a value above x.
    ///
    /// @param x finite, 0 or more
    /// @throws IllegalArgumentException if x is out of range
    public double sf(double x) {
        requireX(x);
        if (x == 0) {
            return 1;
        }
        double half = x / 2;
        double mean = ncp / 2;
        int first = firstTerm(half);
        double weight = SCALE * weight(first);
        double central = gamma(first).survivalProbability(half);
        double density = gamma(first + 1).density(half);
        double sum = 0;
        for (int j = first; ; j++) {
            double term = weight * central;
            sum += term;
            if (term <= NEGLIGIBLE * sum) {
                return Math.min(1, sum / SCALE);
            }
            central += density;
            density *= half / (df / 2 + j + 1);
            weight *= mean / (j + 1);
        }
    }

    /// The noncentrality at which a value of at most x has the given probability; 0 where even the
    /// central distribution gives it no more than that.
    ///
    /// @param x the value: finite, 0 or more
    /// @param df degrees of freedom: above 0
    /// @param probability above 0 and below 1
    /// @throws IllegalArgumentException if an argument is out of range
    public static double noncentrality(double x, double df, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability must be above 0 and below 1, not " + probability);
        }
        return probability > 0.5
                ? fromUpperTail(x, df, 1 - probability)
                : fromLowerTail(x, df, probability);
    }

    /// The noncentralities between which x is neither too large nor too small, with half of what
    /// `level` leaves in each tail.
    public static Interval limits(double x, double df, double level) {
        double tail = (1 - level) / 2;
        return new Interval(fromUpperTail(x, df, tail), fromLowerTail(x, df, tail), level);
    }

    private static double fromLowerTail(double x, double df, double tail) {
        if (new NoncentralChiSquared(df, 0).cdf(x) <= tail) {
            return 0;
        }
        double high = x + 1;
        while (new NoncentralChiSquared(df, high).cdf(x) > tail) {
            high *= 2;
        }
        return Root.between(0, high, ncp -> new NoncentralChiSquared(df, ncp).cdf(x) - tail);
    }

    private static double fromUpperTail(double x, double df, double tail) {
        if (new NoncentralChiSquared(df, 0).sf(x) >= tail) {
            return 0;
        }
        double high = x + 1;
        while (new NoncentralChiSquared(df, high).sf(x) < tail) {
            high *= 2;
        }
        return Root.between(0, high, ncp -> new NoncentralChiSquared(df, ncp).sf(x) - tail);
    }

    /// The last term that the cdf needs. Central probabilities fall with j, so what is left out is a
    /// smaller part of the sum than the Poisson tail beyond it is of 1.
    private int lastTerm(double half) {
        double mean = ncp / 2;
        int last = mean == 0 ? 0 : (int) (mean + 10 * Math.sqrt(mean) + 45);
        if (gamma(last).cumulativeProbability(half) >= SMALLEST) {
            return last;
        }
        int low = 0;
        while (low < last) {
            int middle = low + (last - low + 1) / 2;
            if (gamma(middle).cumulativeProbability(half) >= SMALLEST) {
                low = middle;
            } else {
                last = middle - 1;
            }
        }
        return last;
    }

    /// The first term that the sf needs, by the same reasoning from the other side.
    private int firstTerm(double half) {
        double mean = ncp / 2;
        int first = (int) Math.max(0, mean - 10 * Math.sqrt(mean));
        if (gamma(first).survivalProbability(half) >= SMALLEST) {
            return first;
        }
        int high = (int) Math.max(first, Math.min(half, LARGEST_NCP / 2)) + 1;
        while (first < high) {
            int middle = first + (high - first) / 2;
            if (gamma(middle).survivalProbability(half) >= SMALLEST) {
                high = middle;
            } else {
                first = middle + 1;
            }
        }
        return first;
    }

    private double weight(int j) {
        return ncp == 0 ? (j == 0 ? 1 : 0) : PoissonDistribution.of(ncp / 2).probability(j);
    }

    private GammaDistribution gamma(int j) {
        return GammaDistribution.of(df / 2 + j, 1);
    }

    private static void requireX(double x) {
        if (!(x >= 0 && Double.isFinite(x))) {
            throw new IllegalArgumentException("x must be finite and 0 or more, not " + x);
        }
    }
}
