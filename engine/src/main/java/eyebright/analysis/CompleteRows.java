package eyebright.analysis;

import eyebright.expression.Amounts;
import eyebright.expression.Truths;
import eyebright.frame.Frame;
import eyebright.frame.Levels;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// The rows of a base for which everything that a model reads is known, and why the others are left out.
///
/// `Amounts#values`, `Truths#holds` and `Levels#places` of [#rows] are then the columns of its design. A row
/// whose answer is none of the levels has given another answer; all else that is not known is blamed on
/// the first column of the base without an answer.
final class CompleteRows {

    private final int[] rows;
    private final Map<Missing, Integer> missing;

    private CompleteRows(int[] rows, Map<Missing, Integer> missing) {
        this.rows = rows;
        this.missing = missing;
    }

    /// Those of a frame.
    static CompleteRows of(
            Base base,
            Frame frame,
            List<Amounts> amounts,
            List<Truths> conditions,
            List<Levels> levels) {
        var complete = new BitSet(frame.size());
        Base.Tally tally =
                base.over(
                        frame,
                        row -> {
                            Base.Seen seen = seen(row, amounts, conditions, levels);
                            if (seen == Base.Seen.COUNTED) {
                                complete.set(row);
                            }
                            return seen;
                        });
        return new CompleteRows(complete.stream().toArray(), tally.missing());
    }

    private static Base.Seen seen(
            int row, List<Amounts> amounts, List<Truths> conditions, List<Levels> levels) {
        for (Levels each : levels) {
            if (!each.isKnown(row)) {
                return each.isAnswered(row) ? Base.Seen.ANOTHER : Base.Seen.UNKNOWN;
            }
        }
        boolean isKnown =
                amounts.stream().allMatch(each -> each.isKnown(row))
                        && conditions.stream().allMatch(each -> each.isKnown(row));
        return isKnown ? Base.Seen.COUNTED : Base.Seen.UNKNOWN;
    }

    /// The rows, in the order of the frame.
    int[] rows() {
        return rows.clone();
    }

    /// Why others of the base are not among them.
    Map<Missing, Integer> missing() {
        return missing;
    }
}
