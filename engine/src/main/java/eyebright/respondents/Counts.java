package eyebright.respondents;

import eyebright.latent.Gauss;
import eyebright.stats.matrix.Logarithm;

/// Counts of one dispersion: Poisson, or negative binomial with variance mean + dispersion · mean².
///
/// A count is found by walking up from 0 to the uniform number, four counts a step while it is far: a count is
/// r · (1 + dispersion · x) / (x + 1) times as likely as x before it, r the same for all, so that all but the powers
/// of r stands in a table. Immutable.
final class Counts {

    /// So long a table a group may have.
    private static final double MOST_TABLED = 4_096;

    /// So little lies between two limits that none of it is ever drawn.
    private static final double NOTHING = 1e-12;

    /// Below it the chance of a 0 is no number to begin with.
    private static final double LEAST_LOG = -690;

    private static final double DEVIATIONS = 7;
    private static final int STRIDE = 4;
    private static final int KNOWN = 1_024;

    private final double dispersion;

    /// How much likelier than x is x + 1, but for r.
    private final double[] growth = new double[KNOWN];

    /// The products of these from the last number that 4 divides.
    private final double[] products = new double[KNOWN];

    Counts(double dispersion) {
        this.dispersion = dispersion;
        for (int x = 0; x < KNOWN; x++) {
            growth[x] = growth(x);
            products[x] = x % STRIDE == 0 ? growth[x] : products[x - 1] * growth[x];
        }
    }

    private double growth(double x) {
        return (1 + dispersion * x) / (x + 1);
    }

    /// The count at that place of its distribution between two limits.
    ///
    /// @param unit above 0 and below 1
    double at(double mean, double unit, double from, double to) {
        return at(mean, none(mean), unit, from, to);
    }

    /// The chance of a 0; 0 where a double holds none.
    double none(double mean) {
        double log = logNone(mean);
        return log < LEAST_LOG ? 0 : LogScale.value(log);
    }

    /// The same with the chance of a 0, where that is known.
    double at(double mean, double none, double unit, double from, double to) {
        if (mean <= 0 || to <= from) {
            return from;
        }
        if (none == 0) {
            return wide(mean, unit, from, to);
        }
        double ratio = mean / (1 + dispersion * mean);
        double low = from > 0 ? upTo(none, ratio, from - 1) : 0;
        double high = isFar(mean, to) ? 1 : upTo(none, ratio, to);
        if (high - low < NOTHING) {
            return mean < from ? from : to;
        }
        return Math.max(from, walk(none, ratio, mean, low + unit * (high - low), to));
    }

    /// The first count, or the last, up to which that chance does not lie.
    private double walk(double none, double ratio, double mean, double target, double most) {
        double chance = none;
        double sum = none;
        int x = 0;
        double square = ratio * ratio;
        double third = square * ratio;
        double fourth = square * square;
        while (x + STRIDE <= most && x + STRIDE <= KNOWN) {
            double further =
                    sum
                            + chance
                                    * (ratio * products[x]
                                            + square * products[x + 1]
                                            + (third * products[x + 2] + fourth * products[x + 3]));
            if (further > target) {
                break;
            }
            sum = further;
            chance *= fourth * products[x + 3];
            x += STRIDE;
            if (isOver(chance, x, mean)) {
                return x;
            }
        }
        while (sum <= target && x < most && !isOver(chance, x, mean)) {
            chance *= ratio * (x < KNOWN ? growth[x] : growth(x));
            x++;
            sum += chance;
        }
        return x;
    }

    /// Whether nothing is left to add.
    private static boolean isOver(double chance, int x, double mean) {
        return chance < 1e-17 && x > mean;
    }

    /// The chance of at most that count.
    private double upTo(double none, double ratio, double most) {
        double chance = none;
        double sum = none;
        for (int x = 0; x < most; x++) {
            chance *= ratio * (x < KNOWN ? growth[x] : growth(x));
            sum += chance;
        }
        return sum;
    }

    /// Whether a limit lies seven deviations beyond a mean: so little lies there that it may be put on the limit.
    private boolean isFar(double mean, double limit) {
        double beyond = limit - mean;
        double variance = mean + dispersion * mean * mean;
        return beyond >= 0 && beyond * beyond >= DEVIATIONS * DEVIATIONS * variance;
    }

    /// The logarithm of the chance of a 0.
    private double logNone(double mean) {
        return dispersion > 0 ? -Logarithm.ofOnePlus(dispersion * mean) / dispersion : -mean;
    }

    /// So large a mean, and so little dispersion, that a double holds no chance of a 0 to walk up from: counts are
    /// then normal but for a hundredth of their deviation.
    private double wide(double mean, double unit, double from, double to) {
        double deviation = Math.sqrt(mean + dispersion * mean * mean);
        double low = Gauss.cumulative((from - 0.5 - mean) / deviation);
        double high = Gauss.cumulative((to + 0.5 - mean) / deviation);
        if (high - low < NOTHING) {
            return mean < from ? from : to;
        }
        double count = Math.rint(mean + deviation * Gauss.quantile(low + unit * (high - low)));
        return Math.max(from, Math.min(to, count));
    }

    /// Whether the counts of that mean can stand in a table.
    boolean canBeTabled(double mean) {
        return isFar(mean, MOST_TABLED) && logNone(mean) >= LEAST_LOG;
    }

    /// The chances of the counts from one limit to the other: those that [#at] gives.
    double[] chances(double mean, double from, double to) {
        double[] chances = new double[(int) (Math.min(to, from + 2 * MOST_TABLED) - from) + 1];
        if (mean <= 0) {
            chances[0] = 1;
            return chances;
        }
        double chance = LogScale.value(logNone(mean));
        double ratio = mean / (1 + dispersion * mean);
        double sum = 0;
        double within = 0;
        for (int x = 0; x - from < chances.length; x++) {
            if (x >= from) {
                chances[(int) (x - from)] = chance;
                within += chance;
            }
            sum += chance;
            chance *= ratio * growth(x);
        }
        if (isFar(mean, to)) {
            chances[chances.length - 1] += Math.max(0, 1 - sum);
        }
        if (within < NOTHING) {
            chances[mean < from ? 0 : chances.length - 1] = 1;
        }
        return chances;
    }
}
