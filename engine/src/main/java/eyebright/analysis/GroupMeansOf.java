package eyebright.analysis;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.frame.Frame;
import eyebright.frame.Levels;
import eyebright.plan.Expectation;
import eyebright.plan.Groups;
import eyebright.stats.Estimate;
import eyebright.stats.TestResult;
import eyebright.stats.bayes.JzsTTest;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.mean.Anova;
import eyebright.stats.mean.EtaSquared;
import eyebright.stats.mean.GamesHowell;
import eyebright.stats.mean.GroupDifference;
import eyebright.stats.mean.HedgesG;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import eyebright.stats.mean.StudentTTest;
import eyebright.stats.mean.WelchAnova;
import eyebright.stats.mean.WelchTTest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The mean of a number in each group. Its summary is the moments of each group, in the order of the
/// plan.
///
/// Two groups are compared by Welch's t, with Student's and Hedges' g beside; a rule of points adds the
/// test that decides it, which then stands first. Three or more are compared by Welch's analysis of
/// variance, then each pair by Games and Howell, whose intervals and p already hold together. Eta squared
/// describes the groups as they are; omega squared is that of Welch's F. A claim that there is no difference,
/// or none that matters, has the Bayes factor of a difference against none: a Cauchy prior of scale 0.707
/// over the standardized difference.
///
/// @param expects the claim's rule
/// @param alpha what may pass by chance in the one-sided tests
record GroupMeansOf(
        Base base,
        Expression of,
        Groups groups,
        Shape.Scaling scaling,
        Optional<Expectation> expects,
        double level,
        double alpha)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Amounts amounts = of.amounts(frame);
        Levels rows = groups.in(frame);
        Counted counted =
                base.in(frame).known(rows.answered()).among(rows.known()).known(amounts.known());
        var moments = new ArrayList<Moments>(groups.size());
        for (int group = 0; group < groups.size(); group++) {
            BitSet here = rows.having(group);
            here.and(counted.rows());
            moments.add(Moments.of(amounts.values(here.stream().toArray())));
        }
        return new Summary(counted.n(), counted.missing(), List.of(), moments);
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        var estimates = new ArrayList<NamedEstimate>();
        List<Moments> moments = summary.moments();
        for (int group = 0; group < groups.size(); group++) {
            Moments own = moments.get(group);
            int number = group + 1;
            estimates.add(new NamedEstimate("mean" + number, Mean.of(own, level)));
            estimates.add(new NamedEstimate("sd" + number, sd(own)));
            estimates.add(NamedEstimate.count("n" + number, own.n(), summary.n()));
        }
        return switch (groups.size()) {
            case 0, 1 -> new Outcome(summary.n(), estimates, List.of());
            case 2 -> two(summary.n(), moments.get(0), moments.get(1), estimates, depth);
            default -> several(summary.n(), moments, estimates);
        };
    }

    private Outcome two(
            int n, Moments first, Moments second, List<NamedEstimate> estimates, Depth depth) {
        WelchTTest welch = WelchTTest.of(first, second, level);
        var rule =
                DifferenceRule.of(
                        expects, Effect.means(first, second), DifferenceRule.Point.UNIT, alpha);
        var tests = new ArrayList<>(rule.tests());
        estimates.add(new NamedEstimate("difference", welch.difference()));
        estimates.addAll(rule.estimates());
        if (depth == Depth.VERDICT) {
            welch.test().ifPresent(test -> tests.add(Outcome.named("welch_t", test)));
            return new Outcome(n, estimates, tests);
        }
        estimates.add(new NamedEstimate("g", HedgesG.between(first, second, level)));
        welch.test().ifPresent(test -> tests.add(Outcome.named("welch_t", test)));
        Optional<TestResult> student = StudentTTest.of(first, second, level).test();
        student.ifPresent(test -> tests.add(Outcome.named("student_t", test)));
        return new Outcome(n, estimates, tests, evidence(student, first, second));
    }

    private OptionalDouble evidence(Optional<TestResult> student, Moments first, Moments second) {
        OptionalDouble t = student.map(TestResult::statistic).orElse(OptionalDouble.empty());
        return DifferenceRule.isOfNothing(expects) && t.isPresent()
                ? DifferenceRule.evidence(
                        JzsTTest.twoSamples(
                                t.getAsDouble(), first.n(), second.n(), JzsTTest.MEDIUM))
                : OptionalDouble.empty();
    }

    private Outcome several(int n, List<Moments> moments, List<NamedEstimate> estimates) {
        var tests = new ArrayList<TestResult>();
        WelchAnova welch = WelchAnova.of(moments, level);
        estimates.add(new NamedEstimate("eta2", EtaSquared.of(Anova.of(moments), level)));
        estimates.add(new NamedEstimate("omega2", welch.omegaSquared()));
        welch.test().ifPresent(test -> tests.add(Outcome.named("welch_f", test)));
        for (GroupDifference pair : GamesHowell.of(moments, level)) {
            String codes =
                    "[%s,%s]"
                            .formatted(
                                    groups.labels().get(pair.first()).code(),
                                    groups.labels().get(pair.second()).code());
            estimates.add(new NamedEstimate("difference" + codes, pair.difference()));
            pair.test().ifPresent(test -> tests.add(Outcome.named("games_howell" + codes, test)));
        }
        return new Outcome(n, estimates, tests);
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
