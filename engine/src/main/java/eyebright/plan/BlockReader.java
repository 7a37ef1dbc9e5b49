package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.stats.formula.Formula;
import java.util.List;
import java.util.Optional;

/// Reads the predictors whose joint part a claim is about: `block: [age, gender]`.
final class BlockReader {

    private final PlanExpressions expressions;

    BlockReader(PlanExpressions expressions) {
        this.expressions = expressions;
    }

    /// Names of predictors: none where there is no block; empty, with a problem, where it is faulty.
    ///
    /// @param formula absent if it could not be read
    Optional<List<String>> read(Fields claim, Analysis.Model model, Optional<Formula> formula) {
        if (!claim.has("block")) {
            return Optional.of(List.of());
        }
        if (!isOfModel(claim, model)) {
            return Optional.empty();
        }
        Optional<List<Node.Scalar>> given = expressions.names(claim, "block");
        if (given.isEmpty() || formula.isEmpty()) {
            return Optional.empty();
        }
        List<String> known = predictors(formula.get());
        for (Node.Scalar each : given.get()) {
            if (!known.contains(each.value())) {
                expressions.unknown("predictor", each.value(), each.place(), known);
                return Optional.empty();
            }
        }
        return Optional.of(given.get().stream().map(Node.Scalar::value).distinct().toList());
    }

    private boolean isOfModel(Fields claim, Analysis.Model model) {
        boolean fits =
                switch (model) {
                    case LINEAR, LOGISTIC -> true;
                    case COUNTS, ORDINAL, MULTINOMIAL -> false;
                };
        if (!fits) {
            expressions.wrongType(
                    claim.placeOf("block"),
                    "block belongs to linear and logistic, not to " + model.key(),
                    "name coefficients with shows");
            return false;
        }
        for (String other : List.of("shows", "at")) {
            if (claim.has(other)) {
                expressions.wrongValue(
                        claim.placeOf(other),
                        "a claim is about a block or about coefficients, so %s cannot stand here"
                                .formatted(other),
                        "put the coefficients in beside");
                return false;
            }
        }
        return true;
    }

    /// The variables of the terms of a formula; what is only an offset is no predictor.
    static List<String> predictors(Formula formula) {
        return formula.predictors().stream()
                .filter(name -> formula.terms().stream().anyMatch(term -> term.involves(name)))
                .toList();
    }
}
