package eyebright.stats.rank;

/// The exact distributions of the rank sums of untied values under the null hypothesis: every way to deal
/// out the ranks, or the signs, is equally likely.
///
/// They are counted by sums of positive numbers, which keep all digits though the counts pass 2^53.
final class ExactRankSum {

    private ExactRankSum() {}

    /// The two-sided p of W, the pairs of `n1 n2` in which the first group is above.
    static double twoSided(int w, int n1, int n2) {
        // ways[j][s]: how many choices of j of the ranks so far have s pairs in their favour.
        int most = Math.min(w, n1 * n2 - w);
        double[][] ways = new double[n1 + 1][most + 1];
        ways[0][0] = 1;
        for (int rank = 1; rank <= n1 + n2; rank++) {
            for (int j = Math.min(rank, n1); j >= 1; j--) {
                // As the j-th chosen this rank is above rank - j values that were not chosen.
                for (int s = most; s >= rank - j; s--) {
                    ways[j][s] += ways[j - 1][s - (rank - j)];
                }
            }
        }
        return doubled(ways[n1], choose(n1 + n2, n1));
    }

    /// The two-sided p of V, the sum of the ranks of the positive ones of n values.
    static double twoSided(int v, int n) {
        int most = Math.min(v, n * (n + 1) / 2 - v);
        double[] ways = new double[most + 1];
        ways[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int s = most; s >= rank; s--) {
                ways[s] += ways[s - rank];
            }
        }
        return doubled(ways, Math.scalb(1.0, n));
    }

    private static double doubled(double[] ways, double all) {
        double tail = 0;
        for (double each : ways) {
            tail += each;
        }
        return Math.min(1, 2 * (tail / all));
    }

    private static double choose(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product = product * (n - k + i) / i;
        }
        return product;
    }
}
