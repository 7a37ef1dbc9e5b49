package eyebright.analysis;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.frame.Frame;
import eyebright.frame.Levels;
import eyebright.stats.Estimate;
import eyebright.stats.TestResult;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import eyebright.stats.mean.WelchTTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The mean of a number in each group. Its summary is the moments of each group, in the order of the
/// plan.
record GroupMeansOf(Base base, Expression of, Groups groups, Shape.Scaling scaling, double level)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Amounts amounts = of.amounts(frame);
        Levels rows = groups.in(frame);
        List<Gathered> gathered = Stream.generate(Gathered::new).limit(groups.size()).toList();
        Base.Tally tally =
                base.over(
                        frame,
                        row -> {
                            if (!rows.isAnswered(row)) {
                                return Base.Seen.UNKNOWN;
                            }
                            if (!rows.isKnown(row)) {
                                return Base.Seen.ANOTHER;
                            }
                            int group = rows.place(row);
                            if (!amounts.isKnown(row)) {
                                return Base.Seen.UNKNOWN;
                            }
                            gathered.get(group).add(amounts.value(row));
                            return Base.Seen.COUNTED;
                        });
        return new Summary(
                tally.n(),
                tally.missing(),
                List.of(),
                gathered.stream().map(Gathered::moments).toList());
    }

    @Override
    public Outcome estimate(Summary summary) {
        var estimates = new ArrayList<NamedEstimate>();
        var tests = new ArrayList<TestResult>();
        for (int group = 0; group < groups.size(); group++) {
            Moments moments = summary.moments().get(group);
            int number = group + 1;
            estimates.add(new NamedEstimate("mean" + number, Mean.of(moments, level)));
            estimates.add(new NamedEstimate("sd" + number, sd(moments)));
            estimates.add(NamedEstimate.count("n" + number, moments.n(), summary.n()));
        }
        if (groups.size() == 2) {
            WelchTTest welch =
                    WelchTTest.of(summary.moments().get(0), summary.moments().get(1), level);
            estimates.add(new NamedEstimate("difference", welch.difference()));
            welch.test().ifPresent(test -> tests.add(Outcome.named("welch_t", test)));
        }
        return new Outcome(summary.n(), estimates, tests);
    }

    /// The standard deviation, which has no interval here.
    static Estimate sd(Moments moments) {
        if (moments.n() < 2) {
            return new Estimate.NotEstimable("fewer than 2 answers");
        }
        return Double.isFinite(moments.sd())
                ? Estimate.Known.bare(moments.sd(), moments.n())
                : new Estimate.NotEstimable("the answers are too far apart to compute with");
    }

    @Override
    public Shape shape() {
        return new Shape.GroupMeans(groups.labels(), scaling);
    }
}
