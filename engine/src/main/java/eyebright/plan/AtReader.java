package eyebright.plan;

import eyebright.expression.Type;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.stats.formula.Formula;
import java.util.List;
import java.util.Optional;

/// Reads where the chances of an ordered outcome are shown: `at: {strength: [2, 5, 8]}`.
final class AtReader {

    private static final int MOST = 20;
    private static final String EXAMPLE = "write it like {strength: [2, 5, 8]}";

    private final PlanExpressions expressions;

    AtReader(PlanExpressions expressions) {
        this.expressions = expressions;
    }

    /// The one there is: none where there is no `at`; empty, with a problem, where it is faulty.
    ///
    /// @param formula absent if it could not be read
    Optional<List<Analysis.At>> read(
            Fields claim, Analysis.Model model, Optional<Formula> formula) {
        if (!claim.has("at")) {
            return Optional.of(List.of());
        }
        if (model != Analysis.Model.ORDINAL) {
            if (!claim.has("block")) {
                expressions.wrongType(
                        claim.placeOf("at"),
                        "at belongs to ordinal, not to " + model.key(),
                        "leave it out");
            }
            return Optional.empty();
        }
        Node node = claim.node("at").orElseThrow();
        if (!(node instanceof Node.Mapping(_, List<Node.Entry> entries)) || entries.size() != 1) {
            expressions.wrongValue(node.place(), "at must give numbers of one predictor", EXAMPLE);
            return Optional.empty();
        }
        return formula.filter(each -> isNumber(entries.getFirst(), each))
                .flatMap(_ -> values(entries.getFirst()))
                .map(values -> List.of(new Analysis.At(entries.getFirst().key(), values)));
    }

    private boolean isNumber(Node.Entry entry, Formula formula) {
        List<String> known = BlockReader.predictors(formula);
        if (!known.contains(entry.key())) {
            expressions.unknown("predictor", entry.key(), entry.keyPlace(), known);
            return false;
        }
        boolean isNumber =
                expressions.vocabulary().meaning(entry.key()).stream()
                        .anyMatch(meaning -> meaning.type() == Type.DECIMAL);
        if (!isNumber) {
            expressions.wrongType(
                    entry.keyPlace(),
                    "at needs a number, and \"%s\" is none".formatted(entry.key()),
                    "name a predictor that is a number");
        }
        return isNumber;
    }

    private Optional<List<Double>> values(Node.Entry entry) {
        List<Node> items =
                entry.value() instanceof Node.Items(_, List<Node> nodes) ? nodes : List.of();
        List<Double> values =
                items.stream()
                        .filter(Node.Scalar.class::isInstance)
                        .map(item -> ((Node.Scalar) item).value())
                        .filter(text -> text.matches("-?\\d{1,9}(\\.\\d{1,9})?"))
                        // 0 is added so that -0 is 0.
                        .map(text -> Double.parseDouble(text) + 0)
                        .toList();
        boolean areNumbers =
                !values.isEmpty()
                        && values.size() <= MOST
                        && values.size() == items.size()
                        && values.stream().distinct().count() == values.size();
        if (!areNumbers) {
            expressions.wrongValue(
                    entry.value().place(),
                    "at must list 1 to %d different numbers".formatted(MOST),
                    EXAMPLE);
        }
        return areNumbers ? Optional.of(values) : Optional.empty();
    }
}
