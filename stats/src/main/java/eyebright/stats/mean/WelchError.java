package eyebright.stats.mean;

/// The standard error of the difference of two means whose variances may differ.
///
/// @param value `sqrt(va / na + vb / nb)`
/// @param df Welch and Satterthwaite's degrees of freedom
record WelchError(double value, double df) {

    /// Of two groups of 2 or more values, of which one has values that differ.
    static WelchError of(Moments a, Moments b) {
        double va = a.variance() / a.n();
        double vb = b.variance() / b.n();
        double squared = va + vb;
        // Shares of the squared error: their squares cannot overflow or vanish as its own would.
        double shareA = va / squared;
        double shareB = vb / squared;
        double df = 1 / (shareA * shareA / (a.n() - 1) + shareB * shareB / (b.n() - 1));
        return new WelchError(Math.sqrt(squared), df);
    }
}
