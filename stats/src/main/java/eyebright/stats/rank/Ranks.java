package eyebright.stats.rank;

import java.util.Arrays;

/// The ranks of values: 1 for the smallest, and for equal values the mean of the ranks they share.
///
/// ```
/// rank of a value = values below it + (values equal to it + 1) / 2        ties = sum of t³ - t,  t values equal each
/// ```
///
/// Shape: the counts of values in any number of groups, ranked together, or an array. Unit: none, 1 to N;
/// always a whole or a half. Missing values: left out before. Edge cases: no values have no ranks. Errors:
/// those of [ValueCounts], which are its summary. R: `rank(x)`, whose default `ties.method` is this.
///
/// Source: Kendall (1945) <https://doi.org/10.1093/biomet/33.3.239>.
public final class Ranks {

    private final ValueCounts counts;
    private final double[] ranks;
    private final double ties;

    private Ranks(ValueCounts counts) {
        this.counts = counts;
        this.ranks = new double[counts.size()];
        double below = 0;
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            double equal = counts.count(i);
            ranks[i] = below + (equal + 1) / 2;
            below += equal;
            sum += equal * (equal * equal - 1);
        }
        this.ties = sum;
    }

    /// The ranks of the values of all groups together.
    public static Ranks of(ValueCounts counts) {
        return new Ranks(counts);
    }

    /// The rank of each value of an array, in its order.
    ///
    /// @throws IllegalArgumentException if a value is NaN or infinite
    public static double[] of(double[] values) {
        var counts = ValueCounts.of(new double[][] {values});
        var ranks = new Ranks(counts);
        double[] different = new double[counts.size()];
        for (int i = 0; i < different.length; i++) {
            different[i] = counts.value(i);
        }
        double[] each = new double[values.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = ranks.ranks[Arrays.binarySearch(different, values[i] + 0.0)];
        }
        return each;
    }

    /// The rank that the values of that place share.
    public double rank(int index) {
        return ranks[index];
    }

    /// The sum of the ranks of a group.
    public double sum(int group) {
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += ranks[i] * counts.count(group, i);
        }
        return sum;
    }

    /// The mean of the ranks of a group.
    ///
    /// @throws IllegalArgumentException if the group is empty
    public double mean(int group) {
        if (counts.total(group) == 0) {
            throw new IllegalArgumentException("group %d has no values".formatted(group));
        }
        return sum(group) / counts.total(group);
    }

    /// How much is tied: the sum of `t³ - t` over the values, t how often each occurs; 0 if all differ.
    public double ties() {
        return ties;
    }
}
