package eyebright.respondents;

import java.util.Arrays;
import java.util.List;

/// The sum of effects: readings, each times its coefficient. Immutable.
final class Predictor {

    private final List<Reading> readings;
    private final double[] coefficients;

    Predictor(List<Reading> readings, double[] coefficients) {
        this.readings = List.copyOf(readings);
        this.coefficients = coefficients.clone();
    }

    /// Whether there is nothing to sum.
    boolean isEmpty() {
        return readings.isEmpty();
    }

    /// The sums of some rows.
    void fill(Draws draws, int[] rows, int count, double[] sums) {
        Arrays.fill(sums, 0, count, 0);
        for (int i = 0; i < coefficients.length; i++) {
            if (coefficients[i] != 0) {
                readings.get(i).add(draws, coefficients[i], rows, count, sums);
            }
        }
    }
}
