package eyebright.stats.correlation;

import eyebright.stats.Interval;
import eyebright.stats.distribution.SquaresDf;
import eyebright.stats.distribution.TQuantile;
import java.util.Optional;

/// How far Fisher's z of a Pearson correlation may be off, whatever the answers look like.
///
/// ```
/// u = (x - mean) / sqrt(squaresX), and v likewise
/// moved  w = (u v - r (u² + v²) / 2) / (1 - r²)              how far a pair moves z
/// hold   h = 1/n + (u² - 2 r u v + v²) / (1 - r²)            how much of its own place a pair decides
/// error² = n / (n - 1) Σ w² / (1 - h),  df by [SquaresDf] of w / sqrt(1 - h)
/// ```
///
/// Σ w² is the distribution-free variance of z by its fourth moments. It is too small where few pairs decide the
/// line, which 1 - h mends as HC2 does for a slope, and it is itself uncertain, which the degrees of freedom say. Of
/// normal answers it comes to Fisher's 1 / sqrt(n - 3); of two answers that are skewed alike it grows with r.
///
/// Shape: n pairs and their moments. Unit: that of z. Missing values: pairs that lack one are left out before. Edge
/// cases: where all pairs but one lie on one line, or the answers on two, there is none. Errors: an error or degrees of
/// freedom not above 0. Summary: the pairs. Sources: Steiger & Hakstian (1982), British Journal of Mathematical and Statistical Psychology
/// 35, 208-215; Bell & McCaffrey (2002), Survey Methodology 28, 169-181; Pan & Wall (2002), Statistics in Medicine 21,
/// 1429-1441. R: `fungible::adfCor` has the variance of r without h and df.
///
/// @param error standard error of z: above 0
/// @param df degrees of freedom of the t it is used with: above 0
public record CorrelationError(double error, double df) {

    /// A pair that decides its own place up to this decides it all: beyond is rounding.
    private static final double ALL = 1e-9;

    /// z moves by less than this share of what one pair could do: none moves it at all.
    private static final double NOTHING = 1e-20;

    /// @throws IllegalArgumentException if a number is out of range
    public CorrelationError {
        requirePositive("error", error);
        requirePositive("df", df);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "%s must be finite and above 0, not %s".formatted(name, value));
        }
    }

    /// That of a correlation between -1 and 1.
    static Optional<CorrelationError> of(double[] x, double[] y, CoMoments moments, double r) {
        int n = moments.n();
        double rootX = Math.sqrt(moments.squaresX());
        double rootY = Math.sqrt(moments.squaresY());
        double apart = (1 - r) * (1 + r);
        double squares = 0;
        double fourths = 0;
        for (int i = 0; i < n; i++) {
            double u = (x[i] - moments.meanX()) / rootX;
            double v = (y[i] - moments.meanY()) / rootY;
            double both = u * v;
            double each = u * u + v * v;
            double left = 1 - 1.0 / n - (each - 2 * r * both) / apart;
            if (left < ALL) {
                return Optional.empty();
            }
            double moved = (both - r * each / 2) / apart;
            double square = moved * moved / left;
            squares += square;
            fourths += square * square;
        }
        return squares < NOTHING
                ? Optional.empty()
                : Optional.of(
                        new CorrelationError(
                                Math.sqrt(squares * n / (n - 1)),
                                SquaresDf.ofSums(n, squares, fourths)));
    }

    /// The interval of a correlation with this error.
    Interval interval(double r, double level) {
        return FisherZ.around(r, TQuantile.of(df, level) * error, level);
    }
}
