package eyebright.rehearsal;

import eyebright.analysis.CompiledClaim;
import eyebright.analysis.Finding;
import eyebright.analysis.NamedEstimate;
import eyebright.analysis.Shape;
import eyebright.plan.Expectation;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/// How far from nothing the interval of a claim of nothing reaches: the smallest margin that would have supported
/// it. The interval is the one that goes with the claim's test, 90 % at the usual level.
///
/// @param sides whether both ends count, or the upper alone
/// @param unit of the margin
/// @param times what one is of the estimate's own unit: 100 points of a share
/// @param declared the margin of the rule
record Reach(Sides sides, Expectation.In unit, double times, double declared) {

    private static final double NICE_PARTS = 40;

    /// Which end of an interval counts.
    enum Sides {
        /// A claim of not more.
        UPPER,
        /// A claim of no difference in either direction.
        BOTH
    }

    /// That of a claim; empty where its rule has no margin.
    static Optional<Reach> of(CompiledClaim claim) {
        return claim.claim()
                .expects()
                .flatMap(
                        rule ->
                                switch (rule) {
                                    case Expectation.NotMoreBy(BigDecimal points) ->
                                            of(
                                                    Sides.UPPER,
                                                    Expectation.In.POINTS,
                                                    claim.shape(),
                                                    points);
                                    case Expectation.Within(BigDecimal value, Expectation.In in) ->
                                            of(Sides.BOTH, in, claim.shape(), value);
                                    case Expectation.Above _,
                                            Expectation.Below _,
                                            Expectation.Inside _,
                                            Expectation.MoreBy _,
                                            Expectation.Mainly _,
                                            Expectation.Differ _,
                                            Expectation.Adds _,
                                            Expectation.Crosses _,
                                            Expectation.InWords _ ->
                                            Optional.empty();
                                });
    }

    private static Optional<Reach> of(
            Sides sides, Expectation.In unit, Shape shape, BigDecimal value) {
        boolean isOfShares =
                unit == Expectation.In.POINTS
                        && (shape instanceof Shape.GroupShares || shape instanceof Shape.TwoShares);
        double declared = value.doubleValue();
        double from = unit == Expectation.In.TIMES ? 1 : 0;
        return declared > from
                ? Optional.of(new Reach(sides, unit, isOfShares ? 100 : 1, declared))
                : Optional.empty();
    }

    /// Where margins begin.
    double from() {
        return unit == Expectation.In.TIMES ? 1 : 0;
    }

    /// A step of margins: a fortieth of the declared one, rounded down to 1, 2, 2.5 or 5 of a power of ten.
    double step() {
        double part = (declared - from()) / NICE_PARTS;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(part)));
        double digits = part / power;
        double nice = digits >= 5 ? 5 : digits >= 2.5 ? 2.5 : digits >= 2 ? 2 : 1;
        return nice * power;
    }

    /// The smallest margin these data would have supported; empty where there is no interval.
    OptionalDouble in(Finding finding) {
        for (NamedEstimate each : finding.estimates()) {
            if (isOfTheTest(each)) {
                return reached(each.estimate());
            }
        }
        return OptionalDouble.empty();
    }

    /// Whether the interval is the one that goes with the test: `difference_equivalence`,
    /// `rate_ratio_equivalence[orientation.psychodynamic]`.
    private static boolean isOfTheTest(NamedEstimate estimate) {
        String name = estimate.name();
        int bracket = name.indexOf('[');
        return (bracket < 0 ? name : name.substring(0, bracket)).endsWith("_equivalence");
    }

    private OptionalDouble reached(Estimate estimate) {
        if (!(estimate instanceof Estimate.Known known) || known.interval().isEmpty()) {
            return OptionalDouble.empty();
        }
        Interval interval = known.interval().get();
        return switch (sides) {
            case UPPER -> OptionalDouble.of(times * interval.high());
            case BOTH ->
                    unit == Expectation.In.TIMES
                            ? OptionalDouble.of(Math.max(interval.high(), 1 / interval.low()))
                            : OptionalDouble.of(
                                    times
                                            * Math.max(
                                                    Math.abs(interval.low()),
                                                    Math.abs(interval.high())));
        };
    }
}
