package eyebright.rehearsal;

import java.util.ArrayList;
import java.util.List;

/// How often a claim was supported with more or fewer respondents, in the part of the replicates that were run at
/// every size. Smaller sizes are the first rows of the larger ones.
///
/// @param replicates how many were run at every size
/// @param both for each size, and each up to it: in how many replicates the claim was supported at both; at a size
///   and itself that is how often it was supported there
public record CurveRun(int replicates, List<List<Integer>> both) {

    /// @throws IllegalArgumentException if the rows do not grow by one, or a count is more than there were
    public CurveRun {
        both = both.stream().map(List::copyOf).toList();
        for (int i = 0; i < both.size(); i++) {
            if (both.get(i).size() != i + 1) {
                throw new IllegalArgumentException(
                        "both must have a row for each size up to its own");
            }
            for (int count : both.get(i)) {
                if (!(count >= 0 && count <= replicates)) {
                    throw new IllegalArgumentException(
                            "counts must be 0 to %d, not %d".formatted(replicates, count));
                }
            }
        }
    }

    /// No replicates yet.
    static CurveRun none(int sizes) {
        var rows = new ArrayList<List<Integer>>();
        for (int i = 0; i < sizes; i++) {
            rows.add(java.util.Collections.nCopies(i + 1, 0));
        }
        return new CurveRun(0, rows);
    }

    /// How often it was supported at that place among the sizes.
    public Frequency at(int size) {
        return new Frequency(both(size, size), replicates);
    }

    /// In how many replicates it was supported at both sizes.
    int both(int one, int other) {
        return both.get(Math.max(one, other)).get(Math.min(one, other));
    }

    /// This and one replicate more.
    CurveRun and(List<Boolean> supported) {
        var rows = new ArrayList<List<Integer>>();
        for (int i = 0; i < both.size(); i++) {
            var row = new ArrayList<Integer>();
            for (int j = 0; j <= i; j++) {
                row.add(both.get(i).get(j) + (supported.get(i) && supported.get(j) ? 1 : 0));
            }
            rows.add(row);
        }
        return new CurveRun(replicates + 1, rows);
    }

    CurveRun plus(CurveRun other) {
        var rows = new ArrayList<List<Integer>>();
        for (int i = 0; i < both.size(); i++) {
            var row = new ArrayList<Integer>();
            for (int j = 0; j <= i; j++) {
                row.add(Math.addExact(both.get(i).get(j), other.both.get(i).get(j)));
            }
            rows.add(row);
        }
        return new CurveRun(Math.addExact(replicates, other.replicates), rows);
    }
}
