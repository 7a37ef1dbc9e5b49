package eyebright.disclosure;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which cells go where some of what identifies is withheld: these, and those of pages that would tell them.
final class Cells {

    private final List<String> identifying;

    /// Of each identifying variable those that tell it.
    private final List<Set<String>> telling;

    Cells(Telltales telltales, List<String> identifying) {
        this.identifying = List.copyOf(identifying);
        this.telling = identifying.stream().map(telltales::of).toList();
    }

    /// Some identifying variables, a bit each, with those that tell them.
    int closed(int mask) {
        int closed = mask;
        for (int place = 0; place < identifying.size(); place++) {
            for (int other = 0; other < identifying.size(); other++) {
                if (isIn(mask, other) && telling.get(other).contains(identifying.get(place))) {
                    closed |= 1 << place;
                }
            }
        }
        return closed;
    }

    private static boolean isIn(int mask, int place) {
        return (mask >>> place & 1) == 1;
    }

    /// Of each variable of which something is withheld the rows in which it is.
    ///
    /// @param withheld of each row the identifying variables, a bit each
    Map<String, BitSet> rows(int[] withheld) {
        var rows = new LinkedHashMap<String, BitSet>();
        for (int place = 0; place < identifying.size(); place++) {
            var own = new BitSet(withheld.length);
            for (int row = 0; row < withheld.length; row++) {
                own.set(row, isIn(withheld[row], place));
            }
            if (!own.isEmpty()) {
                rows.computeIfAbsent(identifying.get(place), _ -> new BitSet()).or(own);
                for (String name : telling.get(place)) {
                    rows.computeIfAbsent(name, _ -> new BitSet()).or(own);
                }
            }
        }
        return rows;
    }
}
