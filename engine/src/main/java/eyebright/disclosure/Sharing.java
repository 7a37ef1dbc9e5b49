package eyebright.disclosure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many respondents share their combination of identifying answers with how many.
///
/// @param rows by the number of rows that tell one combination, how many rows are in such combinations
public record Sharing(SortedMap<Integer, Integer> rows) {

    public Sharing {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /// How many rows share the rarest combination: the k of k-anonymity; 0 where there are no rows.
    public int least() {
        return rows.isEmpty() ? 0 : rows.firstKey();
    }

    /// How many rows share theirs with fewer than that, themselves included.
    public int below(int fewest) {
        return rows.headMap(fewest).values().stream().mapToInt(Integer::intValue).sum();
    }
}
