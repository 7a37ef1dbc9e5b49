package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truths;
import eyebright.frame.Frame;
import eyebright.plan.Expectation;
import eyebright.stats.table.Proportion;
import java.util.List;
import java.util.Optional;

/// The share for whom a condition is true. Its summary is two counts: for whom it is true, and for whom
/// it is false.
///
/// A rule is decided by exact tests against its bounds, [ShareTests]. The interval is Wilson's, which is closer to
/// its level than the exact one.
///
/// @param expects the claim's rule
record ShareOf(Base base, Expression condition, Optional<Expectation> expects, double level)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Truths truths = frame.truths(condition);
        Counted counted = base.in(frame).known(truths.known());
        int holding = counted.count(truths.holding());
        return new Summary(
                counted.n(), counted.missing(), List.of(holding, counted.n() - holding), List.of());
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        int n = summary.n();
        return new Outcome(
                n,
                List.of(
                        new NamedEstimate(
                                "estimate", Proportion.wilson(summary.count(0), n, level)),
                        NamedEstimate.count("count", summary.count(0), n)),
                n == 0
                        ? List.of()
                        : expects.flatMap(rule -> ShareTests.of(rule, summary.count(0), n)).stream()
                                .toList());
    }

    @Override
    public Shape shape() {
        return new Shape.OneShare();
    }
}
