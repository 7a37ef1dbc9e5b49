package eyebright.stats.equivalence;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;

/// A one-sided test that an effect is below a bound: that a group has no more of something, or not
/// more by an amount that matters.
///
/// ```
/// H0 effect >= bound;   p < alpha exactly if the upper limit of the interval of level 1 - 2 alpha lies below the bound
/// ```
///
/// How far below it may lie does not matter, unlike in an [EquivalenceTest]. For "no less" exchange the
/// groups. Shape, unit and missing values: those of the [Effect]. Edge cases: an effect that cannot be
/// had has no test and keeps its reason. Errors: an alpha not above 0 and below 0.5, a bound that the
/// effect cannot take.
/// Summary: that of the effect.
///
/// R: `t.test(a, b, mu = bound, alternative = "less")`. SPSS prints two-sided limits, of which the upper
/// one of 90 % is that of alpha .05.
///
/// Source: Committee for Proprietary Medicinal Products (2001)
/// <https://doi.org/10.1046/j.0306-5251.2001.01397-3.x>. Checked against R 4.2.2, see
/// `NonSuperiorityTestTest`.
///
/// @param effect the effect with its interval of level 1 - 2 alpha, of which the upper limit is tested
/// @param bound what the effect is claimed to be below
/// @param test the one-sided test; there exactly if the effect is known
public record NonSuperiorityTest(Estimate effect, double bound, Optional<TestResult> test) {

    /// @throws IllegalArgumentException if the bound is not finite, or only one of effect and test is
    ///   there
    public NonSuperiorityTest {
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException("bound must be finite, not " + bound);
        }
        if (effect instanceof Known != test.isPresent()) {
            throw new IllegalArgumentException(
                    "test must be there exactly if the effect is known, not %s with %s"
                            .formatted(test, effect));
        }
    }

    /// The test of an effect against a bound.
    ///
    /// @param alpha how often an effect at the bound may pass for one below: above 0 and below 0.5
    /// @throws IllegalArgumentException if alpha is out of range, or the bound one that the effect
    ///   cannot take
    public static NonSuperiorityTest of(Effect effect, double bound, double alpha) {
        EquivalenceTest.requireAlpha(alpha);
        Estimate estimate = effect.estimate(1 - 2 * alpha);
        return new NonSuperiorityTest(
                estimate,
                bound,
                estimate instanceof Known
                        ? Optional.of(effect.against(bound, Effect.Side.BELOW))
                        : Optional.empty());
    }

    /// Whether the upper limit lies below the bound, which shows that the effect does.
    public boolean isBelow() {
        return effect instanceof Known(double _, Optional<Interval> interval, int _)
                && interval.isPresent()
                && interval.get().high() < bound;
    }
}
