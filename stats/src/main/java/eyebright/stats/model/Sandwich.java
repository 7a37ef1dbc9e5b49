package eyebright.stats.model;

import eyebright.stats.matrix.Matrix;
import java.util.Arrays;

/// Covariances of coefficients that hold where errors are not of one size, or not independent: bread,
/// meat, bread.
///
/// ```
/// V = B M B,  B = bread, M = sum of s sᵀ,  s the scores of each respondent, or of each cluster in sum
/// ```
///
/// Source: White (1980) <https://doi.org/10.2307/1912934>; Liang & Zeger (1986)
/// <https://doi.org/10.1093/biomet/73.1.13>.
final class Sandwich {

    private Sandwich() {}

    /// The sandwich of scores that are independent between clusters.
    ///
    /// @param bread the inverse of the information
    /// @param scores a row for each respondent
    /// @param cluster the cluster of each respondent: 0 to `clusters - 1`
    static Matrix of(Matrix bread, Matrix scores, int[] cluster, int clusters) {
        int p = scores.columns();
        var sums = new double[p][clusters];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < cluster.length; i++) {
                sums[j][cluster[i]] += scores.at(i, j);
            }
        }
        var summed = Matrix.ofColumns(sums);
        // The half is taken first, so that the result is symmetric and no variance below 0.
        var half = summed.times(bread);
        return half.transposed().times(half);
    }

    /// The places of clusters named by any numbers, in the order of their first respondent.
    static int[] numbered(int[] cluster) {
        int[] different = Arrays.stream(cluster).sorted().distinct().toArray();
        return Arrays.stream(cluster).map(each -> Arrays.binarySearch(different, each)).toArray();
    }

    /// What CR1 multiplies by.
    static double enlargement(ClusterVariance variance, int clusters, int n, int coefficients) {
        return switch (variance) {
            case CR0 -> 1;
            case CR1 -> clusters / (clusters - 1.0) * ((n - 1.0) / (n - coefficients));
        };
    }
}
