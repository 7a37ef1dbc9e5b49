package eyebright.respondents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which calibrating respondents are alike in all that effects read: what follows from it alone is worked out once
/// for all of them. Immutable.
final class Alike {

    private final int[] patterns;
    private final int[] first;

    private Alike(int[] patterns, int[] first) {
        this.patterns = patterns;
        this.first = first;
    }

    /// Those who are alike in these values; everybody, if there are none.
    ///
    /// @param values what each effect reads, one a respondent
    static Alike of(List<double[]> values, int respondents) {
        int[] patterns = new int[respondents];
        var first = new ArrayList<Integer>();
        Map<List<Double>, Integer> known = new HashMap<>();
        for (int i = 0; i < respondents; i++) {
            var own = new ArrayList<Double>();
            for (double[] each : values) {
                own.add(each[i]);
            }
            Integer pattern = known.putIfAbsent(own, first.size());
            patterns[i] = pattern == null ? first.size() : pattern;
            if (pattern == null) {
                first.add(i);
            }
        }
        return new Alike(patterns, first.stream().mapToInt(Integer::intValue).toArray());
    }

    /// How many kinds of respondents there are.
    int count() {
        return first.length;
    }

    /// The kind of a respondent.
    int of(int respondent) {
        return patterns[respondent];
    }

    /// The first respondent of a kind.
    int first(int pattern) {
        return first[pattern];
    }
}
