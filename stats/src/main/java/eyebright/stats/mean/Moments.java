package eyebright.stats.mean;

/// Count, mean and sum of squared deviations from the mean: what the t-tests need of a group.
///
/// ```
/// mean = sum(x) / n        squares = sum((x - mean)²)        variance = squares / (n - 1)
/// merged: mean = mean1 + delta n2 / n,  squares = squares1 + squares2 + delta² n1 n2 / n,  delta = mean2 - mean1
/// ```
///
/// Shape: any number of values, also none. Unit: `mean` that of the values, `squares` its square.
/// Missing values: leave them out first; NaN is an error. Edge cases: no values have mean 0 and squares
/// 0; equal values have squares of exactly 0. Errors: a value that is not finite is named with its
/// place. R: `mean`, `var` and `sd` (which are `NaN` and `NA` where this throws).
///
/// Two passes with compensated sums (Neumaier 1974 <https://doi.org/10.1002/zamm.19740540106>): the mean
/// is kept in two doubles, so that the difference of two means is right to its last digits even where
/// 13 leading digits are the same (NIST `SmLs09`, see `NistAnovaTest`). Merging as Chan, Golub & LeVeque
/// (1983) <https://doi.org/10.1080/00031305.1983.10483115>, whose order changes the last digits: merge in
/// a fixed order where equal bytes matter. Values that are more than about 1e154 apart have squares
/// beyond the doubles, which are infinite here: whatever is made of them then has no answer but a reason.
/// Squares too small for a double are the smallest one, so that they are 0 only for equal values.
///
/// @param n how many values: 0 or more
/// @param mean their mean; finite, 0 if there are none
/// @param meanRest what the mean has beyond the double `mean`: at most its last digit, mostly 0
/// @param squares the sum of squared deviations from the mean: 0 or more, 0 if n is below 2, infinite if
///   it is beyond the doubles
public record Moments(int n, double mean, double meanRest, double squares) {

    /// Why nothing can be made of squares that are infinite.
    static final String TOO_FAR_APART = "the values are too far apart to compute with";

    /// Squares below this have lost digits to the end of the doubles.
    static final double SMALLEST = 1e-290;

    /// Those of no values.
    public static final Moments NONE = new Moments(0, 0, 0, 0);

    /// @throws IllegalArgumentException if a part is out of range
    public Moments {
        if (n < 0) {
            throw new IllegalArgumentException("n must be 0 or more, not " + n);
        }
        if (!Double.isFinite(mean) || (n == 0 && mean != 0)) {
            throw new IllegalArgumentException(
                    "mean of %d values must be %s, not %s"
                            .formatted(n, n == 0 ? "0" : "finite", mean));
        }
        if (!(Math.abs(meanRest) <= Math.ulp(mean)) || (n == 0 && meanRest != 0)) {
            throw new IllegalArgumentException(
                    "meanRest must be within the last digit of mean %s, not %s"
                            .formatted(mean, meanRest));
        }
        if (!(squares >= 0) || (n < 2 && squares != 0)) {
            throw new IllegalArgumentException(
                    "squares of %d values must be %s, not %s"
                            .formatted(n, n < 2 ? "0" : "0 or more", squares));
        }
    }

    /// Those whose mean is exactly a double.
    ///
    /// @throws IllegalArgumentException if a part is out of range
    public Moments(int n, double mean, double squares) {
        this(n, mean, 0, squares);
    }

    /// Those of the values.
    ///
    /// @param values finite, of any number
    /// @throws IllegalArgumentException if a value is NaN or infinite; the message names its place
    public static Moments of(double[] values) {
        return of("values", values);
    }

    /// Those of the values.
    ///
    /// @param name what to call the values in an error
    /// @param values finite, of any number
    /// @throws IllegalArgumentException if a value is NaN or infinite; the message names its place
    public static Moments of(String name, double[] values) {
        if (values.length == 0) {
            return NONE;
        }
        double sum = 0;
        double rest = 0;
        double least = values[0];
        double most = values[0];
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "%s[%d] must be finite, not %s".formatted(name, i, value));
            }
            double next = sum + value;
            rest += lost(sum, value, next);
            sum = next;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        // Rounding of the mean must not give equal values a variance.
        if (least == most) {
            return new Moments(values.length, values[0], 0);
        }
        if (!Double.isFinite(sum)) {
            return new Moments(values.length, meanBeyond(values), 0, Double.POSITIVE_INFINITY);
        }
        double n = values.length;
        double near = (sum + rest) / n;
        double correction = (Math.fma(-near, n, sum) + rest) / n;
        double mean = near + correction;
        double meanRest = lost(near, correction, mean);
        double squares = Math.max(Double.MIN_VALUE, squares(values, mean, meanRest));
        return new Moments(values.length, mean, meanRest, squares);
    }

    /// The mean of values whose sum is beyond the doubles; they differ, and so by 1e292 or more.
    private static double meanBeyond(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return Math.clamp(mean, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static double squares(double[] values, double mean, double meanRest) {
        double sum = 0;
        double rest = 0;
        for (double value : values) {
            double deviation = value - mean - meanRest;
            double square = deviation * deviation;
            double next = sum + square;
            rest += lost(sum, square, next);
            sum = next;
        }
        return Double.isFinite(sum) ? sum + rest : Double.POSITIVE_INFINITY;
    }

    /// What rounding took from `a + b` when it made `sum` of it (Knuth's two-sum).
    private static double lost(double a, double b, double sum) {
        double part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    /// Those of these values and the others together.
    ///
    /// @throws ArithmeticException if there are more than 2,147,483,647 values together
    public Moments merge(Moments other) {
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        int all = Math.addExact(n, other.n);
        double share = (double) other.n / all;
        double delta = other.minus(this);
        if (!Double.isFinite(delta)) {
            double between = mean * (1 - share) + other.mean * share;
            return new Moments(all, between, 0, Double.POSITIVE_INFINITY);
        }
        double step = meanRest + delta * share;
        double merged = mean + step;
        return new Moments(
                all,
                merged,
                lost(mean, step, merged),
                squares + other.squares + delta * delta * n * share);
    }

    /// The mean of these values minus the mean of the others, right to its last digits; infinite if it is
    /// beyond the doubles.
    public double minus(Moments other) {
        return mean - other.mean + (meanRest - other.meanRest);
    }

    /// The variance of the population that the values are a sample of: `squares / (n - 1)`, infinite if
    /// they are.
    ///
    /// @throws IllegalStateException if there are fewer than 2 values
    public double variance() {
        if (n < 2) {
            throw new IllegalStateException("a variance needs 2 or more values, not " + n);
        }
        return squares / (n - 1);
    }

    /// The standard deviation: the root of the variance, infinite if that is.
    ///
    /// @throws IllegalStateException if there are fewer than 2 values
    public double sd() {
        return Math.sqrt(variance());
    }
}
