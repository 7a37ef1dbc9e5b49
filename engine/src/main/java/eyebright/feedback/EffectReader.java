package eyebright.feedback;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.expression.Type;
import eyebright.plan.Measures;
import eyebright.plan.PlanExpressions;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what goes with an outcome: `effects` of a prediction.
final class EffectReader {

    private final Named named;
    private final Problems problems;

    EffectReader(Named named) {
        this.named = named;
        this.problems = named.problems();
    }

    /// The effects of a prediction.
    ///
    /// @param key what the range of each is written under: `odds` or `rate`
    /// @param outcome what is predicted, which no effect may read
    List<Effect> read(Fields prediction, String key, Set<String> outcome) {
        var effects = new ArrayList<Effect>();
        var seen = new HashSet<Expression>();
        for (Node node : prediction.list("effects")) {
            Optional<Fields> fields = Fields.of("an effect", node, problems);
            if (fields.isEmpty()) {
                continue;
            }
            Optional<Effect> effect = effect(fields.get(), key, outcome);
            if (effect.isPresent() && !seen.add(effect.get().of())) {
                problems.add(
                        Rule.DUPLICATE_ID,
                        fields.get().placeOf("of"),
                        "\"%s\" stands among the effects twice".formatted(effect.get().of()),
                        "keep one of the two");
                continue;
            }
            effect.ifPresent(effects::add);
        }
        return effects;
    }

    private Optional<Effect> effect(Fields fields, String key, Set<String> outcome) {
        Optional<PlanExpressions.Typed> of =
                fields.requiredScalar("of").flatMap(scalar -> predictor(scalar, outcome));
        boolean isCondition = of.isPresent() && of.get().type() == Type.LOGIC;
        Optional<Double> centre = of.flatMap(_ -> isCondition ? share(fields) : centre(fields));
        Optional<Double> spread =
                isCondition
                        ? centre.map(p -> StrictMath.sqrt(p * (1 - p)))
                        : of.flatMap(_ -> Written.above0(fields, "spread"));
        Optional<Double> per =
                isCondition ? Optional.of(1.0) : of.flatMap(_ -> Written.above0(fields, "per"));
        Optional<OddsRange> range = Written.range(fields, key, "an effect", problems);
        Optional<String> called = fields.requiredText("called");
        Optional<String> says = fields.requiredText("says");
        Ground ground = named.ground(fields, "an effect");
        if (of.isEmpty()) {
            List.of("centre", "spread", "per").forEach(fields::has);
        }
        fields.finish();
        if (of.isEmpty()
                || centre.isEmpty()
                || spread.isEmpty()
                || per.isEmpty()
                || range.isEmpty()
                || called.isEmpty()
                || says.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Effect(
                        of.get().expression(),
                        isCondition ? Figures.Counts.CONDITION : Figures.Counts.NUMBER,
                        centre.get(),
                        spread.get(),
                        per.get(),
                        range.get(),
                        called.get(),
                        says.get(),
                        ground,
                        List.copyOf(named.reads(of.get().expression())),
                        fields.requiredScalar("of").orElseThrow().place()));
    }

    private Optional<PlanExpressions.Typed> predictor(Node.Scalar scalar, Set<String> outcome) {
        Optional<PlanExpressions.Typed> typed = named.expressions().any(scalar);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (typed.get().type() == Type.TEXT) {
            named.expressions()
                    .wrongType(
                            scalar.place(),
                            "an effect reads a number or a condition, and \"%s\" is neither"
                                    .formatted(Fields.shortened(scalar.value())),
                            "write a condition, such as %s == \"code\""
                                    .formatted(Fields.shortened(scalar.value())));
            return Optional.empty();
        }
        Optional<String> both =
                named.reads(typed.get().expression()).stream()
                        .filter(outcome::contains)
                        .findFirst();
        both.ifPresent(
                name ->
                        problems.add(
                                Rule.READS_OUTCOME,
                                scalar.place(),
                                "this effect reads \"%s\", which is what is predicted"
                                        .formatted(name),
                                "read something that is known before"));
        return both.isPresent() ? Optional.empty() : typed;
    }

    private static Optional<Double> centre(Fields fields) {
        fields.required("centre");
        return fields.decimal("centre").map(Number::doubleValue);
    }

    /// The share of those of whom a condition holds: above 0 % and below 100 %.
    private Optional<Double> share(Fields fields) {
        Optional<Node> node = fields.required("centre");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> share =
                Measures.percent("centre of a condition", node.get(), problems)
                        .map(each -> each.movePointLeft(2).doubleValue());
        if (share.isPresent() && !(share.get() > 0 && share.get() < 1)) {
            problems.add(
                    Rule.WRONG_VALUE,
                    node.get().place(),
                    "centre of a condition must be above 0% and below 100%",
                    "write the share of those of whom it is so, such as 75%");
            return Optional.empty();
        }
        return share;
    }
}
