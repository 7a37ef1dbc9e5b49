package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
import eyebright.expression.Truths;
import eyebright.frame.Frame;
import eyebright.stats.table.Proportion;
import java.util.List;

/// The share for whom a condition is true. Its summary is two counts: for whom it is true, and for whom
/// it is false.
record ShareOf(Base base, Expression condition, double level) implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Truths truths = condition.truths(frame);
        int[] counts = new int[2];
        Base.Tally tally =
                base.over(
                        frame,
                        row -> {
                            Truth truth = truths.truth(row);
                            if (truth == Truth.UNKNOWN) {
                                return Base.Seen.UNKNOWN;
                            }
                            counts[truth == Truth.TRUE ? 0 : 1]++;
                            return Base.Seen.COUNTED;
                        });
        return new Summary(tally.n(), tally.missing(), List.of(counts[0], counts[1]), List.of());
    }

    @Override
    public Outcome estimate(Summary summary) {
        int n = summary.n();
        return new Outcome(
                n,
                List.of(
                        new NamedEstimate(
                                "estimate", Proportion.wilson(summary.count(0), n, level)),
                        NamedEstimate.count("count", summary.count(0), n)),
                List.of());
    }

    @Override
    public Shape shape() {
        return new Shape.OneShare();
    }
}
