package eyebright.stats.model;

import eyebright.stats.matrix.DotProduct;
import eyebright.stats.matrix.FourProducts;
import eyebright.stats.matrix.Matrix;
import java.util.Arrays;

/// The sum of squared influences: of `inverse` times the scores of each cluster.
///
/// As squares their variances cannot be negative, which a sandwich multiplied out becomes where predictors
/// lie far from 0. Clusters are taken in blocks of 256, which stay near the processor, and the blocks added
/// to each other in their order. Mutable: for one thread.
final class InfluenceSums {

    private static final int BLOCK = 256;

    private final int p;
    private final double[] inverse;
    private final double[][] scores;
    private final double[][] influences;
    private final double[] whole;
    private final double[] four = new double[4];
    private int size;

    InfluenceSums(Matrix inverse) {
        this.p = inverse.rows();
        this.inverse = inverse.values();
        this.scores = new double[p][BLOCK];
        this.influences = new double[p][BLOCK];
        this.whole = new double[p * p];
    }

    /// One more cluster.
    ///
    /// @param sums the sums of its members' scores
    void add(double[] sums) {
        for (int j = 0; j < p; j++) {
            scores[j][size] = sums[j];
        }
        size++;
        if (size == BLOCK) {
            close();
        }
    }

    private void close() {
        for (int i = 0; i < p; i++) {
            double[] influence = influences[i];
            Arrays.fill(influence, 0);
            for (int j = 0; j < p; j++) {
                double factor = inverse[i * p + j];
                // Scores of another model do not matter.
                if (factor != 0) {
                    double[] score = scores[j];
                    for (int c = 0; c < size; c++) {
                        influence[c] += factor * score[c];
                    }
                }
            }
        }
        int j = 0;
        for (; j < p - 1; j += 2) {
            for (int i = 0; i <= j; i += 2) {
                FourProducts.of(
                        influences[j],
                        influences[j + 1],
                        0,
                        influences[i],
                        influences[i + 1],
                        0,
                        size,
                        four);
                whole[j * p + i] += four[0];
                whole[j * p + i + 1] += four[1];
                whole[(j + 1) * p + i] += four[2];
                whole[(j + 1) * p + i + 1] += four[3];
            }
        }
        if (j < p) {
            for (int i = 0; i <= j; i++) {
                whole[j * p + i] += DotProduct.of(influences[i], 0, influences[j], 0, size);
            }
        }
        size = 0;
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
