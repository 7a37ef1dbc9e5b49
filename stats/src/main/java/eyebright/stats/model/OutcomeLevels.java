package eyebright.stats.model;

import java.util.ArrayList;
import java.util.List;

/// The categories of an outcome that somebody is in, and the answers coded by these.
final class OutcomeLevels {

    private final List<String> used;
    private final List<String> empty;
    private final int[] codes;

    private OutcomeLevels(List<String> used, List<String> empty, int[] codes) {
        this.used = used;
        this.empty = empty;
        this.codes = codes;
    }

    /// The categories in use.
    ///
    /// @param codes one for each respondent: places in `levels`, from 0
    /// @throws IllegalArgumentException if levels repeat, a code is no place, or there are not `n` codes
    static OutcomeLevels of(List<String> levels, int[] codes, int n) {
        if (codes.length != n) {
            throw new IllegalArgumentException(
                    "codes must be %d, one for each row, not %d".formatted(n, codes.length));
        }
        if (levels.stream().distinct().count() != levels.size()) {
            throw new IllegalArgumentException("levels must differ, not be " + levels);
        }
        var counts = new int[levels.size()];
        for (int code : codes) {
            if (code < 0 || code >= counts.length) {
                throw new IllegalArgumentException(
                        "codes must be from 0 to %d, not %d".formatted(counts.length - 1, code));
            }
            counts[code]++;
        }
        List<String> used = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        var place = new int[counts.length];
        for (int k = 0; k < counts.length; k++) {
            place[k] = used.size();
            (counts[k] > 0 ? used : empty).add(levels.get(k));
        }
        var recoded = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            recoded[i] = place[codes[i]];
        }
        return new OutcomeLevels(List.copyOf(used), List.copyOf(empty), recoded);
    }

    List<String> used() {
        return used;
    }

    List<String> empty() {
        return empty;
    }

    /// Places in [#used], from 0; not to be changed.
    int[] codes() {
        return codes;
    }

    /// The place of a level among those in use; -1 for one that nobody is in.
    ///
    /// @throws IllegalArgumentException if there is no such level
    int place(String level) {
        if (!used.contains(level) && !empty.contains(level)) {
            throw new IllegalArgumentException(
                    "no level %s; there are %s, and empty %s".formatted(level, used, empty));
        }
        return used.indexOf(level);
    }
}
