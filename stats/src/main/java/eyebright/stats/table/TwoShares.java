package eyebright.stats.table;

import eyebright.stats.Interval;
import java.util.Optional;

/// What the comparisons of two shares ask of their counts, and how they name what is wrong.
final class TwoShares {

    private TwoShares() {}

    static void require(int x1, int n1, int x2, int n2, double level) {
        requireGroup("1", x1, n1);
        requireGroup("2", x2, n2);
        Interval.requireLevel(level);
    }

    private static void requireGroup(String group, int x, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n%s must be 0 or more, not %d".formatted(group, n));
        }
        if (x < 0 || x > n) {
            throw new IllegalArgumentException(
                    "x%s must be 0 to n%s = %d, not %d".formatted(group, group, n, x));
        }
    }

    /// The reason when a group has nobody; for counts of which at least one is 0.
    static String emptyGroup(int n1) {
        return "nobody of the %s group answered".formatted(n1 == 0 ? "first" : "second");
    }

    /// Why a ratio that needs every count above 0 does not exist: the first empty group, or else the
    /// first count among successes and, if they matter, failures that is 0.
    static Optional<String> zeroCell(int x1, int n1, int x2, int n2, Cells cells) {
        if (n1 == 0 || n2 == 0) {
            return Optional.of(emptyGroup(n1));
        }
        if (x1 == 0) {
            return Optional.of("the first group has no successes");
        }
        if (x2 == 0) {
            return Optional.of("the second group has no successes");
        }
        if (cells == Cells.ALL_FOUR && x1 == n1) {
            return Optional.of("the first group has no failures");
        }
        if (cells == Cells.ALL_FOUR && x2 == n2) {
            return Optional.of("the second group has no failures");
        }
        return Optional.empty();
    }

    /// Which counts must be above 0.
    enum Cells {
        SUCCESSES,
        ALL_FOUR
    }
}
