package eyebright.stats.matrix;

/// Scaling by powers of two, which rounds nothing.
final class Scaling {

    private Scaling() {}

    /// The power of two that brings the largest of the values to between 0.5 and 1; 1 if all are 0.
    ///
    /// Values so small that the power would overflow are brought as near as it goes.
    static double toOne(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return 1;
        }
        return Math.scalb(
                1.0, Math.clamp(-Math.getExponent(largest) - 1L, -1022, Double.MAX_EXPONENT));
    }

    static void multiply(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
