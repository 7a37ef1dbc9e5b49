package eyebright.stats.table;

import java.util.ArrayList;
import java.util.List;

/// How many respondents said yes to each of several options, and to each two of them.
///
/// Shape: k options, 1 or more; k counts and k(k - 1)/2 joint counts. Unit: respondents. Missing values:
/// a respondent who was not shown the question, or did not answer it, is not counted in `n`; one who chose
/// nothing is. Edge cases: nobody. Errors: counts that no respondents can have given are named. Summary:
/// this is it: two halves merge by adding.
///
/// @param n respondents who answered
/// @param joint one list an option, `joint.get(i).get(j)` for j of 0 to i: how many chose both option i
///   and option j, and for j = i how many chose i
public record JointCounts(int n, List<List<Integer>> joint) {

    /// @throws IllegalArgumentException if there is no option, the lists do not form a triangle, or a
    ///   count is out of the range that the others leave it
    public JointCounts {
        joint = joint.stream().map(List::copyOf).toList();
        if (n < 0) {
            throw new IllegalArgumentException("n must be 0 or more, not " + n);
        }
        if (joint.isEmpty()) {
            throw new IllegalArgumentException("joint must have 1 or more options, not none");
        }
        for (int i = 0; i < joint.size(); i++) {
            if (joint.get(i).size() != i + 1) {
                throw new IllegalArgumentException(
                        "joint[%d] must have %d counts, not %d"
                                .formatted(i, i + 1, joint.get(i).size()));
            }
            requireFrom("joint[%d][%d]".formatted(i, i), joint.get(i).get(i), 0, n);
            for (int j = 0; j < i; j++) {
                int one = joint.get(i).get(i);
                int other = joint.get(j).get(j);
                requireFrom(
                        "joint[%d][%d]".formatted(i, j),
                        joint.get(i).get(j),
                        Math.max(0, one - (n - other)),
                        Math.min(one, other));
            }
        }
    }

    private static void requireFrom(String name, int count, int low, int high) {
        if (count < low || count > high) {
            throw new IllegalArgumentException(
                    "%s must be %d to %d, not %d".formatted(name, low, high, count));
        }
    }

    /// Those of respondents, one array each: whether each option was chosen.
    ///
    /// @param options how many options there are: 1 or more
    /// @throws IllegalArgumentException if a respondent has not as many answers as there are options
    public static JointCounts of(int options, List<boolean[]> respondents) {
        int[][] counts = new int[options][options];
        for (boolean[] chosen : respondents) {
            if (chosen.length != options) {
                throw new IllegalArgumentException(
                        "each respondent must have %d answers, not %d"
                                .formatted(options, chosen.length));
            }
            for (int i = 0; i < options; i++) {
                for (int j = 0; j <= i; j++) {
                    counts[i][j] += chosen[i] && chosen[j] ? 1 : 0;
                }
            }
        }
        return triangle(respondents.size(), options, (i, j) -> counts[i][j]);
    }

    /// Those of these respondents and the others together.
    ///
    /// @throws IllegalArgumentException if the others were asked about another number of options
    public JointCounts merge(JointCounts other) {
        if (other.options() != options()) {
            throw new IllegalArgumentException(
                    "other must have %d options, not %d".formatted(options(), other.options()));
        }
        return triangle(
                Math.addExact(n, other.n),
                options(),
                (i, j) -> joint.get(i).get(j) + other.joint.get(i).get(j));
    }

    private interface Count {
        int of(int i, int j);
    }

    private static JointCounts triangle(int n, int options, Count count) {
        List<List<Integer>> joint = new ArrayList<>();
        for (int i = 0; i < options; i++) {
            List<Integer> row = new ArrayList<>();
            for (int j = 0; j <= i; j++) {
                row.add(count.of(i, j));
            }
            joint.add(row);
        }
        return new JointCounts(n, joint);
    }

    /// How many options there are.
    public int options() {
        return joint.size();
    }

    /// How many chose this option, counted from 0.
    public int chose(int option) {
        return joint.get(option).get(option);
    }

    /// How many chose both options.
    public int choseBoth(int one, int other) {
        return joint.get(Math.max(one, other)).get(Math.min(one, other));
    }

    /// How many chose the first of two options and not the second.
    public int choseOnly(int one, int notOther) {
        return chose(one) - choseBoth(one, notOther);
    }
}
