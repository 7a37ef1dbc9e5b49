package eyebright.stats.model;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.reference.CsvTable;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Columns of the reference data and of made-up data, as the models take them.
final class RealData {

    private RealData() {}

    /// 1 where the column has the text.
    static double[] indicator(CsvTable table, String column, String text) {
        return table.rows().stream()
                .mapToDouble(row -> table.cell(row, column).equals(text) ? 1 : 0)
                .toArray();
    }

    /// The place of each text of a column among the levels.
    static int[] codes(CsvTable table, String column, List<String> levels) {
        return table.rows().stream()
                .mapToInt(row -> levels.indexOf(table.cell(row, column)))
                .toArray();
    }

    static String reason(Estimate estimate) {
        assertThat(estimate).isInstanceOf(NotEstimable.class);
        return ((NotEstimable) estimate).reason();
    }

    static double value(Estimate estimate) {
        assertThat(estimate).isInstanceOf(Known.class);
        return ((Known) estimate).value();
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// The rows in another order, the same for one seed.
    static int[] shuffled(int n, long seed) {
        var random = random(seed);
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    static Matrix rows(Matrix x, int[] order) {
        var columns = new double[x.columns()][order.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < order.length; i++) {
                columns[j][i] = x.at(order[i], j);
            }
        }
        return Matrix.ofColumns(columns);
    }

    static int[] rows(int[] values, int[] order) {
        var turned = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            turned[i] = values[order[i]];
        }
        return turned;
    }
}
