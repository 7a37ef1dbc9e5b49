package eyebright.stats.model;

/// A sum that keeps what each addition loses, because profile limits hang on differences of log-likelihoods.
/// Source: Kahan (1965) <https://doi.org/10.1145/363707.363723>. Mutable: for one thread.
final class KahanSum {

    private double sum;
    private double lost;

    /// Adds a number.
    void add(double value) {
        double term = value - lost;
        double next = sum + term;
        lost = next - sum - term;
        sum = next;
    }

    /// The sum.
    double value() {
        return sum;
    }
}
