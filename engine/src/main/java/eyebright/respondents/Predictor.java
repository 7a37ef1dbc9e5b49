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

    /// How many readings.
    int size() {
        return readings.size();
    }

    /// What it reads.
    Reading reading(int place) {
        return readings.get(place);
    }

    /// What a reading is multiplied by.
    double coefficient(int place) {
        return coefficients[place];
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
