package eyebright.plan;

import eyebright.expression.Expression;
import eyebright.source.Fields;
import eyebright.source.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a share, and the known shares it is weighted to: `weigh: [{of: gender == "woman", to: 75%}]`.
final class ShareReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PlanExpressions expressions;

    ShareReader(PlanExpressions expressions) {
        this.expressions = expressions;
    }

    Optional<Analysis> read(Fields claim) {
        Optional<Expression> condition = expressions.condition(claim, "share");
        if (!claim.has("weigh")) {
            return condition.map(Analysis.Share::new);
        }
        List<Node> nodes = claim.list("weigh");
        if (nodes.isEmpty() && claim.node("weigh").orElse(null) instanceof Node.Items) {
            expressions.wrongValue(
                    claim.placeOf("weigh"),
                    "weigh must list one share or more, not none",
                    "write it like [{of: gender == \"woman\", to: 75%}], or delete weigh");
        }
        var targets = new ArrayList<Analysis.Target>();
        for (Node node : nodes) {
            Fields.of("a share to weigh to", node, expressions.problems())
                    .flatMap(this::target)
                    .ifPresent(targets::add);
        }
        return targets.size() == nodes.size() && !targets.isEmpty()
                ? condition.map(each -> new Analysis.WeightedShare(each, targets))
                : Optional.empty();
    }

    private Optional<Analysis.Target> target(Fields fields) {
        fields.required("of");
        Optional<Expression> of = expressions.condition(fields, "of");
        Optional<BigDecimal> percent =
                fields.required("to")
                        .flatMap(
                                node ->
                                        Measures.percent(
                                                "to of weigh", node, expressions.problems()));
        fields.finish();
        if (percent.isPresent()
                && (percent.get().signum() == 0 || percent.get().compareTo(HUNDRED) == 0)) {
            expressions.wrongValue(
                    fields.placeOf("to"),
                    "to of weigh must be above 0% and below 100%",
                    "leave out whom it is not about with among");
            return Optional.empty();
        }
        return of.isPresent() && percent.isPresent()
                ? Optional.of(new Analysis.Target(of.get(), percent.get().doubleValue() / 100))
                : Optional.empty();
    }
}
