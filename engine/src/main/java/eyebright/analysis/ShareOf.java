package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truths;
import eyebright.frame.Frame;
import eyebright.plan.Expectation;
import eyebright.stats.TestResult;
import eyebright.stats.table.OneSidedBinomialTest;
import eyebright.stats.table.Proportion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The share for whom a condition is true. Its summary is two counts: for whom it is true, and for whom
/// it is false.
///
/// A rule is decided by exact one-sided tests against its bounds: of `inside` by the larger p of the two.
/// The interval is Wilson's, which is closer to its level than the exact one.
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
                        : expects.flatMap(rule -> test(rule, summary.count(0), n)).stream()
                                .toList());
    }

    private static Optional<TestResult> test(Expectation rule, int successes, int n) {
        return switch (rule) {
            case Expectation.Above(BigDecimal bound, _) ->
                    Optional.of(named(OneSidedBinomialTest.above(successes, n, share(bound))));
            case Expectation.Below(BigDecimal bound, _) ->
                    Optional.of(named(OneSidedBinomialTest.below(successes, n, share(bound))));
            case Expectation.Inside(BigDecimal low, BigDecimal high, _) -> {
                TestResult above = OneSidedBinomialTest.above(successes, n, share(low));
                TestResult below = OneSidedBinomialTest.below(successes, n, share(high));
                yield Optional.of(named(above.p() >= below.p() ? above : below));
            }
            case Expectation.MoreBy _,
                    Expectation.NotMoreBy _,
                    Expectation.Within _,
                    Expectation.InWords _ ->
                    Optional.empty();
        };
    }

    private static TestResult named(TestResult test) {
        return Outcome.named("exact_p", test);
    }

    private static double share(BigDecimal percent) {
        return percent.movePointLeft(2).doubleValue();
    }

    @Override
    public Shape shape() {
        return new Shape.OneShare();
    }
}
