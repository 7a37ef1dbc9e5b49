package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.stats.reliability.CronbachAlpha;
import eyebright.stats.reliability.ItemCovariances;
import eyebright.stats.reliability.OmegaTotal;
import java.util.ArrayList;
import java.util.List;

/// How reliable a scale is, of the respondents who answered all its items. Its summary is the rows: each
/// item as it is counted, reversed ones turned.
///
/// @param names of the items, in the order of the variables
record ReliabilityOf(
        Base base, ModelVariables items, List<String> names, Shape.Reliability shape, double level)
        implements CompiledAnalysis {

    ReliabilityOf {
        names = List.copyOf(names);
    }

    @Override
    public Summary summarise(Frame frame) {
        return items.summarise(base, frame);
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        double[][] answers = new double[names.size()][];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = summary.cases().kept(i);
        }
        var estimates = new ArrayList<NamedEstimate>();
        var covariances = ItemCovariances.of(names, answers);
        estimates.add(new NamedEstimate("omega_total", OmegaTotal.of(covariances, level, answers)));
        if (depth == Depth.FULL) {
            CronbachAlpha alpha = CronbachAlpha.of(covariances, level);
            estimates.add(new NamedEstimate("alpha", alpha.alpha()));
            estimates.add(new NamedEstimate("std_alpha", alpha.standardised()));
            for (CronbachAlpha.Item item : alpha.items()) {
                estimates.add(new NamedEstimate("r_rest[" + item.name() + "]", item.rest()));
                estimates.add(
                        new NamedEstimate(
                                "alpha_if_dropped[" + item.name() + "]", item.alphaIfDropped()));
            }
        }
        return new Outcome(summary.n(), estimates, List.of());
    }
}
