package eyebright.analysis;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.frame.Frame;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import eyebright.stats.rank.Median;
import java.util.List;

/// The mean and the median of a number. Its summary is the moments of everybody, and the numbers, which
/// the median needs: a few very large ones move a mean and not a median.
record MeanOf(Base base, Expression of, Shape.Scaling scaling, double level)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Amounts amounts = of.amounts(frame);
        var gathered = new Gathered();
        Base.Tally tally =
                base.over(
                        frame,
                        row -> {
                            if (!amounts.isKnown(row)) {
                                return Base.Seen.UNKNOWN;
                            }
                            gathered.add(amounts.value(row));
                            return Base.Seen.COUNTED;
                        });
        return new Summary(
                tally.n(),
                tally.missing(),
                List.of(),
                List.of(gathered.moments()),
                Cases.of(List.of(gathered.values())));
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        Moments moments = summary.moments().getFirst();
        return new Outcome(
                summary.n(),
                List.of(
                        new NamedEstimate("mean", Mean.of(moments, level)),
                        new NamedEstimate("sd", GroupMeansOf.sd(moments)),
                        NamedEstimate.count("n", moments.n(), summary.n()),
                        new NamedEstimate("median", Median.of(summary.cases().column(0), level))),
                List.of());
    }

    @Override
    public Shape shape() {
        return new Shape.OneMean(scaling);
    }
}
