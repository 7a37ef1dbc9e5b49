package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truths;
import eyebright.frame.Frame;
import eyebright.frame.Levels;
import eyebright.plan.Expectation;
import eyebright.plan.Groups;
import eyebright.stats.bayes.ContingencyBayesFactor;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.table.ChiSquaredTest;
import eyebright.stats.table.ContingencyTable;
import eyebright.stats.table.CramersV;
import eyebright.stats.table.FisherTest;
import eyebright.stats.table.OddsRatio;
import eyebright.stats.table.Proportion;
import eyebright.stats.table.ProportionDifference;
import eyebright.stats.table.RiskRatio;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// The share for whom a condition is true, in each group. Its summary is two counts for each group: for
/// whom it is true, and for whom it is false.
///
/// Two groups are compared by Fisher's exact test, which holds its level however small a group or a share
/// is, and here both can be: a claim's first rehearsals have a dozen respondents. The price is power, as
/// it errs on the safe side; a chi-squared test would reject a little more often. A rule of points adds the
/// test that decides it, which then stands first. Three or more groups are compared by Pearson's
/// chi-squared, with Cramér's V. A claim that there is no difference, or none that matters, has the Bayes
/// factor of a difference against none: each group's share anything from 0 to 1, as likely as any other.
///
/// @param expects the claim's rule
/// @param alpha what may pass by chance in the one-sided tests
record GroupSharesOf(
        Base base,
        Expression condition,
        Groups groups,
        Optional<Expectation> expects,
        double level,
        double alpha)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Truths truths = frame.truths(condition);
        Levels rows = groups.in(frame);
        Counted counted =
                base.in(frame).known(rows.answered()).among(rows.known()).known(truths.known());
        BitSet holding = truths.holding();
        var counts = new ArrayList<Integer>(2 * groups.size());
        for (int group = 0; group < groups.size(); group++) {
            BitSet here = rows.having(group);
            here.and(counted.rows());
            int n = here.cardinality();
            here.and(holding);
            int yes = here.cardinality();
            counts.add(yes);
            counts.add(n - yes);
        }
        return new Summary(counted.n(), counted.missing(), counts, List.of());
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        var estimates = new ArrayList<NamedEstimate>();
        for (int group = 0; group < groups.size(); group++) {
            String code = groups.labels().get(group).code();
            int yes = summary.count(2 * group);
            int n = size(summary, group);
            estimates.add(
                    new NamedEstimate("share[" + code + "]", Proportion.wilson(yes, n, level)));
            estimates.add(NamedEstimate.count("count[" + code + "]", yes, summary.n()));
            estimates.add(NamedEstimate.count("n[" + code + "]", n, summary.n()));
        }
        return switch (groups.size()) {
            case 0, 1 -> new Outcome(summary.n(), estimates, List.of());
            case 2 -> two(summary, estimates, depth);
            default -> several(summary, estimates);
        };
    }

    private Outcome two(Summary summary, List<NamedEstimate> estimates, Depth depth) {
        int x1 = summary.count(0);
        int n1 = size(summary, 0);
        int x2 = summary.count(2);
        int n2 = size(summary, 1);
        var rule =
                DifferenceRule.of(
                        expects,
                        Effect.shares(x1, n1, x2, n2),
                        DifferenceRule.Point.PERCENT,
                        alpha);
        var tests = new ArrayList<>(rule.tests());
        estimates.add(
                new NamedEstimate(
                        "difference", ProportionDifference.newcombe(x1, n1, x2, n2, level)));
        estimates.addAll(rule.estimates());
        estimates.add(new NamedEstimate("odds_ratio", OddsRatio.of(x1, n1, x2, n2, level)));
        estimates.add(new NamedEstimate("risk_ratio", RiskRatio.of(x1, n1, x2, n2, level)));
        ContingencyTable table = table(summary);
        if (table.whyNotTestable().isEmpty()) {
            tests.add(Outcome.named("fisher_p", FisherTest.test(table)));
        }
        return new Outcome(
                summary.n(),
                estimates,
                tests,
                depth == Depth.FULL && DifferenceRule.isOfNothing(expects)
                        ? DifferenceRule.evidence(ContingencyBayesFactor.of(table))
                        : OptionalDouble.empty());
    }

    private Outcome several(Summary summary, List<NamedEstimate> estimates) {
        ContingencyTable all = table(summary);
        ContingencyTable table = summary.n() == 0 ? all : all.withoutEmptyMargins();
        estimates.add(new NamedEstimate("V", CramersV.of(table, level)));
        return new Outcome(
                summary.n(),
                estimates,
                table.whyNotTestable().isEmpty()
                        ? List.of(Outcome.named("chi2", ChiSquaredTest.of(table)))
                        : List.of());
    }

    /// The groups as rows: true, false.
    private ContingencyTable table(Summary summary) {
        return new ContingencyTable(
                IntStream.range(0, groups.size())
                        .mapToObj(
                                group ->
                                        List.of(
                                                summary.count(2 * group),
                                                summary.count(2 * group + 1)))
                        .toList());
    }

    private static int size(Summary summary, int group) {
        return summary.count(2 * group) + summary.count(2 * group + 1);
    }

    @Override
    public Shape shape() {
        return new Shape.GroupShares(groups.labels());
    }
}
