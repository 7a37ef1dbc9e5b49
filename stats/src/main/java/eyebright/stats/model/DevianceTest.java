package eyebright.stats.model;

import eyebright.stats.TestResult;
import eyebright.stats.model.Fitting.Fitted;
import eyebright.stats.model.Fitting.NotFitted;
import eyebright.stats.model.NewtonAscent.Ascent;
import eyebright.stats.model.NewtonAscent.NoPeak;
import eyebright.stats.model.NewtonAscent.Peak;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The likelihood-ratio test of two nested models: `2 (l larger - l smaller)`, chi-squared.
///
/// Source: Wilks (1938) <https://doi.org/10.1214/aoms/1177732360>.
final class DevianceTest {

    private DevianceTest() {}

    /// The test of the larger model, whose log-likelihood is known, against what came of the smaller.
    static Fitting<TestResult> of(Ascent smaller, double larger, int df) {
        return switch (smaller) {
            case Peak peak -> new Fitted<>(named("Likelihood-ratio test", peak.value, larger, df));
            case NoPeak none -> new NotFitted<>(none.reason(List.of(), none.direction));
        };
    }

    static TestResult named(String name, double smaller, double larger, int df) {
        double statistic = Math.max(0, 2 * (larger - smaller));
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return TestResult.of(name, statistic, p, (double) df);
    }
}
