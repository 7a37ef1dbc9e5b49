package eyebright.stats.model;

import eyebright.stats.distribution.Root;
import java.util.stream.IntStream;

/// Nodes and weights of Gauss-Hermite quadrature: exact for polynomials up to degree 2 points - 1.
///
/// ```
/// ∫ e^(-x²) f(x) dx = Σ w_k f(x_k),   x_k the zeros of the Hermite polynomial,   1 / w_k = Σ_j h_j(x_k)²
/// ```
///
/// h_j are the Hermite polynomials of length 1 under e^(-x²). The zeros of each lie between those of the
/// one before, which is how they are found, to the last digits. Far out a weight is below the smallest
/// double; what is kept is ln w + x², the logarithm of the weight of f(x) e^(-x²).
/// Source: Golub & Welsch (1969) <https://doi.org/10.1090/S0025-5718-69-99647-1>.
final class GaussHermite {

    private static final int MOST = 200;

    /// The factors of the recurrence.
    private static final double[] UP =
            IntStream.range(0, MOST).mapToDouble(j -> Math.sqrt(2.0 / (j + 1))).toArray();

    private static final double[] DOWN =
            IntStream.range(0, MOST).mapToDouble(j -> Math.sqrt(j / (j + 1.0))).toArray();

    private final double[] nodes;
    private final double[] logWeights;

    private GaussHermite(double[] nodes, double[] logWeights) {
        this.nodes = nodes;
        this.logWeights = logWeights;
    }

    /// The rule with this many points.
    ///
    /// @throws IllegalArgumentException if they are not 1 to 200
    static GaussHermite of(int points) {
        if (points < 1 || points > MOST) {
            throw new IllegalArgumentException(
                    "points must be 1 to %d, not %d".formatted(MOST, points));
        }
        double[] zeros = {0};
        for (int degree = 2; degree <= points; degree++) {
            zeros = zeros(degree, zeros);
        }
        var logWeights = new double[points];
        for (int k = 0; k < points; k++) {
            logWeights[k] = -StrictMath.log(squares(points, zeros[k]));
        }
        return new GaussHermite(zeros, logWeights);
    }

    /// The zeros of one degree from those of the degree before; those below 0 mirror those above.
    private static double[] zeros(int degree, double[] before) {
        var zeros = new double[degree];
        // Of an odd number of zeros the middle one is 0, and stays so.
        for (int k = (degree + 1) / 2; k < degree; k++) {
            double high = k < before.length ? before[k] : Math.sqrt(2.0 * degree + 1);
            zeros[k] = Root.between(before[k - 1], high, x -> function(degree, x));
            zeros[degree - 1 - k] = -zeros[k];
        }
        return zeros;
    }

    /// The Hermite function of a degree: h(x) e^(-x²/2), which has the zeros of h and never overflows.
    private static double function(int degree, double x) {
        double before = 0;
        double now = StrictMath.pow(Math.PI, -0.25) * StrictMath.exp(-x * x / 2);
        for (int j = 0; j < degree; j++) {
            double next = x * UP[j] * now - DOWN[j] * before;
            before = now;
            now = next;
        }
        return now;
    }

    /// Σ of the squares of the Hermite functions below a degree: e^(-x²) / w.
    private static double squares(int degree, double x) {
        double before = 0;
        double now = StrictMath.pow(Math.PI, -0.25) * StrictMath.exp(-x * x / 2);
        double sum = 0;
        for (int j = 0; j < degree; j++) {
            sum += now * now;
            double next = x * UP[j] * now - DOWN[j] * before;
            before = now;
            now = next;
        }
        return sum;
    }

    int points() {
        return nodes.length;
    }

    /// The nodes, lowest first.
    double node(int k) {
        return nodes[k];
    }

    /// ln w + x² of a node.
    double logWeight(int k) {
        return logWeights[k];
    }

    /// The weights w themselves.
    double[] weights() {
        return IntStream.range(0, nodes.length)
                .mapToDouble(k -> StrictMath.exp(logWeights[k] - nodes[k] * nodes[k]))
                .toArray();
    }
}
