package eyebright.stats.resampling;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// The limits of a [Bootstrap] from its values.
final class BcaInterval {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private BcaInterval() {}

    /// The estimate with its interval.
    ///
    /// @param observed the statistic of all rows
    /// @param drawn those of the resamples; sorted here
    /// @param left those without one row each
    static Estimate of(double observed, double[] drawn, double[] left, double level, int n) {
        Arrays.sort(drawn);
        if (drawn[0] == drawn[drawn.length - 1]) {
            return new NotEstimable("all %d resamples give the same value".formatted(drawn.length));
        }
        double below = 0;
        for (double each : drawn) {
            below += each < observed ? 1 : each == observed ? 0.5 : 0;
        }
        if (below == 0 || below == drawn.length) {
            return new NotEstimable(
                    "all %d resamples lie on the same side of it".formatted(drawn.length));
        }
        double z0 = NORMAL.inverseCumulativeProbability(below / drawn.length);
        double a = acceleration(left);
        double z = NORMAL.inverseSurvivalProbability((1 - level) / 2);
        OptionalDouble low = at(drawn, moved(z0, a, -z));
        OptionalDouble high = at(drawn, moved(z0, a, z));
        if (low.isEmpty() || high.isEmpty()) {
            return new NotEstimable(
                    "a limit lies beyond the %d resamples that were drawn".formatted(drawn.length));
        }
        return Known.of(observed, new Interval(low.getAsDouble(), high.getAsDouble(), level), n);
    }

    /// A sixth of the skewness of the influence of single rows; 0 where none has any.
    static double acceleration(double[] left) {
        double largest = 0;
        double mean = 0;
        for (double each : left) {
            mean += each / left.length;
        }
        for (double each : left) {
            largest = Math.max(largest, Math.abs(mean - each));
        }
        if (largest == 0) {
            return 0;
        }
        double squares = 0;
        double cubes = 0;
        for (double each : left) {
            // As shares of the largest they cannot overflow or vanish.
            double influence = mean / largest - each / largest;
            squares += influence * influence;
            cubes += influence * influence * influence;
        }
        return cubes / (6 * squares * Math.sqrt(squares));
    }

    private static double moved(double z0, double a, double z) {
        double sum = z0 + z;
        double divisor = 1 - a * sum;
        // Past its pole the formula would turn round: the limit is then at the end.
        if (divisor <= 0) {
            return sum < 0 ? 0 : 1;
        }
        return NORMAL.cumulativeProbability(z0 + sum / divisor);
    }

    /// The value with this probability below it among the sorted ones; none beyond their ends.
    private static OptionalDouble at(double[] sorted, double probability) {
        double place = (sorted.length + 1) * probability;
        int k = (int) Math.floor(place);
        if (k < 1 || place > sorted.length) {
            return OptionalDouble.empty();
        }
        if (place == k) {
            return OptionalDouble.of(sorted[k - 1]);
        }
        double next = sorted.length + 1.0;
        double from = NORMAL.inverseCumulativeProbability(k / next);
        double to = NORMAL.inverseCumulativeProbability((k + 1) / next);
        double share = (NORMAL.inverseCumulativeProbability(probability) - from) / (to - from);
        return OptionalDouble.of(sorted[k - 1] + share * (sorted[k] - sorted[k - 1]));
    }
}
