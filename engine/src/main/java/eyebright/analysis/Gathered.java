package eyebright.analysis;

import eyebright.stats.mean.Moments;
import java.util.Arrays;

/// A list of numbers that grows. Used by one thread.
final class Gathered {

    private double[] values = new double[64];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /// A copy of the numbers so far.
    double[] values() {
        return Arrays.copyOf(values, size);
    }

    Moments moments() {
        return Moments.of(values());
    }
}
