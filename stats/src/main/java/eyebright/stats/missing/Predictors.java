package eyebright.stats.missing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The other columns as predictors of one: standardised numbers, categories as 0 and 1, first an
/// intercept.
final class Predictors {

    private Predictors() {}

    /// One array for each predictor; predictors that do not vary are left out.
    static double[][] of(List<Variable> variables, double[][] filled, int target) {
        int n = filled[target].length;
        var columns = new ArrayList<double[]>();
        columns.add(ones(n));
        for (int j = 0; j < filled.length; j++) {
            if (j == target) {
                continue;
            }
            switch (variables.get(j).kind()) {
                case ORDERED -> add(columns, filled[j]);
                case CATEGORIES -> {
                    double highest = 0;
                    for (double code : filled[j]) {
                        highest = Math.max(highest, code);
                    }
                    for (int code = 1; code <= highest; code++) {
                        var is = new double[n];
                        for (int row = 0; row < n; row++) {
                            is[row] = filled[j][row] == code ? 1 : 0;
                        }
                        add(columns, is);
                    }
                }
            }
        }
        return columns.toArray(double[][]::new);
    }

    private static void add(List<double[]> columns, double[] values) {
        int n = values.length;
        double mean = 0;
        double largest = 0;
        for (double value : values) {
            mean += value / n;
        }
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value - mean));
        }
        if (!(largest > 1e-12 * Math.abs(mean)) || !Double.isFinite(largest)) {
            return;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) / largest * ((value - mean) / largest) / n;
        }
        var column = new double[n];
        for (int row = 0; row < n; row++) {
            column[row] = (values[row] - mean) / largest / Math.sqrt(squares);
        }
        columns.add(column);
    }

    private static double[] ones(int n) {
        var ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
