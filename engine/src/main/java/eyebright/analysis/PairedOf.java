package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truths;
import eyebright.frame.Frame;
import eyebright.plan.Expectation;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.table.McNemarTest;
import eyebright.stats.table.PairedProportionDifference;
import eyebright.stats.table.Proportion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The shares for whom two conditions are true, of the same respondents. Its summary is four counts: for
/// whom both are true, only the first, only the second, neither.
///
/// @param expects the claim's rule
/// @param alpha what may pass by chance in the one-sided tests
record PairedOf(
        Base base,
        Expression first,
        Expression second,
        Shape.TwoShares shape,
        Optional<Expectation> expects,
        double level,
        double alpha)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Truths one = frame.truths(this.first);
        Truths two = frame.truths(this.second);
        Counted counted = base.in(frame).known(one.known()).known(two.known());
        BitSet first = one.holding();
        int inFirst = counted.count(first);
        int inSecond = counted.count(two.holding());
        first.and(two.holding());
        int both = counted.count(first);
        return new Summary(
                counted.n(),
                counted.missing(),
                List.of(
                        both,
                        inFirst - both,
                        inSecond - both,
                        counted.n() - inFirst - inSecond + both),
                List.of());
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        int n = summary.n();
        int both = summary.count(0);
        int onlyFirst = summary.count(1);
        int onlySecond = summary.count(2);
        int neither = summary.count(3);
        var rule =
                DifferenceRule.of(
                        expects,
                        Effect.pairedShares(both, onlyFirst, onlySecond, neither),
                        DifferenceRule.Point.PERCENT,
                        alpha);
        var tests = new ArrayList<>(rule.tests());
        if (n > 0) {
            tests.add(Outcome.named("mcnemar_midp", McNemarTest.of(onlyFirst, onlySecond).midP()));
        }
        var estimates =
                new ArrayList<>(
                        List.of(
                                new NamedEstimate(
                                        "share1", Proportion.wilson(both + onlyFirst, n, level)),
                                new NamedEstimate(
                                        "share2", Proportion.wilson(both + onlySecond, n, level)),
                                new NamedEstimate(
                                        "difference",
                                        PairedProportionDifference.of(
                                                both, onlyFirst, onlySecond, neither, level))));
        estimates.addAll(rule.estimates());
        return new Outcome(n, estimates, tests);
    }
}
