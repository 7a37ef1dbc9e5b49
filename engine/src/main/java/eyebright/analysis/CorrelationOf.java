package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.TestResult;
import eyebright.stats.correlation.CoMoments;
import eyebright.stats.correlation.KendallTau;
import eyebright.stats.correlation.PairCounts;
import eyebright.stats.correlation.PearsonCorrelation;
import eyebright.stats.correlation.SpearmanCorrelation;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How two numbers go together. Its summary is the rows.
///
/// @param numbers the two
/// @param margin the largest correlation that is too small to matter; absent where none is declared
/// @param level coverage of the interval: where a family is covered together, that of one of its claims
record CorrelationOf(
        Base base,
        Analysis.Correlation correlation,
        ModelVariables numbers,
        Shape.Correlation shape,
        Optional<Double> margin,
        double level)
        implements CompiledAnalysis {

    /// What may pass by chance, of the tests that a correlation is too small to matter.
    private static final double ALPHA = 0.05;

    @Override
    public Summary summarise(Frame frame) {
        return numbers.summarise(base, frame);
    }

    @Override
    public Outcome estimate(Summary summary) {
        double[] x = summary.cases().column(0);
        double[] y = summary.cases().column(1);
        return switch (correlation) {
            case PEARSON -> {
                PearsonCorrelation pearson = PearsonCorrelation.of(CoMoments.of(x, y), level);
                yield withMargin(summary.n(), pearson);
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

    private Outcome withMargin(int n, PearsonCorrelation pearson) {
        Outcome plain = outcome(n, pearson.r(), "r_t", pearson.test());
        if (margin.isEmpty() || !(pearson.r() instanceof Known(double r, _, _))) {
            return plain;
        }
        EquivalenceTest equivalence =
                EquivalenceTest.of(
                        Effect.correlation(r, n), Margin.around0(margin.get()), ALPHA);
        var estimates = new ArrayList<>(plain.estimates());
        estimates.add(new NamedEstimate("r_equivalence", equivalence.effect()));
        var tests = new ArrayList<TestResult>();
        OptionalDouble p = equivalence.p();
        if (p.isPresent()) {
            tests.add(TestResult.exact("tost", p.getAsDouble()));
        }
        tests.addAll(plain.tests());
        return new Outcome(n, estimates, tests);
    }

    private Outcome outcome(int n, Estimate estimate, String name, Optional<TestResult> test) {
        return new Outcome(
                n,
                List.of(new NamedEstimate(shape.estimate(), estimate)),
                test.stream().map(each -> Outcome.named(name, each)).toList());
    }
}
