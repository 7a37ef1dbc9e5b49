package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
import eyebright.expression.Truths;
import eyebright.frame.Frame;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.table.McNemarTest;
import eyebright.stats.table.PairedProportionDifference;
import eyebright.stats.table.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The shares for whom two conditions are true, of the same respondents. Its summary is four counts: for
/// whom both are true, only the first, only the second, neither.
///
/// @param expects the claim's rule
record PairedOf(
        Base base,
        Expression first,
        Expression second,
        Shape.TwoShares shape,
        Optional<Expectation> expects,
        double level)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Truths one = first.truths(frame);
        Truths two = second.truths(frame);
        int[] counts = new int[4];
        Base.Tally tally =
                base.over(
                        frame,
                        row -> {
                            Truth a = one.truth(row);
                            Truth b = two.truth(row);
                            if (a == Truth.UNKNOWN || b == Truth.UNKNOWN) {
                                return Base.Seen.UNKNOWN;
                            }
                            counts[(a == Truth.TRUE ? 0 : 2) + (b == Truth.TRUE ? 0 : 1)]++;
                            return Base.Seen.COUNTED;
                        });
        return new Summary(
                tally.n(), tally.missing(), Arrays.stream(counts).boxed().toList(), List.of());
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
                        DifferenceRule.Point.PERCENT);
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
