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
    /// @param tested the test, adjusted within the family
    /// @param together how many tests decide in the family
    Evidence evidence(Finding finding, double value, Tested tested, int together);

    /// The p value that counts: the adjusted one, if there is one.
    private static double p(Tested tested) {
        return tested.adjusted().orElse(tested.result().p());
    }

    /// A size: the test is two-sided, and the estimate says on which side of the bound.
    ///
    /// @param bound in the unit of the estimate
    /// @param claimed on which side of it
    record Sided(String test, String estimate, double bound, Where claimed) implements Part {

        @Override
        public Evidence evidence(Finding finding, double value, Tested tested, int together) {
            return Evidence.twoSided(
                    p(tested),
                    claimed.isMet(value, bound) ? Evidence.Side.CLAIMED : Evidence.Side.OTHER);
        }
    }

    /// On which side of a bound a figure is claimed to be.
    enum Where {
        ABOVE,
        BELOW;

        private boolean isMet(double value, double bound) {
            return switch (this) {
                case ABOVE -> value > bound;
                case BELOW -> value < bound;
            };
        }
    }

    /// A smallness, or a place between two bounds: the test asks whether it is so, and another one whether the
    /// contrary is.
    ///
    /// @param against the p value of the contrary, two-sided, as if nothing else were judged; 1 where it cannot be had
    record Bounded(String test, String estimate, ToDoubleFunction<Finding> against)
            implements Part {

        @Override
        public Evidence evidence(Finding finding, double value, Tested tested, int together) {
            return new Evidence(p(tested), Math.min(1, together * against.applyAsDouble(finding)));
        }
    }

    /// One of several things that must all hold and that enter their family as one: a part may contradict the claim
    /// by itself, and its own p counts for that, as often as there are parts and claims.
    ///
    /// @param bound in the unit of the estimate
    /// @param claimed on which side of it
    /// @param parts how many there are
    record OneOf(String test, String estimate, double bound, Where claimed, int parts)
            implements Part {

        @Override
        public Evidence evidence(Finding finding, double value, Tested tested, int together) {
            return claimed.isMet(value, bound)
                    ? new Evidence(p(tested), 1)
                    : new Evidence(1, Math.min(1, tested.result().p() * parts * together));
        }
    }

    /// One of several things that must all hold and that contradicts nothing by itself: that few report the worse
    /// leaves open what would be so if more did.
    ///
    /// @param bound in the unit of the estimate
    /// @param claimed on which side of it
    record Needed(String test, String estimate, double bound, Where claimed) implements Part {

        @Override
        public Evidence evidence(Finding finding, double value, Tested tested, int together) {
            return new Evidence(claimed.isMet(value, bound) ? p(tested) : 1, 1);
        }
    }

    /// One option named more often than another.
    ///
    /// @param estimate its share
    /// @param other the share of the other option
    record Ahead(String test, String estimate, String other) implements Part {

        @Override
        public Evidence evidence(Finding finding, double value, Tested tested, int together) {
            return Evidence.twoSided(
                    p(tested),
                    value > Part.value(finding, other, 1)
                            ? Evidence.Side.CLAIMED
                            : Evidence.Side.OTHER);
        }
    }

    /// Something that is there or not: the test finds it, and nothing contradicts it.
    record Found(String test, String estimate) implements Part {

        @Override
        public Evidence evidence(Finding finding, double value, Tested tested, int together) {
            return new Evidence(p(tested), 1);
        }
    }

    /// The value of an estimate of a finding; that which stands there where it cannot be had.
    static double value(Finding finding, String estimate, double otherwise) {
        return finding.estimate(estimate) instanceof Estimate.Known(double value, _, _)
                ? value
                : otherwise;
    }
}
