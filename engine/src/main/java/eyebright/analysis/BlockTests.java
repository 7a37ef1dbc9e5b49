package eyebright.analysis;

import eyebright.stats.Estimate.Known;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.NoncentralChiSquared;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// What a block of predictors explains, held against a bound: how often the likelihood ratio would be as small as it
/// is where the block explains just so much, that is chi-squared with noncentrality `-n log(1 - bound)`.
final class BlockTests {

    static final String ESTIMATE = "r2_block";
    static final String PLAIN = "likelihood_ratio";

    private BlockTests() {}

    /// The two-sided test of a bound.
    static BoundTests.Named of(String name, double bound) {
        return new BoundTests.Named(
                name,
                outcome -> {
                    OptionalDouble below = below(outcome.tests(), outcome.n(), bound);
                    return below.isPresent()
                            ? OptionalDouble.of(BoundTests.twoSided(below.getAsDouble()))
                            : below;
                });
    }

    /// The test that it lies between two bounds, at both as a size is tested.
    static BoundTests.Named inside(String name, double low, double high) {
        return new BoundTests.Named(
                name,
                outcome -> {
                    OptionalDouble from = below(outcome.tests(), outcome.n(), low);
                    OptionalDouble to = below(outcome.tests(), outcome.n(), high);
                    return from.isPresent() && to.isPresent()
                            ? OptionalDouble.of(
                                    Math.min(
                                            1,
                                            2 * Math.max(1 - from.getAsDouble(), to.getAsDouble())))
                            : OptionalDouble.empty();
                });
    }

    /// The two-sided p that it lies outside of two bounds; 1 where it does not, or cannot be had.
    static ToDoubleFunction<Finding> outside(double low, double high) {
        return finding -> {
            if (!(finding.estimate(ESTIMATE) instanceof Known(double value, _, _))
                    || (value >= low && value <= high)) {
                return 1;
            }
            OptionalDouble below =
                    below(
                            finding.tests().stream().map(Tested::result).toList(),
                            finding.n(),
                            value > high ? high : low);
            return below.isPresent() ? BoundTests.twoSided(below.getAsDouble()) : 1;
        };
    }

    /// How often the ratio is as small where the block explains so much.
    private static OptionalDouble below(List<TestResult> tests, int n, double bound) {
        return tests.stream()
                .filter(test -> test.name().equals(PLAIN) && test.statistic().isPresent())
                .mapToDouble(
                        test ->
                                NoncentralChiSquared.cumulative(
                                        test.statistic().getAsDouble(),
                                        test.df().getFirst(),
                                        -n * Math.log1p(-bound)))
                .findFirst();
    }
}
