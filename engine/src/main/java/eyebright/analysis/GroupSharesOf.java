package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
import eyebright.expression.Truths;
import eyebright.frame.Frame;
import eyebright.frame.Levels;
import eyebright.stats.table.Proportion;
import eyebright.stats.table.ProportionDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The share for whom a condition is true, in each group. Its summary is two counts for each group: for
/// whom it is true, and for whom it is false.
record GroupSharesOf(Base base, Expression condition, Groups groups, double level)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Truths truths = condition.truths(frame);
        Levels rows = groups.in(frame);
        int[] counts = new int[2 * groups.size()];
        Base.Tally tally =
                base.over(
                        frame,
                        row -> {
                            if (!rows.isAnswered(row)) {
                                return Base.Seen.UNKNOWN;
                            }
                            if (!rows.isKnown(row)) {
                                return Base.Seen.ANOTHER;
                            }
                            int group = rows.place(row);
                            Truth truth = truths.truth(row);
                            if (truth == Truth.UNKNOWN) {
                                return Base.Seen.UNKNOWN;
                            }
                            counts[2 * group + (truth == Truth.TRUE ? 0 : 1)]++;
                            return Base.Seen.COUNTED;
                        });
        List<Integer> list = Arrays.stream(counts).boxed().toList();
        return new Summary(tally.n(), tally.missing(), list, List.of());
    }

    @Override
    public Outcome estimate(Summary summary) {
        var estimates = new ArrayList<NamedEstimate>();
        for (int group = 0; group < groups.size(); group++) {
            String code = groups.labels().get(group).code();
            int yes = summary.count(2 * group);
            int n = size(summary, group);
            estimates.add(
                    new NamedEstimate(
                            "share[%s]".formatted(code), Proportion.wilson(yes, n, level)));
            estimates.add(NamedEstimate.count("count[%s]".formatted(code), yes, summary.n()));
            estimates.add(NamedEstimate.count("n[%s]".formatted(code), n, summary.n()));
        }
        if (groups.size() == 2) {
            estimates.add(
                    new NamedEstimate(
                            "difference",
                            ProportionDifference.newcombe(
                                    summary.count(0),
                                    size(summary, 0),
                                    summary.count(2),
                                    size(summary, 1),
                                    level)));
        }
        return new Outcome(summary.n(), estimates, List.of());
    }

    private static int size(Summary summary, int group) {
        return summary.count(2 * group) + summary.count(2 * group + 1);
    }

    @Override
    public Shape shape() {
        return new Shape.GroupShares(groups.labels());
    }
}
