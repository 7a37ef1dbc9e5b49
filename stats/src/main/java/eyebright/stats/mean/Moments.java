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
/// Two passes, the second corrected by the sum of deviations; merging as Chan, Golub & LeVeque (1983)
/// <https://doi.org/10.1080/00031305.1983.10483115>, whose order changes the last digits: merge in a
/// fixed order where equal bytes matter.
///
/// @param n how many values: 0 or more
/// @param mean their mean; finite, 0 if there are none
/// @param squares the sum of squared deviations from the mean: finite, 0 or more, 0 if n is below 2
public record Moments(int n, double mean, double squares) {

    /// Those of no values.
    public static final Moments NONE = new Moments(0, 0, 0);

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
        if (!(squares >= 0 && Double.isFinite(squares)) || (n < 2 && squares != 0)) {
            throw new IllegalArgumentException(
                    "squares of %d values must be %s, not %s"
                            .formatted(n, n < 2 ? "0" : "finite and 0 or more", squares));
        }
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
        boolean equal = true;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "%s[%d] must be finite, not %s".formatted(name, i, values[i]));
            }
            sum += values[i];
            equal &= values[i] == values[0];
        }
        // Rounding of the mean must not give equal values a variance.
        if (equal) {
            return new Moments(values.length, values[0], 0);
        }
        double mean = sum / values.length;
        double squares = 0;
        double deviations = 0;
        for (double value : values) {
            double deviation = value - mean;
            squares += deviation * deviation;
            deviations += deviation;
        }
        double correction = deviations / values.length;
        return new Moments(
                values.length, mean + correction, Math.max(0, squares - deviations * correction));
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
        double delta = other.mean - mean;
        return new Moments(
                all, mean + delta * share, squares + other.squares + delta * delta * n * share);
    }

    /// The variance of the population that the values are a sample of: `squares / (n - 1)`.
    ///
    /// @throws IllegalStateException if there are fewer than 2 values
    public double variance() {
        if (n < 2) {
            throw new IllegalStateException("a variance needs 2 or more values, not " + n);
        }
        return squares / (n - 1);
    }

    /// The standard deviation: the root of the variance.
    ///
    /// @throws IllegalStateException if there are fewer than 2 values
    public double sd() {
        return Math.sqrt(variance());
    }
}
