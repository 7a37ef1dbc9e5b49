package eyebright.respondents;

/// Sums over a calibrating sample.
final class Sums {

    private Sums() {}

    /// The mean of those rows; 0 of none.
    static double mean(double[] values, int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += values[row];
        }
        return rows.length == 0 ? 0 : sum / rows.length;
    }

    /// The standard deviation of those rows; 0 of none.
    static double deviation(double[] values, int[] rows) {
        double mean = mean(values, rows);
        double sum = 0;
        for (int row : rows) {
            sum += (values[row] - mean) * (values[row] - mean);
        }
        return rows.length == 0 ? 0 : StrictMath.sqrt(sum / rows.length);
    }

    /// The mean of all values; 0 of none.
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    /// The covariance of two columns.
    static double covariance(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return x.length == 0 ? 0 : sum / x.length;
    }

    /// The standard deviation of all values.
    static double deviation(double[] values) {
        return StrictMath.sqrt(covariance(values, values));
    }

    /// The mean where x is 1 less that where it is 0.
    static double difference(double[] x, double[] y) {
        double ones = mean(x);
        return ones <= 0 || ones >= 1 ? 0 : covariance(x, y) / (ones * (1 - ones));
    }

    /// The correlation of two columns; 0 where one of them does not vary.
    static double correlation(double[] x, double[] y) {
        double deviations = deviation(x) * deviation(y);
        return deviations > 0 ? covariance(x, y) / deviations : 0;
    }
}
