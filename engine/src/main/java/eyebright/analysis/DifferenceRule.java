package eyebright.analysis;

import eyebright.plan.Expectation;
import eyebright.replication.Rule;
import eyebright.stats.Estimate.Known;
import eyebright.stats.TestResult;
import eyebright.stats.bayes.BayesFactor;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import eyebright.stats.equivalence.NonSuperiorityTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a rule in points says of the difference between two groups, or of two answers of the same
/// respondents.
///
/// ```
/// not-more-by d:  non_superiority, one-sided, H0 difference >= d
/// within d:       tost, the larger p of two one-sided tests, H0 difference <= -d and H0 difference >= d
/// more-by d > 0:  superiority, two-sided, H0 difference = d
/// ```
///
/// The first two are of smallness and one-sided. Each goes with `difference_equivalence`, the difference with the
/// interval of level 1 - 2 alpha, 90 % of an alpha of 5 %: p is below alpha exactly if that interval lies within the
/// bound.
/// `more-by` is of a size, and the interval of the plan's level goes with it; `more-by: 0 points` asks for no test
/// of its own, the ordinary two-sided one of no difference decides.
///
/// @param estimates the difference with the interval that goes with the test; none without a test
/// @param tests the one that decides; none if no rule asks for one, or the difference cannot be had
record DifferenceRule(List<NamedEstimate> estimates, List<TestResult> tests) {

    private static final DifferenceRule NONE = new DifferenceRule(List.of(), List.of());

    DifferenceRule {
        estimates = List.copyOf(estimates);
        tests = List.copyOf(tests);
    }

    /// What one point of a rule is.
    enum Point {
        /// A hundredth: of shares.
        PERCENT,
        /// The unit of the numbers that are compared.
        UNIT;

        /// So many points, in the unit of the effect. No difference of shares is larger than 1.
        double of(BigDecimal points) {
            return switch (this) {
                case PERCENT -> Math.min(1, points.movePointLeft(2).doubleValue());
                case UNIT -> points.doubleValue();
            };
        }
    }

    /// What the rule of a claim says.
    ///
    /// @param effect the difference, in shares or in the unit of the numbers
    /// @param alpha what may pass by chance in the one-sided tests
    static DifferenceRule of(
            Optional<Expectation> expects, Effect effect, Point point, double alpha) {
        return expects.map(rule -> of(rule, effect, point, alpha)).orElse(NONE);
    }

    private static DifferenceRule of(Expectation rule, Effect effect, Point point, double alpha) {
        return switch (rule) {
            case Expectation.NotMoreBy(BigDecimal points) ->
                    nonSuperiority(effect, point.of(points), alpha);
            case Expectation.Within(BigDecimal points, Expectation.In in)
                    when in == Expectation.In.POINTS && points.signum() > 0 ->
                    equivalence(effect, point.of(points), alpha);
            case Expectation.MoreBy(BigDecimal points) when points.signum() > 0 ->
                    superiority(effect, point.of(points), alpha);
            case Expectation.MoreBy _,
                    Expectation.Within _,
                    Expectation.Above _,
                    Expectation.Below _,
                    Expectation.Inside _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ ->
                    NONE;
        };
    }

    private static DifferenceRule nonSuperiority(Effect effect, double bound, double alpha) {
        var test = NonSuperiorityTest.of(effect, bound, alpha);
        return new DifferenceRule(
                List.of(new NamedEstimate("difference_equivalence", test.effect())),
                test.test().stream().map(each -> Outcome.named("non_superiority", each)).toList());
    }

    private static DifferenceRule equivalence(Effect effect, double bound, double alpha) {
        var test = EquivalenceTest.of(effect, Margin.around0(bound), alpha);
        OptionalDouble p = test.p();
        return new DifferenceRule(
                List.of(new NamedEstimate("difference_equivalence", test.effect())),
                p.isPresent() ? List.of(TestResult.exact("tost", p.getAsDouble())) : List.of());
    }

    private static DifferenceRule superiority(Effect effect, double bound, double alpha) {
        if (!(effect.estimate(1 - 2 * alpha) instanceof Known)) {
            return NONE;
        }
        TestResult above = effect.against(bound, Effect.Side.ABOVE);
        return new DifferenceRule(
                List.of(),
                List.of(
                        new TestResult(
                                "superiority",
                                above.statistic(),
                                above.df(),
                                BoundTests.twoSided(above.p()))));
    }

    /// The factor of something against nothing, beside a claim of nothing; it never decides. Empty where it
    /// cannot be had, or is too large or too small for a number.
    static OptionalDouble evidence(BayesFactor factor) {
        return switch (factor) {
            case BayesFactor.Known known -> known.bf10();
            case BayesFactor.NotEstimable _ -> OptionalDouble.empty();
        };
    }

    /// Whether a claim says that there is nothing, or no more than too little to matter: of those the
    /// evidence for nothing is shown.
    static boolean isOfNothing(Optional<Expectation> expects) {
        return expects.filter(Rule::isOfNothing).isPresent();
    }
}
