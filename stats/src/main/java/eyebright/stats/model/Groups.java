package eyebright.stats.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who belongs together: the rows of each group, in the order in which groups first come.
final class Groups {

    private final int[][] rows;

    private Groups(int[][] rows) {
        this.rows = rows;
    }

    /// The groups of rows that have one number.
    ///
    /// @throws IllegalArgumentException if there are not `n` numbers
    static Groups of(int[] numbers, int n) {
        if (numbers.length != n) {
            throw new IllegalArgumentException(
                    "groups must be %d, one for each row, not %d".formatted(n, numbers.length));
        }
        Map<Integer, List<Integer>> found = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            found.computeIfAbsent(numbers[i], _ -> new ArrayList<>()).add(i);
        }
        return new Groups(
                found.values().stream()
                        .map(group -> group.stream().mapToInt(i -> i).toArray())
                        .toArray(int[][]::new));
    }

    int count() {
        return rows.length;
    }

    /// The rows of one group; not to be changed.
    int[] rows(int group) {
        return rows[group];
    }

    /// Whether the answers of some group differ.
    boolean differWithin(int[] outcomes) {
        return Arrays.stream(rows)
                .anyMatch(
                        group ->
                                Arrays.stream(group)
                                        .anyMatch(i -> outcomes[i] != outcomes[group[0]]));
    }

    /// How many rows the largest group has.
    int largest() {
        int largest = 0;
        for (int[] group : rows) {
            largest = Math.max(largest, group.length);
        }
        return largest;
    }
}
