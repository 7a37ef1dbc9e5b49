package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
import eyebright.expression.Truths;
import eyebright.frame.Frame;
import eyebright.stats.TestResult;
import eyebright.stats.table.McNemarTest;
import eyebright.stats.table.PairedProportionDifference;
import eyebright.stats.table.Proportion;
import java.util.Arrays;
import java.util.List;

/// The shares for whom two conditions are true, of the same respondents. Its summary is four counts: for
/// whom both are true, only the first, only the second, neither.
record PairedOf(
        Base base, Expression first, Expression second, Shape.TwoShares shape, double level)
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
                tally.n(),
                tally.missing(),
                Arrays.stream(counts).boxed().toList(),
                List.of());
    }

    @Override
    public Outcome estimate(Summary summary) {
        int n = summary.n();
        int both = summary.count(0);
        int onlyFirst = summary.count(1);
        int onlySecond = summary.count(2);
        List<TestResult> tests =
                n == 0
                        ? List.of()
                        : List.of(
                                Outcome.named(
                                        "mcnemar_midp",
                                        McNemarTest.of(onlyFirst, onlySecond).midP()));
        return new Outcome(
                n,
                List.of(
                        new NamedEstimate(
                                "share1", Proportion.wilson(both + onlyFirst, n, level)),
                        new NamedEstimate(
                                "share2", Proportion.wilson(both + onlySecond, n, level)),
                        new NamedEstimate(
                                "difference",
                                PairedProportionDifference.of(
                                        both, onlyFirst, onlySecond, summary.count(3), level))),
                tests);
    }
}
