package eyebright.stats.matrix;

/// A sum of products kept in two doubles, about 31 digits. Mutable; for one thread.
///
/// Source: Dekker (1971) <https://doi.org/10.1007/BF01397083>; with fused multiply-add the error of a
/// product is exact.
final class DoubleDouble {

    private double high;
    private double low;

    DoubleDouble(double start) {
        high = start;
    }

    void add(double value) {
        double sum = high + value;
        double part = sum - high;
        double error = high - (sum - part) + (value - part) + low;
        high = sum + error;
        low = error - (high - sum);
    }

    void addProduct(double a, double b) {
        double product = a * b;
        double error = Math.fma(a, b, -product);
        add(product);
        add(error);
    }

    double value() {
        return high + low;
    }
}
