package eyebright.stats.reliability;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.matrix.Matrix;

/// The intraclass correlation of a single rating: the share of variance that lies between those who
/// are rated.
///
/// ```
/// BMS, WMS: mean squares between and within the rated;  JMS, EMS: between raters, and what is left
/// ICC(1)   = (BMS - WMS) / (BMS + (k - 1) WMS)
/// ICC(2,1) = (BMS - EMS) / (BMS + (k - 1) EMS + k (JMS - EMS) / n)
/// ICC(3,1) = (BMS - EMS) / (BMS + (k - 1) EMS)
/// ```
///
/// The intervals of ICC(1) and ICC(3,1) are exact for normal values; that of ICC(2,1) is Satterthwaite's
/// approximation of Shrout & Fleiss.
///
/// Shape: n rated (rows) by k raters (columns), complete. Unit: none; at most 1, down to -1 / (k - 1).
/// Missing values: leave out what not every rater rated. Edge cases: fewer than 2 rated or raters, or
/// ratings that do not vary at all, are not estimable; neither is an interval where raters agree
/// perfectly (not estimable, with that as the reason). Errors: a level not between 0 and 1.
/// Summary: the rows.
///
/// R: `psych::ICC(x, lmer = FALSE)` gives all three with these intervals. SPSS RELIABILITY /ICC calls
/// them one-way random, two-way random absolute agreement, and two-way mixed consistency.
///
/// Source: Shrout & Fleiss (1979) <https://doi.org/10.1037/0033-2909.86.2.420>. Checked against psych
/// and their worked example, see `IntraclassCorrelationTest`.
public final class IntraclassCorrelation {

    private IntraclassCorrelation() {}

    /// Which raters the ratings come from.
    public enum Raters {
        /// Others for each rated: ICC(1).
        DIFFERENT,
        /// The same for all, taken to be a sample of raters, who should agree: ICC(2,1).
        RANDOM,
        /// The same for all and the only ones of interest, whose levels may differ: ICC(3,1).
        FIXED
    }

    /// The intraclass correlation of a single rating.
    ///
    /// @param ratings one row for each rated, one column for each rater
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static Estimate of(Matrix ratings, Raters raters, double level) {
        Interval.requireLevel(level);
        int n = ratings.rows();
        int k = ratings.columns();
        if (n < 2 || k < 2) {
            return new NotEstimable(n < 2 ? "fewer than 2 were rated" : "there is only 1 rater");
        }
        var squares = MeanSquares.of(ratings);
        if (!squares.areFinite()) {
            return new NotEstimable("the ratings are too large to be squared");
        }
        double error =
                switch (raters) {
                    case DIFFERENT -> squares.within();
                    case RANDOM, FIXED -> squares.error();
                };
        if (squares.between() == 0 && squares.within() == 0) {
            return new NotEstimable("all ratings are equal");
        }
        if (error <= 1e-28 * squares.between()) {
            return new NotEstimable(
                    "the raters agree perfectly, which leaves no error to judge by");
        }
        return switch (raters) {
            case DIFFERENT -> exact(squares.between() / error, n - 1.0, n * (k - 1.0), k, level, n);
            case FIXED ->
                    exact(squares.between() / error, n - 1.0, (n - 1.0) * (k - 1), k, level, n);
            case RANDOM -> random(squares, k, level, n);
        };
    }

    private static Estimate exact(double f, double df1, double df2, int k, double level, int n) {
        double tail = (1 - level) / 2;
        double low = f / upper(df1, df2, tail);
        double high = f * upper(df2, df1, tail);
        return Known.of(
                (f - 1) / (f + k - 1),
                new Interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1), level),
                n);
    }

    private static Estimate random(MeanSquares squares, int k, double level, int n) {
        double b = squares.between();
        double e = squares.error();
        double icc = (b - e) / (b + (k - 1) * e + k * (squares.raters() - e) / n);
        double f = squares.raters() / e;
        double one = k * icc * f;
        double two = n * (1 + (k - 1) * icc) - k * icc;
        double whole = one + two;
        double df = (k - 1.0) * (n - 1) * whole * whole / ((n - 1) * one * one + two * two);
        double tail = (1 - level) / 2;
        double other = k * squares.raters() + (k * (double) n - k - n) * e;
        double fLow = upper(n - 1.0, df, tail);
        double fHigh = upper(df, n - 1.0, tail);
        double low = n * (b - fLow * e) / (fLow * other + n * b);
        double high = n * (fHigh * b - e) / (other + n * fHigh * b);
        if (!(df > 0 && low <= icc && icc <= high)) {
            return new NotEstimable("the raters disagree too much for an interval");
        }
        return Known.of(icc, new Interval(low, high, level), n);
    }

    /// The F with this probability above it.
    private static double upper(double df1, double df2, double tail) {
        double beta = Quantiles.betaUpper(df1 / 2, df2 / 2, tail);
        return beta / (1 - beta) * df2 / df1;
    }

    private record MeanSquares(double between, double within, double raters, double error) {

        static MeanSquares of(Matrix ratings) {
            int n = ratings.rows();
            int k = ratings.columns();
            var rows = new double[n];
            var columns = new double[k];
            // From the first rating on, a common offset costs no digits.
            double origin = ratings.at(0, 0);
            double mean = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < k; j++) {
                    double x = ratings.at(i, j) - origin;
                    rows[i] += x / k;
                    columns[j] += x / n;
                    mean += x / k / n;
                }
            }
            double between = 0;
            double raters = 0;
            double error = 0;
            double within = 0;
            for (int i = 0; i < n; i++) {
                between += k * (rows[i] - mean) * (rows[i] - mean);
                for (int j = 0; j < k; j++) {
                    double x = ratings.at(i, j) - origin;
                    within += (x - rows[i]) * (x - rows[i]);
                    double left = x - rows[i] - columns[j] + mean;
                    error += left * left;
                }
            }
            for (double column : columns) {
                raters += n * (column - mean) * (column - mean);
            }
            return new MeanSquares(
                    between / (n - 1),
                    within / n / (k - 1),
                    raters / (k - 1),
                    error / (n - 1) / (k - 1));
        }

        boolean areFinite() {
            return Double.isFinite(between + within + raters + error);
        }
    }
}
