package eyebright.stats.equivalence;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;
import java.util.OptionalDouble;

/// Two one-sided tests (TOST) that an effect is too small to matter: above the lower bound of a margin
/// and below its upper one.
///
/// ```
/// aboveLow:  H0 effect <= low,   belowHigh:  H0 effect >= high,   p = the larger of the two p
/// p < alpha exactly if the interval of level 1 - 2 alpha lies inside the margin
/// ```
///
/// Shape, unit and missing values: those of the [Effect]. Edge cases: an effect that cannot be had has
/// no tests and keeps its reason. The bounds themselves are outside: an interval that touches one is
/// not inside. Errors: an alpha not above 0 and below 0.5, a bound that the effect cannot take.
///
/// A p above .05 in an ordinary test says nothing of this kind. R: `TOSTER::t_TOST` (Welch, with the
/// same 90 % interval); jamovi and JASP have it for t-tests. SPSS has no command.
/// Summary: that of the effect.
///
/// Source: Schuirmann (1987) <https://doi.org/10.1007/BF01068419>; Lakens (2017)
/// <https://doi.org/10.1177/1948550617697177>. Checked against R 4.2.2, see `EquivalenceTestTest`.
///
/// @param effect the effect with its interval of level 1 - 2 alpha
/// @param margin what is too small to matter
/// @param aboveLow the one-sided test against the lower bound; there exactly if the effect is known
/// @param belowHigh the one-sided test against the upper bound; there exactly if the effect is known
public record EquivalenceTest(
        Estimate effect,
        Margin margin,
        Optional<TestResult> aboveLow,
        Optional<TestResult> belowHigh) {

    /// @throws IllegalArgumentException if only some of effect and tests are there
    public EquivalenceTest {
        boolean known = effect instanceof Known;
        if (known != aboveLow.isPresent() || known != belowHigh.isPresent()) {
            throw new IllegalArgumentException(
                    "both tests must be there exactly if the effect is known, not %s and %s with %s"
                            .formatted(aboveLow, belowHigh, effect));
        }
    }

    /// The tests of an effect against a margin.
    ///
    /// @param alpha how often an effect at a bound may pass for equivalent: above 0 and below 0.5
    /// @throws IllegalArgumentException if alpha is out of range, or a bound one that the effect cannot
    ///   take
    public static EquivalenceTest of(Effect effect, Margin margin, double alpha) {
        requireAlpha(alpha);
        Estimate estimate = effect.estimate(1 - 2 * alpha);
        if (!(estimate instanceof Known)) {
            return new EquivalenceTest(estimate, margin, Optional.empty(), Optional.empty());
        }
        return new EquivalenceTest(
                estimate,
                margin,
                Optional.of(effect.against(margin.low(), Effect.Side.ABOVE)),
                Optional.of(effect.against(margin.high(), Effect.Side.BELOW)));
    }

    /// The larger p of the two tests; none if the effect could not be had.
    public OptionalDouble p() {
        if (aboveLow.isEmpty() || belowHigh.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(aboveLow.get().p(), belowHigh.get().p()));
    }

    /// Whether the interval lies inside the margin, which shows that the effect is too small to matter.
    ///
    /// If not, nothing is shown: a study may just have been too small.
    public boolean isEquivalent() {
        return effect instanceof Known(double _, Optional<Interval> interval, int _)
                && interval.isPresent()
                && interval.get().low() > margin.low()
                && interval.get().high() < margin.high();
    }

    static void requireAlpha(double alpha) {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be above 0 and below 0.5, not " + alpha);
        }
    }
}
