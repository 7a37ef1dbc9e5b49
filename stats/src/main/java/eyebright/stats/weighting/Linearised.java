package eyebright.stats.weighting;

import java.util.BitSet;
import java.util.Optional;

/// A weighted mean and the error of its first-order approximation.
///
/// @param reason why there is none; then the numbers are 0
record Linearised(double mean, double error, double designEffect, Optional<String> reason) {

    /// @throws IllegalArgumentException if values and weights do not fit together or one is not finite
    static Linearised of(double[] values, BitSet answered, Weights weights) {
        int n = values.length;
        if (n != weights.size() || answered.length() > n) {
            throw new IllegalArgumentException(
                    "values must be %d with at most as many answers, not %d with %d"
                            .formatted(weights.size(), n, answered.length()));
        }
        int answers = answered.cardinality();
        if (answers < 2) {
            return none("fewer than 2 respondents answered");
        }
        double first = values[answered.nextSetBit(0)];
        double size = 0;
        boolean equal = true;
        for (int i = answered.nextSetBit(0); i >= 0; i = answered.nextSetBit(i + 1)) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "value %d must be finite, not %s".formatted(i, values[i]));
            }
            size += weights.of(i);
            equal &= values[i] == first;
        }
        if (equal) {
            return none("all %d answers are equal".formatted(answers));
        }
        // From the first answer on, a common offset costs no digits.
        double mean = 0;
        for (int i = answered.nextSetBit(0); i >= 0; i = answered.nextSetBit(i + 1)) {
            mean += weights.of(i) / size * (values[i] - first);
        }
        var scores = new double[n];
        double variance = 0;
        for (int i = answered.nextSetBit(0); i >= 0; i = answered.nextSetBit(i + 1)) {
            double deviation = values[i] - first - mean;
            scores[i] = deviation / size;
            variance += weights.of(i) / size * deviation * deviation;
        }
        variance *= answers / (answers - 1.0);
        if (!(variance > 0 && Double.isFinite(variance))) {
            return none(
                    "the answers are too %s to be squared"
                            .formatted(variance > 0 ? "large" : "small"));
        }
        double[] left = weights.residuals(scores);
        double middle = 0;
        for (int i = 0; i < n; i++) {
            left[i] *= weights.of(i);
            middle += left[i] / n;
        }
        double squares = 0;
        for (double each : left) {
            squares += (each - middle) * (each - middle);
        }
        double squared = squares * n / (n - 1.0);
        return squared * answers > 1e-20 * variance
                ? new Linearised(
                        first + mean,
                        Math.sqrt(squared),
                        squared * answers / variance,
                        Optional.empty())
                : none("the answers follow from the margins of the weights");
    }

    private static Linearised none(String reason) {
        return new Linearised(0, 0, 0, Optional.of(reason));
    }
}
