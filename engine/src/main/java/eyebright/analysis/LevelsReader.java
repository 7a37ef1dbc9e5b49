package eyebright.analysis;

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

    /// @param variables those of the formula
    List<Analysis.Levels> read(Fields claim, List<String> variables) {
        Optional<Fields> fields = claim.fields("levels");
        if (fields.isEmpty()) {
            return List.of();
        }
        var levels = new ArrayList<Analysis.Levels>();
        for (String name : fields.get().keys()) {
            var variable = new Node.Scalar(fields.get().placeOf(name), name, false, false);
            List<Node.Scalar> codes = fields.get().scalars(name);
            if (!expressions.isThere(variable) || !expressions.isOne("levels", variable)) {
                continue;
            }
            if (!variables.isEmpty() && !variables.contains(name)) {
                expressions.unknown("variable", name, variable.place(), variables);
                continue;
            }
            read(fields.get(), name, codes).ifPresent(levels::add);
        }
        return levels;
    }

    private Optional<Analysis.Levels> read(Fields fields, String name, List<Node.Scalar> scalars) {
        List<String> known = expressions.codes(name);
        for (Node.Scalar scalar : scalars) {
            if (!known.contains(scalar.value())) {
                expressions.unknown("option", scalar.value(), scalar.place(), known);
                return Optional.empty();
            }
        }
        List<String> codes = scalars.stream().map(Node.Scalar::value).toList();
        if (codes.size() < 2 || codes.stream().distinct().count() != codes.size()) {
            expressions.wrongValue(
                    fields.placeOf(name),
                    "levels of %s must be two or more different options".formatted(name),
                    "write it like {%s: [%s, %s]}".formatted(name, known.getFirst(), known.get(1)));
            return Optional.empty();
        }
        return Optional.of(new Analysis.Levels(name, codes));
    }
}
