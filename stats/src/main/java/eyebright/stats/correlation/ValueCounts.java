package eyebright.stats.correlation;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The different values of one answer in ascending order, and how many gave each.
final class ValueCounts {

    private final double[] values;
    private final long[] counts;

    private ValueCounts(double[] values, long[] counts) {
        this.values = values;
        this.counts = counts;
    }

    static ValueCounts of(double[] some, int[] times) {
        double[] values = Arrays.stream(some).sorted().distinct().toArray();
        long[] counts = new long[values.length];
        for (int i = 0; i < some.length; i++) {
            counts[Arrays.binarySearch(values, some[i])] += times[i];
        }
        return new ValueCounts(values, counts);
    }

    int size() {
        return values.length;
    }

    /// The place of a value that is there.
    int place(double value) {
        return Arrays.binarySearch(values, value);
    }

    /// Of each value: how many are below it minus how many are above it, which is twice its midrank's
    /// distance from the mean rank.
    double[] rankDistances() {
        double[] distances = new double[values.length];
        long below = 0;
        long n = Arrays.stream(counts).sum();
        for (int i = 0; i < values.length; i++) {
            long above = n - below - counts[i];
            distances[i] = (double) below - above;
            below += counts[i];
        }
        return distances;
    }

    /// The sum over values of t (t - 1) … (t - k + 1), t how many gave the value.
    double ties(int k) {
        return IntStream.range(0, counts.length)
                .mapToDouble(i -> falling((double) counts[i], k))
                .sum();
    }

    /// The sum over values of t (t - 1) (2 t + 5).
    double tieVariance() {
        return Arrays.stream(counts).mapToDouble(t -> falling((double) t, 2) * (2.0 * t + 5)).sum();
    }

    static double falling(double t, int k) {
        double product = 1;
        for (int i = 0; i < k; i++) {
            product *= t - i;
        }
        return product;
    }
}
