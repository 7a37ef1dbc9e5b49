package eyebright.stats.missing;

import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.resampling.KeyedStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/// Draws for the gaps of one column, given its predictors.
final class Draws {

    /// How many respondents of whom much the same is expected one answer is taken from.
    private static final int DONORS = 5;

    /// What is added to the diagonal, relative to it, so that predictors that follow from others do no
    /// harm.
    private static final double RIDGE = 1e-5;

    /// The standard deviation of the normal prior of a logistic coefficient, for predictors with
    /// standard deviation 1: it matters only where categories are separated.
    private static final double PRIOR = 2.5;

    private static final int MOST_STEPS = 50;

    private Draws() {}

    /// Predictive mean matching: answers of respondents whose expected value is near one that is drawn.
    static void matched(double[] y, BitSet there, double[][] x, KeyedStream random) {
        int[] known = there.stream().toArray();
        double mean = Arrays.stream(known).mapToDouble(i -> y[i] / known.length).sum();
        double unit = Arrays.stream(known).mapToDouble(i -> Math.abs(y[i] - mean)).max().orElse(0);
        if (unit == 0 || !Double.isFinite(unit)) {
            fillGaps(y, there, () -> y[known[random.nextInt(known.length)]]);
            return;
        }
        double[] scaled = Arrays.stream(y).map(value -> (value - mean) / unit).toArray();
        int p = x.length;
        var cross = new double[p][p];
        var moments = new double[p];
        for (int i : known) {
            for (int a = 0; a < p; a++) {
                moments[a] += x[a][i] * scaled[i];
                for (int b = 0; b < p; b++) {
                    cross[a][b] += x[a][i] * x[b][i];
                }
            }
        }
        for (int a = 0; a < p; a++) {
            cross[a][a] += RIDGE * (cross[a][a] + known.length);
        }
        var root = Cholesky.of(Matrix.ofColumns(cross)).orElseThrow();
        double[] slopes = root.solve(moments);
        double[] expected = expected(x, slopes);
        double residual = 0;
        for (int i : known) {
            residual += (scaled[i] - expected[i]) * (scaled[i] - expected[i]);
        }
        double chiSquared = 0;
        for (int i = 0; i < Math.max(1, known.length - p); i++) {
            double z = random.nextGaussian();
            chiSquared += z * z;
        }
        double sigma = Math.sqrt(residual / chiSquared);
        double[] drawn = expected(x, moved(slopes, root, sigma, random));
        Integer[] donors =
                Arrays.stream(known)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> expected[i]))
                        .toArray(Integer[]::new);
        for (int i = there.nextClearBit(0); i < y.length; i = there.nextClearBit(i + 1)) {
            y[i] = y[donor(donors, expected, drawn[i], random)];
        }
    }

    /// Draws of categories: logistic regressions of each against those after it.
    static void categories(double[] y, BitSet there, double[][] x, KeyedStream random) {
        double[] codes = there.stream().mapToDouble(i -> y[i]).distinct().sorted().toArray();
        BitSet open = new BitSet();
        open.set(0, y.length);
        open.andNot(there);
        BitSet known = (BitSet) there.clone();
        for (int c = 0; c < codes.length; c++) {
            double code = codes[c];
            boolean last = c == codes.length - 1;
            double[] slopes = last ? new double[0] : logistic(y, code, known, x, random);
            for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
                if (last || random.nextDouble() < probability(x, slopes, i)) {
                    y[i] = code;
                    open.clear(i);
                }
            }
            known.stream().filter(i -> y[i] == code).forEach(known::clear);
        }
    }

    /// Coefficients drawn from the normal approximation around the mode of the posterior.
    private static double[] logistic(
            double[] y, double code, BitSet known, double[][] x, KeyedStream random) {
        int p = x.length;
        double[] slopes = new double[p];
        Cholesky root = null;
        for (int step = 0; step < MOST_STEPS; step++) {
            var gradient = new double[p];
            var information = new double[p][p];
            for (int a = 0; a < p; a++) {
                gradient[a] = -slopes[a] / (PRIOR * PRIOR);
                information[a][a] = 1 / (PRIOR * PRIOR);
            }
            for (int i = known.nextSetBit(0); i >= 0; i = known.nextSetBit(i + 1)) {
                double share = probability(x, slopes, i);
                double weight = share * (1 - share);
                for (int a = 0; a < p; a++) {
                    gradient[a] += x[a][i] * ((y[i] == code ? 1 : 0) - share);
                    for (int b = 0; b < p; b++) {
                        information[a][b] += weight * x[a][i] * x[b][i];
                    }
                }
            }
            root = Cholesky.of(Matrix.ofColumns(information)).orElseThrow();
            double[] move = root.solve(gradient);
            double largest = 0;
            for (int a = 0; a < p; a++) {
                slopes[a] += Math.clamp(move[a], -2, 2);
                largest = Math.max(largest, Math.abs(move[a]));
            }
            if (largest < 1e-8) {
                break;
            }
        }
        return root == null ? slopes : moved(slopes, root, 1, random);
    }

    /// The slopes plus a normal draw with covariance sigma² times the inverse of the matrix.
    private static double[] moved(
            double[] slopes, Cholesky root, double sigma, KeyedStream random) {
        int p = slopes.length;
        var z = new double[p];
        Arrays.setAll(z, _ -> random.nextGaussian());
        // Backwards through the triangle: Lᵀ x = z has covariance (L Lᵀ)⁻¹.
        for (int i = p - 1; i >= 0; i--) {
            for (int k = i + 1; k < p; k++) {
                z[i] -= root.at(k, i) * z[k];
            }
            z[i] /= root.at(i, i);
        }
        return IntStream.range(0, p).mapToDouble(i -> slopes[i] + sigma * z[i]).toArray();
    }

    private static int donor(
            Integer[] donors, double[] expected, double wanted, KeyedStream random) {
        int high = firstNotBelow(donors, expected, wanted);
        int low = high - 1;
        int count = Math.min(DONORS, donors.length);
        for (int taken = 0; taken < count; taken++) {
            boolean down =
                    high >= donors.length
                            || (low >= 0
                                    && wanted - expected[donors[low]]
                                            <= expected[donors[high]] - wanted);
            if (down) {
                low--;
            } else {
                high++;
            }
        }
        return donors[low + 1 + random.nextInt(count)];
    }

    private static int firstNotBelow(Integer[] donors, double[] expected, double wanted) {
        int low = 0;
        int high = donors.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (expected[donors[middle]] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] expected(double[][] x, double[] slopes) {
        var expected = new double[x[0].length];
        for (int a = 0; a < slopes.length; a++) {
            for (int i = 0; i < expected.length; i++) {
                expected[i] += slopes[a] * x[a][i];
            }
        }
        return expected;
    }

    private static double probability(double[][] x, double[] slopes, int row) {
        double sum = 0;
        for (int a = 0; a < slopes.length; a++) {
            sum += slopes[a] * x[a][row];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /// Puts an answer of someone, drawn, into every gap.
    static void fillGaps(double[] y, BitSet there, DoubleSupplier draw) {
        for (int i = there.nextClearBit(0); i < y.length; i = there.nextClearBit(i + 1)) {
            y[i] = draw.getAsDouble();
        }
    }
}
