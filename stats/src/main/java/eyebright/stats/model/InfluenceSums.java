package eyebright.stats.model;

import eyebright.stats.matrix.Matrix;

/// The sum of squared influences: of `inverse` times the scores of each cluster.
///
/// As squares their variances cannot be negative, which a sandwich multiplied out becomes where predictors
/// lie far from 0. Clusters are added in blocks of 1,024, and the blocks to each other: a sum of many small
/// numbers loses fewer digits so.
final class InfluenceSums {

    private static final int BLOCK = 1024;

    private final int p;
    private final double[] inverse;
    private final double[] influence;
    private final double[] block;
    private final double[] whole;
    private int inBlock;

    InfluenceSums(Matrix inverse) {
        this.p = inverse.rows();
        this.inverse = inverse.values();
        this.influence = new double[p];
        this.block = new double[p * p];
        this.whole = new double[p * p];
    }

    /// One more cluster.
    ///
    /// @param scores the sums of its members' scores
    void add(double[] scores) {
        for (int i = 0; i < p; i++) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum += inverse[i * p + j] * scores[j];
            }
            influence[i] = sum;
        }
        for (int j = 0; j < p; j++) {
            for (int i = 0; i <= j; i++) {
                block[j * p + i] += influence[i] * influence[j];
            }
        }
        inBlock++;
        if (inBlock == BLOCK) {
            close();
        }
    }

    private void close() {
        for (int i = 0; i < block.length; i++) {
            whole[i] += block[i];
            block[i] = 0;
        }
        inBlock = 0;
    }

    /// The covariance of the clusters that were added, times a factor.
    Matrix covariance(double factor) {
        close();
        var covariance = new double[p * p];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i <= j; i++) {
                covariance[j * p + i] = factor * whole[j * p + i];
                covariance[i * p + j] = covariance[j * p + i];
            }
        }
        return Matrix.of(p, p, covariance);
    }
}
