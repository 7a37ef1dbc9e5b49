package eyebright.rehearsal;

import java.util.OptionalDouble;

/// How one estimate of a claim did: how often its interval held what is so, how wide it was, how far off.
///
/// What is so is the estimand: the same estimate in a census of careful respondents who answer everything. Ratios
/// are held against it on the scale of their logarithm.
///
/// @param name the estimate's, such as `difference`
/// @param isRatio whether widths and errors are those of logarithms
/// @param level the coverage its interval is to have: above 0 and below 1
/// @param estimand the figure in the census, as it is printed
/// @param known in how many replicates there was an estimate
/// @param bounded in how many its interval had two finite limits
/// @param covered in how many of those the interval held the estimand, the limits included
/// @param widths sum of the widths of the bounded intervals
/// @param widthSquares sum of their squares
/// @param errors sum of estimate less estimand
/// @param errorSquares sum of their squares
public record FigureRun(
        String name,
        boolean isRatio,
        double level,
        double estimand,
        int known,
        int bounded,
        int covered,
        double widths,
        double widthSquares,
        double errors,
        double errorSquares) {

    /// @throws IllegalArgumentException if a count is larger than what it is a part of, or a number is none
    public FigureRun {
        if (!(covered >= 0 && covered <= bounded && bounded <= known)) {
            throw new IllegalArgumentException(
                    "covered, bounded and known of %s must grow from 0, not %d, %d, %d"
                            .formatted(name, covered, bounded, known));
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "level of %s must be above 0 and below 1".formatted(name));
        }
        if (!Double.isFinite(estimand)
                || !Double.isFinite(widths)
                || !Double.isFinite(widthSquares)
                || !Double.isFinite(errors)
                || !Double.isFinite(errorSquares)) {
            throw new IllegalArgumentException("the numbers of " + name + " must be finite");
        }
    }

    /// How often the interval held the estimand.
    public Frequency coverage() {
        return new Frequency(covered, bounded);
    }

    /// How wide the interval is, on average; empty where there was none.
    public OptionalDouble width() {
        return mean(widths, bounded);
    }

    /// The Monte Carlo error of [#width].
    public OptionalDouble widthError() {
        return error(widths, widthSquares, bounded);
    }

    /// Estimate less estimand, on average; empty where there was no estimate.
    public OptionalDouble bias() {
        return mean(errors, known);
    }

    /// The Monte Carlo error of [#bias].
    public OptionalDouble biasError() {
        return error(errors, errorSquares, known);
    }

    private static OptionalDouble mean(double sum, int n) {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n);
    }

    /// The standard error of a mean: what replicates scatter, over the root of how many there are.
    private static OptionalDouble error(double sum, double squares, int n) {
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double mean = sum / n;
        return OptionalDouble.of(Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1)));
    }

    FigureRun plus(FigureRun other) {
        return new FigureRun(
                name,
                isRatio,
                level,
                estimand,
                Math.addExact(known, other.known),
                Math.addExact(bounded, other.bounded),
                Math.addExact(covered, other.covered),
                widths + other.widths,
                widthSquares + other.widthSquares,
                errors + other.errors,
                errorSquares + other.errorSquares);
    }
}
