package eyebright.stats.model;

import eyebright.stats.matrix.Logarithm;

/// A sum of logarithms of numbers of 1 and more, `Σ times log(1 + excess)`.
///
/// Where `times` is 1 to 4 the numbers are multiplied, and one logarithm taken of many: a logarithm is what a
/// likelihood takes longest for. A factor 1 + excess is rounded to 1e-16, which is lost in a sum of terms
/// above 0.01; smaller terms are added one by one. Mutable: for one thread.
final class LogSum {

    private static final double SMALL = 0.01;
    private static final double LARGE = 1e100;

    /// The fourth power of what is smaller is below the limit of products.
    private static final double LARGE_ROOT = 1e24;

    private final KahanSum sum = new KahanSum();
    private double product = 1;

    /// Adds `times log(1 + excess)`.
    ///
    /// @param excess 0 or more
    void addOnePlus(double excess, double times) {
        if (times == 0) {
            return;
        }
        if (excess > SMALL && excess < LARGE_ROOT && multiplies(1 + excess, times)) {
            return;
        }
        sum.add(times * Logarithm.ofOnePlus(excess));
    }

    private boolean multiplies(double factor, double times) {
        if (times == 1) {
            product *= factor;
        } else if (times == 2) {
            product *= factor * factor;
        } else if (times == 3) {
            product *= factor * factor * factor;
        } else if (times == 4) {
            product *= factor * factor * (factor * factor);
        } else {
            return false;
        }
        if (product > LARGE) {
            close();
        }
        return true;
    }

    private void close() {
        sum.add(Logarithm.of(product));
        product = 1;
    }

    /// The sum.
    double value() {
        close();
        return sum.value();
    }
}
