package eyebright.stats.rank;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How often each value occurs in each group: all that ranks, medians and their tests need of the data.
///
/// Shape: groups in the order given, different values in ascending order. It is as large as there are
/// different values: a million answers on a scale of 9 points are 9 counts a group. Unit: that of the
/// values; -0 is 0. Missing values: left out before; NaN is an error. Edge cases: a group, or all, may be
/// empty. Errors: a value that is not finite, a count below 0, groups that do not match.
///
/// Merging adds the counts, so that any halves give exactly the whole, in any order. Not changed by
/// anything; safe for all threads.
public final class ValueCounts {

    private final double[] values;
    private final int[][] counts;
    private final int[] totals;

    private ValueCounts(double[] values, int[][] counts) {
        this.values = values;
        this.counts = counts;
        this.totals = new int[counts.length];
        int all = 0;
        for (int group = 0; group < counts.length; group++) {
            for (int count : counts[group]) {
                totals[group] = Math.addExact(totals[group], count);
            }
            all = Math.addExact(all, totals[group]);
        }
    }

    /// Those of groups of values, one array a group.
    ///
    /// @throws IllegalArgumentException if a value is NaN or infinite; the message names its place
    public static ValueCounts of(double[]... groups) {
        int size = 0;
        for (double[] group : groups) {
            size = Math.addExact(size, group.length);
        }
        double[] all = new double[size];
        int at = 0;
        for (int group = 0; group < groups.length; group++) {
            for (int i = 0; i < groups[group].length; i++) {
                all[at++] = finite(groups[group][i], group, i);
            }
        }
        double[] values = different(all);
        int[][] counts = new int[groups.length][values.length];
        for (int group = 0; group < groups.length; group++) {
            for (double value : groups[group]) {
                counts[group][Arrays.binarySearch(values, value + 0.0)]++;
            }
        }
        return new ValueCounts(values, counts);
    }

    /// Those that were counted already, such as the answers on a scale.
    ///
    /// @param values finite, each above the one before
    /// @param counts for each group how often each value occurs: 0 or more
    /// @throws IllegalArgumentException if the values are not in order, or the counts do not match them
    public static ValueCounts ofCounts(double[] values, List<int[]> counts) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) || (i > 0 && values[i] <= values[i - 1])) {
                throw new IllegalArgumentException(
                        "values must be finite and ascending, not %s"
                                .formatted(Arrays.toString(values)));
            }
        }
        for (int[] group : counts) {
            if (group.length != values.length
                    || Arrays.stream(group).anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException(
                        "counts of a group must be %d of 0 or more, not %s"
                                .formatted(values.length, Arrays.toString(group)));
            }
        }
        return new ValueCounts(
                        Arrays.stream(values).map(value -> value + 0.0).toArray(),
                        counts.stream().map(int[]::clone).toArray(int[][]::new))
                .withoutUnused();
    }

    /// Those of the same groups with the others' values added.
    ///
    /// @throws IllegalArgumentException if the others have more or fewer groups
    /// @throws ArithmeticException if there are more than 2,147,483,647 values together
    public ValueCounts merge(ValueCounts other) {
        if (other.groups() != groups()) {
            throw new IllegalArgumentException(
                    "other must have %d groups, not %d".formatted(groups(), other.groups()));
        }
        double[] all = Arrays.copyOf(values, values.length + other.values.length);
        System.arraycopy(other.values, 0, all, values.length, other.values.length);
        double[] merged = different(all);
        int[][] sums = new int[groups()][merged.length];
        for (int group = 0; group < groups(); group++) {
            add(values, counts[group], merged, sums[group]);
            add(other.values, other.counts[group], merged, sums[group]);
        }
        return new ValueCounts(merged, sums);
    }

    /// Those of some of the groups, in the order named, without the values that only others have.
    ///
    /// @throws IndexOutOfBoundsException if there is no such group
    public ValueCounts select(int... groups) {
        return new ValueCounts(
                        values,
                        Arrays.stream(groups).mapToObj(i -> counts[i]).toArray(int[][]::new))
                .withoutUnused();
    }

    /// How many groups there are, empty ones included.
    public int groups() {
        return counts.length;
    }

    /// How many different values there are.
    public int size() {
        return values.length;
    }

    /// The different value of that place in ascending order.
    public double value(int index) {
        return values[index];
    }

    /// How often the value of that place occurs in the group.
    public int count(int group, int index) {
        return counts[group][index];
    }

    /// How often the value of that place occurs in all groups.
    public int count(int index) {
        int sum = 0;
        for (int[] group : counts) {
            sum += group[index];
        }
        return sum;
    }

    /// How many values the group has.
    public int total(int group) {
        return totals[group];
    }

    /// How many values all groups have.
    public int total() {
        return Arrays.stream(totals).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueCounts that
                && Arrays.equals(values, that.values)
                && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return "ValueCounts[values=%s, counts=%s]"
                .formatted(Arrays.toString(values), Arrays.deepToString(counts));
    }

    private ValueCounts withoutUnused() {
        int[] used = IntStream.range(0, values.length).filter(i -> count(i) > 0).toArray();
        if (used.length == values.length) {
            return this;
        }
        return new ValueCounts(
                Arrays.stream(used).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(counts)
                        .map(group -> Arrays.stream(used).map(i -> group[i]).toArray())
                        .toArray(int[][]::new));
    }

    private static void add(double[] from, int[] counts, double[] to, int[] sums) {
        for (int i = 0; i < from.length; i++) {
            int at = Arrays.binarySearch(to, from[i]);
            sums[at] = Math.addExact(sums[at], counts[i]);
        }
    }

    private static double finite(double value, int group, int place) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "groups[%d][%d] must be finite, not %s".formatted(group, place, value));
        }
        // Adding 0 turns -0 into 0, which sorting would take for a value of its own.
        return value + 0.0;
    }

    private static double[] different(double[] all) {
        Arrays.sort(all);
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] > all[i - 1]) {
                all[size++] = all[i];
            }
        }
        return Arrays.copyOf(all, size);
    }
}
