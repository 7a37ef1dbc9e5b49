package eyebright.stats.distribution;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/// Sums of central probabilities over a Poisson number of terms, which the noncentral chi-squared and
/// the noncentral beta are.
///
/// The sum runs over the terms that matter, and they are stepped in the direction in which they are
/// added and not subtracted, so that both tails keep their relative accuracy.
///
/// Source: Benton & Krishnamoorthy (2003) <https://doi.org/10.1016/S0167-9473(02)00283-9>.
final class PoissonMixture {

    /// What is left out of a sum, relative to the sum.
    private static final double NEGLIGIBLE = 1e-18;

    /// Below this a term has lost digits, and no other can be stepped from it.
    private static final double SMALLEST = 1e-250;

    /// Weights are kept this many times as large, so that a small one times a small central
    /// probability does not vanish.
    private static final double SCALE = 0x1p200;

    /// Below this mean there is one term only.
    private static final double VANISHING = 1e-20;

    /// Up to this mean ten more terms are enough, and more would have no weight left to step from.
    private static final double SMALL = 1e-2;

    /// Above this mean the number of a term would leave the integers.
    static final double LARGEST_MEAN = 2e9;

    private final double mean;
    private final Central central;

    PoissonMixture(double mean, Central central) {
        this.mean = mean < VANISHING ? 0 : mean;
        this.central = central;
    }

    /// A central distribution at one point, for each number of terms.
    interface Central {

        /// The probability of a value of at most the point; falls with j.
        double below(int j);

        /// The probability of a value above the point.
        double above(int j);

        /// below(j) - below(j + 1).
        double step(int j);

        /// step(j) / step(j - 1).
        double ratio(int j);
    }

    double below() {
        int last = lastTerm();
        double weight = SCALE * weight(last);
        double probability = central.below(last);
        double step = central.step(last);
        double sum = 0;
        for (int j = last; ; j--) {
            double term = weight * probability;
            sum += term;
            // Terms rise to one peak and then fall, so a small one is past the peak.
            if (j == 0 || term <= NEGLIGIBLE * sum) {
                return Math.min(1, sum / SCALE);
            }
            step /= central.ratio(j);
            probability += step;
            weight *= j / mean;
        }
    }

    double above() {
        int first = firstTerm();
        double weight = SCALE * weight(first);
        double probability = central.above(first);
        double step = central.step(first);
        double sum = 0;
        for (int j = first; ; j++) {
            double term = weight * probability;
            sum += term;
            if (term <= NEGLIGIBLE * sum) {
                return Math.min(1, sum / SCALE);
            }
            probability += step;
            step *= central.ratio(j + 1);
            weight *= mean / (j + 1);
        }
    }

    /// The last term that the lower tail needs. Central probabilities fall with j, so what is left out
    /// is a smaller part of the sum than the Poisson tail beyond it is of 1.
    private int lastTerm() {
        int last = mean == 0 ? 0 : (int) (mean + 10 * Math.sqrt(mean) + (mean < SMALL ? 10 : 45));
        if (central.below(last) >= SMALLEST) {
            return last;
        }
        int low = 0;
        while (low < last) {
            int middle = low + (last - low + 1) / 2;
            if (central.below(middle) >= SMALLEST) {
                low = middle;
            } else {
                last = middle - 1;
            }
        }
        return last;
    }

    /// The first term that the upper tail needs, by the same reasoning from the other side.
    private int firstTerm() {
        int first = (int) Math.max(0, mean - 10 * Math.sqrt(mean));
        if (central.above(first) >= SMALLEST) {
            return first;
        }
        int high = first + 1;
        while (central.above(high) < SMALLEST && high < LARGEST_MEAN / 2) {
            high *= 2;
        }
        while (first < high) {
            int middle = first + (high - first) / 2;
            if (central.above(middle) >= SMALLEST) {
                high = middle;
            } else {
                first = middle + 1;
            }
        }
        return first;
    }

    private double weight(int j) {
        return mean == 0 ? (j == 0 ? 1 : 0) : PoissonDistribution.of(mean).probability(j);
    }
}
