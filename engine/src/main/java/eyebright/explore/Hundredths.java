package eyebright.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Counts as so many in a hundred, in whole numbers.
final class Hundredths {

    private Hundredths() {}

    /// Shares of one whole that add up to 100: rounded down, and the rest given to the largest remainders, the
    /// earlier first among equals. All 0 where nobody is counted.
    static List<Integer> addingUp(List<Integer> counts) {
        long sum = counts.stream().mapToLong(Integer::longValue).sum();
        if (sum == 0) {
            return counts.stream().map(_ -> 0).toList();
        }
        var shares = new ArrayList<Integer>();
        counts.forEach(count -> shares.add((int) (count * 100L / sum)));
        int rest = 100 - shares.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, counts.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -(counts.get(i) * 100L % sum)))
                .limit(rest)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return List.copyOf(shares);
    }

    /// Each count by itself, rounded to the nearest, halves up.
    static List<Integer> each(List<Integer> counts, int n) {
        return counts.stream().map(count -> of(count, n)).toList();
    }

    /// One count, rounded to the nearest, halves up.
    static int of(int count, int n) {
        return n == 0 ? 0 : (int) ((count * 200L + n) / (2L * n));
    }
}
