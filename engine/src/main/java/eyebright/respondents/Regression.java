package eyebright.respondents;

import eyebright.latent.Newton;
import java.util.List;

/// Slopes of a number on several others, each for people who are alike in the others: least squares with an
/// intercept.
final class Regression {

    private Regression() {}

    /// For each predictor the weights whose sum with a number is its slope; 0 for one that does not vary or
    /// follows from those before it.
    static double[][] weights(List<double[]> predictors) {
        int k = predictors.size();
        double[][] weights = new double[k][];
        for (int j = 0; j < k; j++) {
            double[][] rows = new double[k][k + 1];
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    rows[a][b] = Sums.covariance(predictors.get(a), predictors.get(b));
                }
                rows[a][k] = a == j ? 1 : 0;
            }
            double[] inverse = Newton.solved(rows);
            int n = predictors.get(j).length;
            weights[j] = new double[n];
            for (int a = 0; a < k; a++) {
                double[] x = predictors.get(a);
                double mean = Sums.mean(x);
                for (int i = 0; i < n; i++) {
                    weights[j][i] += inverse[a] * (x[i] - mean) / n;
                }
            }
        }
        return weights;
    }

    /// The slope of a number by those weights.
    static double slope(double[] weights, double[] numbers) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * numbers[i];
        }
        return sum;
    }

    /// The standard deviation of a number within those who are so and those who are not.
    static double within(double[] x, double[] numbers) {
        double share = Sums.mean(x);
        double difference = Sums.difference(x, numbers);
        double variance =
                Sums.covariance(numbers, numbers) - share * (1 - share) * difference * difference;
        return StrictMath.sqrt(Math.max(1e-12, variance));
    }
}
