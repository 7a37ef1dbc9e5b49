package eyebright.analysis;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import eyebright.stats.TestResult;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import eyebright.stats.table.McNemarTest;
import eyebright.stats.table.Proportion;
import eyebright.study.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The share naming each option, or giving each point. Its summary is one count for each option or point,
/// in the order of the questionnaire; where options are compared, then how many named both of each pair:
/// of the second option with the first, of the third with the first and the second, and so on.
///
/// Options are compared where respondents name several and the claim has a rule: that some are named mainly is
/// that each of them is named more often than every other, so that each is compared with every other by McNemar's
/// mid-p. A rule in words names none: the two named most are taken, of equal counts the earlier ones.
///
/// @param expects the claim's rule
record SharesOf(
        Base base, String variable, Shape shape, Optional<Expectation> expects, double level)
        implements CompiledAnalysis {

    /// How many options a claim of what is named mainly is about.
    private static final int MAIN = 2;

    @Override
    public Summary summarise(Frame frame) {
        Column column = frame.column(variable);
        Counted tally = base.in(frame).known(column.answered());
        BitSet counted = tally.rows();
        var counts =
                new ArrayList<Integer>(Arrays.stream(counts(column, counted)).boxed().toList());
        if (column instanceof Column.Sets sets && isCompared()) {
            counts.addAll(both(sets, counted));
        }
        return new Summary(tally.n(), tally.missing(), counts, List.of());
    }

    private boolean isCompared() {
        return expects.isPresent()
                && shape instanceof Shape.EachOption(_, Shape.Answers answers)
                && answers == Shape.Answers.SEVERAL;
    }

    /// How many named both of each pair of options.
    private static List<Integer> both(Column.Sets sets, BitSet counted) {
        List<BitSet> naming =
                IntStream.range(0, sets.options().size())
                        .mapToObj(
                                option -> {
                                    BitSet own = sets.naming(option);
                                    own.and(counted);
                                    return own;
                                })
                        .toList();
        var both = new ArrayList<Integer>();
        for (int one = 1; one < naming.size(); one++) {
            for (int other = 0; other < one; other++) {
                var pair = (BitSet) naming.get(one).clone();
                pair.and(naming.get(other));
                both.add(pair.cardinality());
            }
        }
        return both;
    }

    private int[] counts(Column column, BitSet counted) {
        int[] counts = new int[names().size()];
        switch (column) {
            case Column.Choices choices ->
                    counted.stream().forEach(row -> counts[choices.index(row)]++);
            case Column.Sets sets -> {
                for (int option = 0; option < counts.length; option++) {
                    BitSet naming = sets.naming(option);
                    naming.and(counted);
                    counts[option] = naming.cardinality();
                }
            }
            case Column.Numbers numbers when shape instanceof Shape.EachPoint(Points points) ->
                    counted.stream()
                            .forEach(row -> counts[(int) numbers.value(row) - points.from()]++);
            case Column.Numbers _, Column.Words _ ->
                    throw new IllegalArgumentException(
                            "column %s has no options".formatted(variable));
        }
        return counts;
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        var estimates = new ArrayList<NamedEstimate>();
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            estimates.add(
                    new NamedEstimate(
                            "share[" + names.get(i) + "]",
                            Proportion.wilson(summary.count(i), summary.n(), level)));
        }
        if (shape instanceof Shape.EachPoint(Points points)) {
            estimates.add(new NamedEstimate("mean", Mean.of(moments(summary, points), level)));
        }
        return new Outcome(
                summary.n(),
                estimates,
                isCompared() && summary.n() > 0 ? mainly(summary, names) : List.of());
    }

    /// Each of the options that the rule names against each that it does not; of a rule in words, those named most.
    private List<TestResult> mainly(Summary summary, List<String> names) {
        List<Integer> most =
                expects.isPresent()
                                && expects.get() instanceof Expectation.Mainly(List<String> named)
                        ? IntStream.range(0, names.size())
                                .filter(i -> named.contains(names.get(i)))
                                .boxed()
                                .toList()
                        : namedMost(summary, names);
        var tests = new ArrayList<TestResult>();
        for (int main : most) {
            for (int other = 0; other < names.size(); other++) {
                if (!most.contains(other)) {
                    int both = both(summary, names.size(), main, other);
                    tests.add(
                            Outcome.named(
                                    "mcnemar[" + names.get(main) + "," + names.get(other) + "]",
                                    McNemarTest.of(
                                                    summary.count(main) - both,
                                                    summary.count(other) - both)
                                            .midP()));
                }
            }
        }
        return tests;
    }

    private static List<Integer> namedMost(Summary summary, List<String> names) {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(summary::count, Comparator.reverseOrder()))
                .limit(MAIN)
                .sorted()
                .toList();
    }

    /// How many named both, from the summary.
    private static int both(Summary summary, int options, int one, int other) {
        int later = Math.max(one, other);
        return summary.count(options + later * (later - 1) / 2 + Math.min(one, other));
    }

    /// The moments that follow from the counts of the points.
    private static Moments moments(Summary summary, Points points) {
        Moments moments = Moments.NONE;
        for (int i = 0; i < points.size(); i++) {
            if (summary.count(i) > 0) {
                moments = moments.merge(new Moments(summary.count(i), points.from() + i, 0));
            }
        }
        return moments;
    }

    private List<String> names() {
        return switch (shape) {
            case Shape.EachOption(List<Label> options, _) ->
                    options.stream().map(Label::code).toList();
            case Shape.EachPoint(Points points) ->
                    IntStream.rangeClosed(points.from(), points.to())
                            .mapToObj(Integer::toString)
                            .toList();
            case Shape.OneShare _,
                    Shape.TwoSettings _,
                    Shape.GroupShares _,
                    Shape.GroupMeans _,
                    Shape.Table _,
                    Shape.TwoShares _,
                    Shape.Correlation _,
                    Shape.Coefficients _,
                    Shape.Block _,
                    Shape.TwoCounts _,
                    Shape.Reliability _,
                    Shape.OneMean _,
                    Shape.Unanalysed _ ->
                    throw new IllegalStateException("no shares of " + shape.kind());
        };
    }
}
