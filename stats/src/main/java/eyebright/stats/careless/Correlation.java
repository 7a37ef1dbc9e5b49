package eyebright.stats.careless;

import java.util.OptionalDouble;

/// The Pearson correlation of two short lists.
final class Correlation {

    private Correlation() {}

    /// None if one of the lists does not vary, or their squares overflow.
    static OptionalDouble of(double[] x, double[] y) {
        double scaleX = deviation(x);
        double scaleY = deviation(y);
        if (!(scaleX > 0 && scaleY > 0 && Double.isFinite(scaleX + scaleY))) {
            return OptionalDouble.empty();
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = (x[i] - meanX) / scaleX;
            double dy = (y[i] - meanY) / scaleY;
            sum += dx * dy;
            squaresX += dx * dx;
            squaresY += dy * dy;
        }
        return OptionalDouble.of(Math.clamp(sum / Math.sqrt(squaresX * squaresY), -1, 1));
    }

    /// The largest deviation from the mean; 0 exactly if all values are equal.
    private static double deviation(double[] values) {
        double mean = mean(values);
        double largest = 0;
        boolean equal = true;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value - mean));
            equal &= value == values[0];
        }
        return equal ? 0 : largest;
    }

    private static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }
}
