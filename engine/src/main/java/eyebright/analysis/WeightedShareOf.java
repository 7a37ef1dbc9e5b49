package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Fitting;
import eyebright.stats.weighting.Margin;
import eyebright.stats.weighting.Raking;
import eyebright.stats.weighting.WeightedMean;
import eyebright.stats.weighting.WeightedProportion;
import eyebright.stats.weighting.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The share for whom a condition is true, the respondents raked to shares that are known of everybody. Its
/// summary is the rows: whether the condition is true, and whether that of each target is.
record WeightedShareOf(
        Base base, ModelVariables variables, List<Analysis.Target> targets, double level)
        implements CompiledAnalysis {

    WeightedShareOf {
        targets = List.copyOf(targets);
    }

    @Override
    public Summary summarise(Frame frame) {
        return variables.summarise(base, frame);
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        int n = summary.n();
        if (n == 0) {
            return none(0, "nobody answered");
        }
        var margins = new ArrayList<Margin>();
        for (int i = 0; i < targets.size(); i++) {
            double share = targets.get(i).share();
            margins.add(
                    new Margin(
                            targets.get(i).of().toString(),
                            List.of(1 - share, share),
                            Arrays.stream(summary.cases().kept(i + 1))
                                    .mapToObj(value -> (int) value)
                                    .toList()));
        }
        return switch (Raking.of(margins)) {
            case Fitting.NotFitted<Weights>(String reason) -> none(n, reason);
            case Fitting.Fitted<Weights>(Weights weights) -> weighted(summary, weights);
        };
    }

    private Outcome weighted(Summary summary, Weights weights) {
        int n = summary.n();
        double[] holds = summary.cases().kept(0);
        var successes = new BitSet(n);
        var answered = new BitSet(n);
        answered.set(0, n);
        for (int i = 0; i < n; i++) {
            successes.set(i, holds[i] > 0);
        }
        WeightedProportion share = WeightedProportion.of(successes, answered, weights, level);
        var estimates = new ArrayList<NamedEstimate>();
        estimates.add(new NamedEstimate("estimate", share.share()));
        estimates.add(NamedEstimate.count("count", successes.cardinality(), n));
        estimates.add(new NamedEstimate("largest_weight", Known.bare(weights.largest(), n)));
        share.precision()
                .map(WeightedMean.Precision::designEffect)
                .ifPresent(
                        effect ->
                                estimates.add(
                                        new NamedEstimate("design_effect", Known.bare(effect, n))));
        return new Outcome(n, estimates, List.of());
    }

    private static Outcome none(int n, String reason) {
        return Outcome.none(n, List.of("estimate"), reason);
    }

    @Override
    public Shape shape() {
        return new Shape.OneShare();
    }
}
