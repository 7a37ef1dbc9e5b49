package eyebright.stats.correlation;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import java.util.Arrays;

/// Count, means, sums of squared deviations and of their products: what the value of a correlation needs of two answers.
///
/// ```
/// squaresX = sum((x - meanX)²),  products = sum((x - meanX)(y - meanY))
/// merged: products1 + products2 + dx dy n1 n2 / n,  dx = meanX2 - meanX1,  and so on
/// ```
///
/// Shape: any number of pairs, also none. Unit: that of the values, squared in the sums. Missing values:
/// leave out the pairs that lack one first; NaN is an error. Edge cases: no pairs have only zeros; values
/// that are all equal have squares of exactly 0. Errors: arrays of different length, a value that is not
/// finite. Values more than about 1e154 apart have squares beyond the doubles: these are infinite here, the
/// products 0, and there is no correlation but a reason. Summary: this is it; two halves merge.
///
/// Two passes; merging as Chan, Golub & LeVeque (1983) <https://doi.org/10.1080/00031305.1983.10483115>,
/// whose order changes the last digits: merge in a fixed order where equal bytes matter.
///
/// @param n how many pairs: 0 or more
/// @param meanX mean of the first answer
/// @param meanY mean of the second
/// @param squaresX squared deviations of the first, summed: 0 or more, infinite beyond the doubles
/// @param squaresY those of the second
/// @param products products of the two deviations, summed; finite, 0 where a square is infinite
public record CoMoments(
        int n, double meanX, double meanY, double squaresX, double squaresY, double products) {

    private static final int FEWEST = 4;

    private static final double ON_A_LINE = 1e-14;

    /// Squares below this have lost digits to the end of the doubles.
    private static final double SMALLEST = 1e-290;

    /// Those of no pairs.
    public static final CoMoments NONE = new CoMoments(0, 0, 0, 0, 0, 0);

    /// @throws IllegalArgumentException if a part is out of range
    public CoMoments {
        if (n < 0) {
            throw new IllegalArgumentException("n must be 0 or more, not " + n);
        }
        requireFinite("meanX", meanX);
        requireFinite("meanY", meanY);
        requireFinite("products", products);
        requireSquares("squaresX", squaresX);
        requireSquares("squaresY", squaresY);
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s must be finite, not %s".formatted(name, value));
        }
    }

    private static void requireSquares(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(
                    "%s must be 0 or more, not %s".formatted(name, value));
        }
    }

    /// Those of pairs.
    ///
    /// @param x finite
    /// @param y finite, as many
    /// @throws IllegalArgumentException if the arrays differ in length, or a value is not finite
    public static CoMoments of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "x and y must be of one length, not %d and %d".formatted(x.length, y.length));
        }
        int n = x.length;
        if (n == 0) {
            return NONE;
        }
        double meanX = mean("x", x);
        double meanY = mean("y", y);
        double sumX = 0;
        double sumY = 0;
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            sumX += dx;
            sumY += dy;
            squaresX += dx * dx;
            squaresY += dy * dy;
            products += dx * dy;
        }
        if (!areFinite(squaresX, squaresY, products, sumX * sumX, sumY * sumY)) {
            return new CoMoments(n, meanX, meanY, beyond(squaresX), beyond(squaresY), 0);
        }
        // What rounding left of the mean is taken off again.
        return new CoMoments(
                n,
                meanX + sumX / n,
                meanY + sumY / n,
                Math.max(0, squaresX - sumX * sumX / n),
                Math.max(0, squaresY - sumY * sumY / n),
                products - sumX * sumY / n);
    }

    /// Pearson's r, which has no interval from moments alone, or the reason there is none.
    public Estimate correlation() {
        if (n < FEWEST) {
            return new NotEstimable(tooFew(n, FEWEST));
        }
        if (squaresX == 0 || squaresY == 0) {
            return new NotEstimable(allEqual(n, squaresX == 0));
        }
        if (!Double.isFinite(Math.max(squaresX, squaresY))) {
            return new NotEstimable("the values are too far apart to compute with");
        }
        if (Math.min(squaresX, squaresY) < SMALLEST) {
            return new NotEstimable("the values differ too little to compute with");
        }
        double r = products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
        return 1 - Math.abs(r) < ON_A_LINE
                ? new NotEstimable(
                        "all %d pairs lie on one line: the correlation is %d and its error unknown"
                                .formatted(n, r > 0 ? 1 : -1))
                : Known.bare(r, n);
    }

    static String tooFew(int n, int needed) {
        return "%d pairs are too few, %d are needed".formatted(n, needed);
    }

    static String allEqual(int n, boolean first) {
        return "all %d values of the %s answer are equal".formatted(n, first ? "first" : "second");
    }

    private static boolean areFinite(double... values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /// Squares of which some may be finite where those of the other answer are not.
    private static double beyond(double squares) {
        return squares == 0 ? 0 : Double.POSITIVE_INFINITY;
    }

    /// The mean; that of equal values is one of them, so that rounding gives them no variance.
    private static double mean(String name, double[] values) {
        double sum = 0;
        boolean equal = true;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "%s[%d] must be finite, not %s".formatted(name, i, values[i]));
            }
            sum += values[i] / values.length;
            equal &= values[i] == values[0];
        }
        return equal ? values[0] : sum;
    }

    /// Those of these pairs and the others together.
    ///
    /// @throws ArithmeticException if there are more than 2,147,483,647 pairs together
    public CoMoments merge(CoMoments other) {
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        int all = Math.addExact(n, other.n);
        double share = (double) other.n / all;
        double dx = other.meanX - meanX;
        double dy = other.meanY - meanY;
        double weight = n * share;
        double mergedX = squaresX + other.squaresX + dx * dx * weight;
        double mergedY = squaresY + other.squaresY + dy * dy * weight;
        double merged = products + other.products + dx * dy * weight;
        if (!areFinite(mergedX, mergedY, merged)) {
            return new CoMoments(
                    all,
                    meanX * (1 - share) + other.meanX * share,
                    meanY * (1 - share) + other.meanY * share,
                    beyond(mergedX),
                    beyond(mergedY),
                    0);
        }
        return new CoMoments(all, meanX + dx * share, meanY + dy * share, mergedX, mergedY, merged);
    }
}
