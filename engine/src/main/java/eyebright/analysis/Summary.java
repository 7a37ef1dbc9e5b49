package eyebright.analysis;

import eyebright.stats.mean.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that an analysis needs to know of a frame: small, and the same whether rows come at once or in
/// parts that are merged.
///
/// For shares, tables and means of groups its size does not depend on how many respondents there are: two
/// counts at most for each option, point, group or cell of a table, one for each pair of options that are
/// compared, and three numbers for each group of a mean. A median needs the numbers themselves, and a
/// regression the rows: a number for each variable and respondent. What a place means is written at each
/// [CompiledAnalysis].
///
/// @param n how many respondents count in it
/// @param missing those in the base who do not, by reason; reasons of nobody are left out
/// @param counts respondents by what they answered
/// @param moments count, mean and squares of each group, where means are asked for
/// @param cases the values of those who count, where an analysis needs them one by one
public record Summary(
        int n,
        Map<Missing, Integer> missing,
        List<Integer> counts,
        List<Moments> moments,
        Cases cases) {

    /// A summary without rows.
    Summary(int n, Map<Missing, Integer> missing, List<Integer> counts, List<Moments> moments) {
        this(n, missing, counts, moments, Cases.NONE);
    }

    public Summary {
        missing = Missing.inOrder(missing);
        counts = List.copyOf(counts);
        moments = List.copyOf(moments);
        if (n < 0) {
            throw new IllegalArgumentException("n must be 0 or more, not " + n);
        }
    }

    /// This and what other respondents of the same study answered. Counts are exact; means and squares
    /// agree with those of all rows at once to about 15 digits.
    ///
    /// @throws IllegalArgumentException if the other is of another analysis
    public Summary merge(Summary other) {
        if (counts.size() != other.counts.size() || moments.size() != other.moments.size()) {
            throw new IllegalArgumentException(
                    "summaries must have equally many counts and moments, not %d, %d and %d, %d"
                            .formatted(
                                    counts.size(),
                                    moments.size(),
                                    other.counts.size(),
                                    other.moments.size()));
        }
        var allMissing = new TreeMap<>(missing);
        other.missing.forEach((reason, count) -> allMissing.merge(reason, count, Math::addExact));
        var allCounts = new ArrayList<Integer>();
        for (int i = 0; i < counts.size(); i++) {
            allCounts.add(Math.addExact(counts.get(i), other.counts.get(i)));
        }
        var allMoments = new ArrayList<Moments>();
        for (int i = 0; i < moments.size(); i++) {
            allMoments.add(moments.get(i).merge(other.moments.get(i)));
        }
        return new Summary(
                Math.addExact(n, other.n),
                allMissing,
                allCounts,
                allMoments,
                cases.and(other.cases));
    }

    /// The count at that place.
    int count(int place) {
        return counts.get(place);
    }
}
