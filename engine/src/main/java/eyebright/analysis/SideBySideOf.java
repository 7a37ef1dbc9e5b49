package eyebright.analysis;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.plan.Label;
import eyebright.stats.TestResult;
import eyebright.stats.table.McNemarTest;
import eyebright.stats.table.PairedProportionDifference;
import eyebright.stats.table.Proportion;
import eyebright.study.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The same options in two questions, of the respondents who answered both. Its summary is three counts
/// for each option: named in both, in the first only, in the second only.
record SideBySideOf(Base base, Shape.TwoSettings shape, double level) implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Column.Sets first = sets(frame, shape.first().code());
        Column.Sets second = sets(frame, shape.second().code());
        int[] inFirst = places(first);
        int[] inSecond = places(second);
        Counted tally = base.in(frame).known(first.answered()).known(second.answered());
        BitSet counted = tally.rows();
        var counts = new ArrayList<Integer>();
        for (int i = 0; i < inFirst.length; i++) {
            BitSet one = first.naming(inFirst[i]);
            BitSet two = second.naming(inSecond[i]);
            one.and(counted);
            two.and(counted);
            int inOne = one.cardinality();
            one.and(two);
            int both = one.cardinality();
            counts.addAll(List.of(both, inOne - both, two.cardinality() - both));
        }
        return new Summary(tally.n(), tally.missing(), counts, List.of());
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        var estimates = new ArrayList<NamedEstimate>();
        var tests = new ArrayList<TestResult>();
        int n = summary.n();
        for (int i = 0; i < shape.options().size(); i++) {
            String code = shape.options().get(i).code();
            int both = summary.count(3 * i);
            int onlyFirst = summary.count(3 * i + 1);
            int onlySecond = summary.count(3 * i + 2);
            estimates.add(share(shape.first(), code, both + onlyFirst, n));
            estimates.add(share(shape.second(), code, both + onlySecond, n));
            estimates.add(
                    new NamedEstimate(
                            "difference[" + code + "]",
                            PairedProportionDifference.of(
                                    both,
                                    onlyFirst,
                                    onlySecond,
                                    n - both - onlyFirst - onlySecond,
                                    level)));
            if (n > 0) {
                tests.add(
                        Outcome.named(
                                "mcnemar_midp[" + code + "]",
                                McNemarTest.of(onlyFirst, onlySecond).midP()));
            }
        }
        return new Outcome(n, estimates, tests);
    }

    private NamedEstimate share(Label setting, String code, int count, int n) {
        return new NamedEstimate(
                "share[" + setting.code() + "," + code + "]", Proportion.wilson(count, n, level));
    }

    /// Where each option of the shape stands in that column.
    private int[] places(Column.Sets sets) {
        List<String> codes = sets.options().stream().map(Option::code).toList();
        return shape.options().stream().mapToInt(option -> codes.indexOf(option.code())).toArray();
    }

    private static Column.Sets sets(Frame frame, String name) {
        if (frame.column(name) instanceof Column.Sets sets) {
            return sets;
        }
        throw new IllegalArgumentException("column %s must hold several options".formatted(name));
    }
}
