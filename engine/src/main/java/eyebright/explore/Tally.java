package eyebright.explore;

import java.util.ArrayList;
import java.util.List;

/// How many answered, and how many of them are in each cell.
record Tally(int n, List<Integer> counts) {

    Tally {
        counts = List.copyOf(counts);
    }

    /// Those who are not in a part of it.
    Tally without(Tally part) {
        var rest = new ArrayList<Integer>();
        for (int i = 0; i < counts.size(); i++) {
            rest.add(counts.get(i) - part.counts.get(i));
        }
        return new Tally(n - part.n, rest);
    }
}
