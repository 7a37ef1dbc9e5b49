package eyebright.analysis;

import eyebright.replication.Evidence;
import eyebright.stats.Estimate;
import java.util.function.ToDoubleFunction;

/// One figure a rule is about, and the test that says whether it is as claimed.
sealed interface Part {

    /// The name of the test that decides.
    String test();

    /// The name of the estimate it is about.
    String estimate();

    /// What a finding says to the rule.
    ///
    /// @param value the estimate
    /// @param p that of the test, adjusted within the family
    /// @param together how many tests decide in the family
    Evidence evidence(Finding finding, double value, double p, int together);

    /// A size: the test is two-sided, and the estimate says on which side of the bound.
    ///
    /// @param bound in the unit of the estimate
    /// @param claimed on which side of it
    record Sided(String test, String estimate, double bound, Where claimed) implements Part {

        @Override
        public Evidence evidence(Finding finding, double value, double p, int together) {
            boolean isAsClaimed =
                    switch (claimed) {
                        case ABOVE -> value > bound;
                        case BELOW -> value < bound;
                    };
            return Evidence.twoSided(p, isAsClaimed ? Evidence.Side.CLAIMED : Evidence.Side.OTHER);
        }
    }

    /// On which side of a bound a figure is claimed to be.
    enum Where {
        ABOVE,
        BELOW
    }

    /// A smallness, or a place between two bounds: the test asks whether it is so, and another one whether the
    /// contrary is.
    ///
    /// @param against the p value of the contrary, two-sided, as if nothing else were judged; 1 where it cannot be had
    record Bounded(String test, String estimate, ToDoubleFunction<Finding> against)
            implements Part {

        @Override
        public Evidence evidence(Finding finding, double value, double p, int together) {
            return new Evidence(p, Math.min(1, together * against.applyAsDouble(finding)));
        }
    }

    /// The value of an estimate of a finding; that which stands there where it cannot be had.
    static double value(Finding finding, String estimate, double otherwise) {
        return finding.estimate(estimate) instanceof Estimate.Known(double value, _, _)
                ? value
                : otherwise;
    }
}
