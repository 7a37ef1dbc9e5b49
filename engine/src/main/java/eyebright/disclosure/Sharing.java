package eyebright.disclosure;

import java.util.Collections;
import java.util.HashMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many respondents share their combination of identifying answers with how many.
///
/// @param rows by the number of rows that tell one combination, how many rows are in such combinations
public record Sharing(SortedMap<Integer, Integer> rows) {

    public Sharing {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /// How rows share their combinations as they are told, each within its batch.
    static Sharing of(Ledger ledger) {
        var sizes = new HashMap<Told, Integer>();
        ledger.rows()
                .values()
                .forEach(
                        row ->
                                sizes.merge(
                                        new Told(row.batch(), row.combination()), 1, Integer::sum));
        var rows = new TreeMap<Integer, Integer>();
        sizes.values().forEach(size -> rows.merge(size, size, Integer::sum));
        return new Sharing(rows);
    }

    private record Told(long batch, int combination) {}

    /// How many rows share the rarest combination: the k of k-anonymity; 0 where there are no rows.
    public int least() {
        return rows.isEmpty() ? 0 : rows.firstKey();
    }

    /// How many rows share theirs with fewer than that, themselves included.
    public int below(int fewest) {
        return rows.headMap(fewest).values().stream().mapToInt(Integer::intValue).sum();
    }
}
