package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import eyebright.plan.Expectation;
import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.TestResult;
import eyebright.stats.bayes.CorrelationBayesFactor;
import eyebright.stats.correlation.KendallTau;
import eyebright.stats.correlation.PairCounts;
import eyebright.stats.correlation.PearsonCorrelation;
import eyebright.stats.correlation.SpearmanCorrelation;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How two numbers go together. Its summary is the rows.
///
/// A claim that Pearson's correlation is too small to matter is decided by `tost`, one that it is inside two
/// bounds by `inside`, twice that: the larger p of two one-sided tests, which then stands first. `r_equivalence`
/// is the correlation with the interval of 90 % that goes with `tost`; with `inside` goes that of the plan. The claim that it is too small has the Bayes factor
/// of a correlation against none, every correlation as likely as any other.
///
/// @param numbers the two
/// @param expects the claim's rule
/// @param level coverage of the interval: where a family is covered together, that of one of its claims
/// @param alpha what may pass by chance in the one-sided tests
record CorrelationOf(
        Base base,
        Analysis.Correlation correlation,
        ModelVariables numbers,
        Shape.Correlation shape,
        Optional<Expectation> expects,
        double level,
        double alpha)
        implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        return numbers.summarise(base, frame);
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        double[] x = summary.cases().kept(0);
        double[] y = summary.cases().kept(1);
        return switch (correlation) {
            case PEARSON -> {
                PearsonCorrelation pearson = PearsonCorrelation.of(x, y, level);
                yield withMargin(summary.n(), pearson, depth);
            }
            case SPEARMAN -> {
                SpearmanCorrelation spearman = SpearmanCorrelation.of(PairCounts.of(x, y), level);
                yield outcome(summary.n(), spearman.rho(), "rho_t", spearman.test());
            }
            case KENDALL -> {
                KendallTau kendall = KendallTau.of(PairCounts.of(x, y), level);
                yield outcome(summary.n(), kendall.tau(), "tau_z", kendall.test());
            }
        };
    }

    private Outcome withMargin(int n, PearsonCorrelation pearson, Depth depth) {
        Outcome plain = outcome(n, pearson.r(), "r_t", pearson.test());
        Optional<Margin> margin = expects.flatMap(CorrelationOf::margin);
        if (margin.isEmpty()
                || pearson.error().isEmpty()
                || !(pearson.r() instanceof Known(double r, _, _))) {
            return plain;
        }
        boolean isOfNothing = DifferenceRule.isOfNothing(expects);
        EquivalenceTest equivalence =
                EquivalenceTest.of(
                        Effect.correlation(r, pearson.error().get(), n), margin.get(), alpha);
        var estimates = new ArrayList<>(plain.estimates());
        if (isOfNothing) {
            estimates.add(new NamedEstimate("r_equivalence", equivalence.effect()));
        }
        var tests = new ArrayList<TestResult>();
        OptionalDouble p = equivalence.p();
        if (p.isPresent()) {
            tests.add(
                    isOfNothing
                            ? TestResult.exact("tost", p.getAsDouble())
                            : TestResult.exact("inside", Math.min(1, 2 * p.getAsDouble())));
        }
        tests.addAll(plain.tests());
        return new Outcome(
                n,
                estimates,
                tests,
                isOfNothing && depth == Depth.FULL
                        ? DifferenceRule.evidence(
                                CorrelationBayesFactor.of(r, n, CorrelationBayesFactor.UNIFORM))
                        : OptionalDouble.empty());
    }

    /// The bounds of a rule, if it has two that a correlation can be held against: none is beyond 1.
    private static Optional<Margin> margin(Expectation rule) {
        Optional<Margin> margin =
                switch (rule) {
                    case Expectation.Within(BigDecimal value, _) ->
                            Optional.of(Margin.around0(value.doubleValue()));
                    case Expectation.Inside(BigDecimal low, BigDecimal high, _) ->
                            Optional.of(new Margin(low.doubleValue(), high.doubleValue()));
                    case Expectation.Above _,
                            Expectation.Below _,
                            Expectation.MoreBy _,
                            Expectation.NotMoreBy _,
                            Expectation.Mainly _,
                            Expectation.Differ _,
                            Expectation.Adds _,
                            Expectation.Crosses _,
                            Expectation.InWords _ ->
                            Optional.empty();
                };
        return margin.filter(each -> each.low() > -1 && each.high() < 1);
    }

    private Outcome outcome(int n, Estimate estimate, String name, Optional<TestResult> test) {
        return new Outcome(
                n,
                List.of(new NamedEstimate(shape.estimate(), estimate)),
                test.stream().map(each -> Outcome.named(name, each)).toList());
    }
}
