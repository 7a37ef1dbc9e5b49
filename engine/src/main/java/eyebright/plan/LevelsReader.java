package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the answers that are compared: `levels: {gender: [man, woman]}`.
final class LevelsReader {

    private final PlanExpressions expressions;

    LevelsReader(PlanExpressions expressions) {
        this.expressions = expressions;
    }

    /// The levels of a claim: none where it declares none; empty, with a problem, where one is faulty.
    ///
    /// @param variables those of the formula; none if it could not be read
    Optional<List<Analysis.Levels>> read(Fields claim, List<String> variables) {
        if (!claim.has("levels")) {
            return Optional.of(List.of());
        }
        Optional<Fields> fields = claim.fields("levels");
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var levels = new ArrayList<Analysis.Levels>();
        for (String name : fields.get().keys()) {
            of(fields.get(), name, variables).ifPresent(levels::add);
        }
        return levels.size() == fields.get().keys().size() ? Optional.of(levels) : Optional.empty();
    }

    private Optional<Analysis.Levels> of(Fields fields, String name, List<String> variables) {
        var variable = new Node.Scalar(fields.placeOf(name), name, false, false);
        if (!expressions.isThere(variable) || !expressions.isOne("levels", variable)) {
            return Optional.empty();
        }
        if (!variables.isEmpty() && !variables.contains(name)) {
            expressions.unknown("variable of the formula", name, variable.place(), variables);
            return Optional.empty();
        }
        List<Node.Scalar> scalars = fields.scalars(name);
        boolean areTexts =
                fields.node(name).orElse(null) instanceof Node.Items(_, List<Node> nodes)
                        && nodes.size() == scalars.size();
        List<String> known = expressions.codes(name);
        for (Node.Scalar scalar : scalars) {
            if (!known.contains(scalar.value())) {
                expressions.unknown("option", scalar.value(), scalar.place(), known);
                return Optional.empty();
            }
        }
        List<String> codes = scalars.stream().map(Node.Scalar::value).toList();
        boolean areLevels = codes.size() >= 2 && codes.stream().distinct().count() == codes.size();
        if (areTexts && !areLevels) {
            expressions.wrongValue(
                    fields.placeOf(name),
                    "levels of %s must be two or more different options".formatted(name),
                    "write it like {%s: [%s, %s]}".formatted(name, known.getFirst(), known.get(1)));
        }
        return areTexts && areLevels
                ? Optional.of(new Analysis.Levels(name, codes))
                : Optional.empty();
    }
}
