package eyebright.latent;

import java.util.function.UnaryOperator;

/// Finds where several smooth functions of as many numbers are all zero: Newton's method with differences for
/// derivatives and steps that are halved until they lead nearer.
public final class Newton {

    private static final int MOST_STEPS = 40;
    private static final int MOST_HALVES = 12;

    private Newton() {}

    /// Where the search ended: the numbers, and the largest of the functions there.
    public static final class Found {
        private final double[] at;
        private final double off;

        private Found(double[] at, double off) {
            this.at = at;
            this.off = off;
        }

        /// The numbers.
        public double[] at() {
            return at.clone();
        }

        /// One of the numbers.
        public double at(int place) {
            return at[place];
        }

        /// The largest of the functions there, without its sign.
        public double off() {
            return off;
        }
    }

    /// The numbers at which all functions are 0 within `tolerance`, or where they come nearest.
    ///
    /// @param width over which differences are taken
    public static Found solve(
            UnaryOperator<double[]> functions, double[] start, double width, double tolerance) {
        double[] at = start.clone();
        double[] values = functions.apply(at);
        double off = largest(values);
        for (int step = 0; step < MOST_STEPS && off > tolerance; step++) {
            double[] change = change(functions, at, values, width);
            double part = 1;
            boolean isNearer = false;
            for (int half = 0; half < MOST_HALVES && !isNearer; half++) {
                double[] tried = at.clone();
                for (int i = 0; i < tried.length; i++) {
                    tried[i] += part * change[i];
                }
                double[] there = functions.apply(tried);
                double offThere = largest(there);
                if (offThere < off) {
                    at = tried;
                    values = there;
                    off = offThere;
                    isNearer = true;
                }
                part /= 2;
            }
            if (!isNearer) {
                break;
            }
        }
        return new Found(at, off);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : 1e300;
        }
        return largest;
    }

    private static double[] change(
            UnaryOperator<double[]> functions, double[] at, double[] values, double width) {
        int n = at.length;
        double[][] slopes = new double[n][n + 1];
        for (int j = 0; j < n; j++) {
            double[] moved = at.clone();
            moved[j] += width;
            double[] there = functions.apply(moved);
            for (int i = 0; i < n; i++) {
                slopes[i][j] = (there[i] - values[i]) / width;
            }
        }
        for (int i = 0; i < n; i++) {
            slopes[i][n] = -values[i];
        }
        return solved(slopes);
    }

    /// Gaussian elimination with the largest pivot; a number that nothing decides stays.
    public static double[] solved(double[][] rows) {
        int n = rows.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(rows[i][k]) > Math.abs(rows[pivot][k]) ? i : pivot;
            }
            double[] taken = rows[pivot];
            rows[pivot] = rows[k];
            rows[k] = taken;
            for (int i = k + 1; i < n && Math.abs(taken[k]) > 1e-300; i++) {
                double factor = rows[i][k] / taken[k];
                for (int j = k; j <= n; j++) {
                    rows[i][j] -= factor * taken[j];
                }
            }
        }
        double[] solved = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = rows[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= rows[i][j] * solved[j];
            }
            solved[i] = Math.abs(rows[i][i]) > 1e-300 ? sum / rows[i][i] : 0;
        }
        return solved;
    }
}
