package eyebright.stats.replication;

import eyebright.stats.Interval;
import org.apache.commons.numbers.gamma.LogBeta;

/// How many of the respondents of a new study are to be expected with an answer, from how many of a published study gave it.
///
/// ```
/// X ~ BetaBinomial(n, x + 1/2, N - x + 1/2)
/// ```
///
/// N of the published study, of whom x; n of the new one. The limits are the smallest counts whose
/// probability of being reached from below is (1 ± level) / 2.
///
/// Shape: three counts. Unit: respondents. Missing values: who gave no answer is in neither count. Edge cases:
/// nobody and everybody of the published study are allowed. Errors: a count out of range. R: the distribution is
/// `VGAM::pbetabinom.ab`. Source: Jeffreys'
/// prior of a share, as in Brown, Cai & DasGupta (2001) <https://doi.org/10.1214/ss/1009213286>.
public final class PredictedCount {

    private PredictedCount() {}

    /// The limits between which the new count is to be expected.
    ///
    /// @param x with the answer in the published study: 0 to n
    /// @param n the respondents of the published study: 1 or more
    /// @param newN the respondents of the new study: 1 or more
    /// @throws IllegalArgumentException if a count or the level is out of range
    public static Interval of(int x, int n, int newN, double level) {
        Interval.requireLevel(level);
        if (n < 1 || newN < 1) {
            throw new IllegalArgumentException(
                    "n and newN must be 1 or more, not %d and %d".formatted(n, newN));
        }
        if (x < 0 || x > n) {
            throw new IllegalArgumentException("x must be from 0 to %d, not %d".formatted(n, x));
        }
        double a = x + 0.5;
        double b = n - x + 0.5;
        int low = -1;
        double below = 0;
        for (int count = 0; count <= newN; count++) {
            below += Math.exp(logProbability(count, newN, a, b));
            if (low < 0 && below >= (1 - level) / 2) {
                low = count;
            }
            if (below >= (1 + level) / 2) {
                return new Interval(low, count, level);
            }
        }
        return new Interval(Math.max(low, 0), newN, level);
    }

    /// C(n, k) B(k + a, n - k + b) / B(a, b)
    private static double logProbability(int k, int n, double a, double b) {
        return LogBeta.value(k + a, n - k + b)
                - LogBeta.value(a, b)
                - LogBeta.value(k + 1.0, n - k + 1.0)
                - Math.log1p(n);
    }
}
