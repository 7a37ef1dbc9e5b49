package eyebright.rehearsal;

import eyebright.plan.Claim;
import eyebright.plan.Expectation;
import eyebright.plan.Plan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A claim as it was when it was rehearsed.
///
/// @param id the claim's
/// @param asks the question as a person asks it
/// @param says what is claimed
/// @param primary whether it is one of those that decide
/// @param family the claims it is judged together with
/// @param kind what kind of thing it says
/// @param rule its rule on one line, empty of a description
/// @param margin the smallest difference of interest, in the unit of its margins
public record ClaimSaid(
        String id,
        String asks,
        String says,
        boolean primary,
        Optional<String> family,
        Claimed kind,
        String rule,
        OptionalDouble margin) {

    /// The claims of a plan, in its order.
    static List<ClaimSaid> of(Plan plan) {
        return plan.claims().stream().map(ClaimSaid::of).toList();
    }

    private static ClaimSaid of(Claim claim) {
        return new ClaimSaid(
                claim.id(),
                claim.asks(),
                claim.says(),
                claim.primary(),
                claim.family(),
                Claimed.of(claim),
                claim.expects().map(Expectation::canonical).orElse(""),
                claim.expects().map(ClaimSaid::margin).orElse(OptionalDouble.empty()));
    }

    private static OptionalDouble margin(Expectation rule) {
        return switch (rule) {
            case Expectation.NotMoreBy(BigDecimal points) ->
                    OptionalDouble.of(points.doubleValue());
            case Expectation.Within(BigDecimal value, _) -> OptionalDouble.of(value.doubleValue());
            case Expectation.Above _,
                    Expectation.Below _,
                    Expectation.Inside _,
                    Expectation.MoreBy _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ ->
                    OptionalDouble.empty();
        };
    }

    /// Whether it has a rule, and so a verdict.
    public boolean isJudged() {
        return kind != Claimed.DESCRIPTION;
    }
}
