package eyebright.stats.distribution;

/// How many degrees of freedom an error has that was made of squares: few where a few of them are most of it.
///
/// ```
/// error² ∝ Σ d²        df = 2 / (Σ d⁴ / (Σ d²)² - 1 / n), at most n - 1
/// ```
///
/// Satterthwaite's df are 2 m² / v for squares with mean m and variance v; here v is seen in the squares themselves.
/// Normal deviations have about n, those of counts with many zeros and a few large values a tenth of it, whatever n
/// says. Unit: none; that of d does not matter. Edge cases: deviations that are all 0 have n - 1. Missing values: none
/// are accepted. Errors: fewer than 2 deviations.
///
/// Sources: Satterthwaite (1946), Biometrics Bulletin 2, 110-114; Pan & Wall (2002), Statistics in Medicine 21,
/// 1429-1441, who use it for sandwich errors. R: `lavaSearch2::dfSigmaRobust` has it for latent variable models.
public final class SquaresDf {

    private SquaresDf() {}

    /// The degrees of freedom.
    ///
    /// @param deviations from what is estimated, or the influences of each person on it: 2 or more
    /// @throws IllegalArgumentException if there are fewer
    public static double of(double[] deviations) {
        int n = deviations.length;
        if (n < 2) {
            throw new IllegalArgumentException("deviations must be 2 or more, not " + n);
        }
        double largest = 0;
        for (double each : deviations) {
            largest = Math.max(largest, Math.abs(each));
        }
        if (!(largest > 0)) {
            return n - 1.0;
        }
        double squares = 0;
        double fourths = 0;
        for (double each : deviations) {
            double share = each / largest;
            double square = share * share;
            squares += square;
            fourths += square * square;
        }
        return ofSums(n, squares, fourths);
    }

    /// The same from sums over n deviations, not all of them 0, in a unit in which neither leaves the doubles.
    ///
    /// @param squares Σ d²: above 0
    /// @param fourths Σ d⁴
    public static double ofSums(int n, double squares, double fourths) {
        return atMost(n - 1.0, 2, fourths / (squares * squares) - 1.0 / n);
    }

    /// A quotient, or what it may be at most, also where there is nothing to divide by.
    public static double atMost(double most, double over, double under) {
        return under > 0 ? Math.min(most, over / under) : most;
    }
}
