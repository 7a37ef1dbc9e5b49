package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.frame.Frame;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import java.util.List;
import java.util.OptionalDouble;

/// The mean of a number. Its summary is the moments of everybody.
record MeanOf(Base base, Expression of, Shape.Scaling scaling, double level)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Numbers numbers = Numbers.of(of, frame);
        var gathered = new Numbers.Gathered();
        Base.Tally tally =
                base.over(
                        frame,
                        row -> {
                            OptionalDouble number = numbers.number(row);
                            number.ifPresent(gathered::add);
                            return number.isPresent() ? Base.Seen.COUNTED : Base.Seen.UNKNOWN;
                        });
        return new Summary(tally.n(), tally.missing(), List.of(), List.of(gathered.moments()));
    }

    @Override
    public Outcome estimate(Summary summary) {
        Moments moments = summary.moments().getFirst();
        return new Outcome(
                summary.n(),
                List.of(
                        new NamedEstimate("mean", Mean.of(moments, level)),
                        new NamedEstimate("sd", GroupMeansOf.sd(moments)),
                        NamedEstimate.count("n", moments.n(), summary.n())),
                List.of());
    }

    @Override
    public Shape shape() {
        return new Shape.OneMean(scaling);
    }
}
