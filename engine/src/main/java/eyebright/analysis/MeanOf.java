package eyebright.analysis;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.frame.Frame;
import eyebright.stats.mean.Moments;
import eyebright.stats.mean.SkewedMean;
import eyebright.stats.rank.Median;
import java.util.List;

/// The mean and the median of a number. Its summary is the moments of everybody, and the numbers, which
/// the median needs: a few very large ones move a mean and not a median. So does the interval of the mean, which holds
/// for skewed numbers too.
record MeanOf(Base base, Expression of, Shape.Scaling scaling, double level)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Amounts amounts = of.amounts(frame);
        Counted counted = base.in(frame).known(amounts.known());
        double[] values = amounts.values(counted.places());
        return new Summary(
                values.length,
                counted.missing(),
                List.of(),
                List.of(Moments.of(values)),
                Cases.of(List.of(values)));
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        Moments moments = summary.moments().getFirst();
        return new Outcome(
                summary.n(),
                List.of(
                        new NamedEstimate(
                                "mean", SkewedMean.of(summary.cases().kept(0), moments, level)),
                        new NamedEstimate("sd", GroupMeansOf.sd(moments)),
                        NamedEstimate.count("n", moments.n(), summary.n()),
                        new NamedEstimate("median", Median.of(summary.cases().kept(0), level))),
                List.of());
    }

    @Override
    public Shape shape() {
        return new Shape.OneMean(scaling);
    }
}
