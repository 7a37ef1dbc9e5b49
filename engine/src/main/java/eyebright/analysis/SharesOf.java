package eyebright.analysis;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import eyebright.stats.table.Proportion;
import eyebright.study.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The share naming each option, or giving each point. Its summary is one count for each option or point,
/// in the order of the questionnaire.
record SharesOf(Base base, String variable, Shape shape, double level) implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Column column = frame.column(variable);
        var counted = new BitSet(frame.size());
        Base.Tally tally =
                base.over(
                        frame,
                        row -> {
                            if (!column.isAnswered(row)) {
                                return Base.Seen.UNKNOWN;
                            }
                            counted.set(row);
                            return Base.Seen.COUNTED;
                        });
        List<Integer> counts = Arrays.stream(counts(column, counted)).boxed().toList();
        return new Summary(tally.n(), tally.missing(), counts, List.of());
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
    public Outcome estimate(Summary summary) {
        var estimates = new ArrayList<NamedEstimate>();
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            estimates.add(
                    new NamedEstimate(
                            "share[%s]".formatted(names.get(i)),
                            Proportion.wilson(summary.count(i), summary.n(), level)));
        }
        if (shape instanceof Shape.EachPoint(Points points)) {
            estimates.add(new NamedEstimate("mean", Mean.of(moments(summary, points), level)));
        }
        return new Outcome(summary.n(), estimates, List.of());
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
                    java.util.stream.IntStream.rangeClosed(points.from(), points.to())
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
