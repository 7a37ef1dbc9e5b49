package eyebright.latent;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Correlations of each two of some variables: whether all of them can hold together.
///
/// They can where their table is positive definite, which the Cholesky decomposition tells. Used by one
/// thread.
public final class CorrelationTable {

    /// As much as must be left of every variable that the others do not explain.
    static final double LEAST_LEFT = 1e-6;

    private final double[][] table;

    /// Variables of which nothing is correlated at first.
    ///
    /// @param size how many variables
    public CorrelationTable(int size) {
        this.table = new double[size][size];
        for (int i = 0; i < size; i++) {
            table[i][i] = 1;
        }
    }

    /// Sets the correlation of two different variables.
    public void set(int one, int other, double correlation) {
        table[one][other] = correlation;
        table[other][one] = correlation;
    }

    /// The correlation of two of them.
    double get(int one, int other) {
        return table[one][other];
    }

    /// Whether all of them can hold together.
    public boolean isPossible() {
        return isPossible(table);
    }

    /// Which hundredth, divided by `most`, is nearest to the correlation of these two among those that go
    /// together with all others; empty if none does.
    ///
    /// @param most what a correlation of the table is divided by: above 0, at most 1
    public OptionalDouble nearest(int one, int other, double most) {
        double[][] trial = copy();
        OptionalDouble nearest = OptionalDouble.empty();
        double least = Double.POSITIVE_INFINITY;
        for (int hundredths = -99; hundredths <= 99; hundredths++) {
            double observed = hundredths / 100.0;
            double r = observed / most;
            double distance = StrictMath.abs(r - table[one][other]);
            trial[one][other] = r;
            trial[other][one] = r;
            if (StrictMath.abs(r) < 1 && distance < least && isPossible(trial)) {
                nearest = OptionalDouble.of(observed);
                least = distance;
            }
        }
        return nearest;
    }

    /// The largest part of all correlations, in hundredths, that goes together: 0.85 if each at 85 % of its
    /// size does.
    public double part() {
        for (int hundredths = 99; hundredths > 0; hundredths--) {
            double[][] trial = copy();
            for (int i = 0; i < trial.length; i++) {
                for (int j = 0; j < trial.length; j++) {
                    trial[i][j] *= i == j ? 1 : hundredths / 100.0;
                }
            }
            if (isPossible(trial)) {
                return hundredths / 100.0;
            }
        }
        return 0;
    }

    private double[][] copy() {
        return Arrays.stream(table).map(double[]::clone).toArray(double[][]::new);
    }

    private static boolean isPossible(double[][] table) {
        int size = table.length;
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = table[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    if (sum < LEAST_LEFT) {
                        return false;
                    }
                    root[i][i] = StrictMath.sqrt(sum);
                } else {
                    root[i][j] = sum / root[j][j];
                }
            }
        }
        return true;
    }
}
