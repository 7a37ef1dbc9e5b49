package eyebright.plan;

import eyebright.expression.Expression;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads the further analyses of a claim: `beside`, a list of named ones.
final class CompanionsReader {

    private static final int MOST = 50;

    private final PlanExpressions expressions;
    private final Problems problems;

    CompanionsReader(PlanExpressions expressions) {
        this.expressions = expressions;
        this.problems = expressions.problems();
    }

    List<Companion> read(Fields claim) {
        List<Node> nodes = claim.list("beside");
        if (nodes.size() > MOST) {
            problems.add(
                    Rule.TOO_LARGE,
                    claim.placeOf("beside"),
                    "beside must list at most %d analyses, not %d".formatted(MOST, nodes.size()),
                    "make claims of some");
            return List.of();
        }
        var companions = new ArrayList<Companion>();
        var names = new HashSet<String>();
        for (Node node : nodes) {
            Optional<Fields> fields = Fields.of("an analysis beside a claim", node, problems);
            if (fields.isEmpty()) {
                continue;
            }
            Optional<Companion> companion = companion(fields.get());
            if (companion.isPresent() && !names.add(companion.get().name())) {
                Entries.duplicate(
                        "analysis", "name", fields.get(), companion.get().name(), problems);
            } else {
                companion.ifPresent(companions::add);
            }
        }
        return companions;
    }

    private Optional<Companion> companion(Fields fields) {
        Optional<String> name = Entries.id("name", "an analysis", fields, problems);
        Optional<String> says = fields.requiredText("says");
        Optional<Analysis> analysis = new AnalysisReader(expressions).read(fields);
        boolean hasAmong = fields.has("among");
        Optional<Expression> among = expressions.condition(fields, "among");
        fields.finish();
        return name.isPresent()
                        && says.isPresent()
                        && analysis.isPresent()
                        && hasAmong == among.isPresent()
                ? Optional.of(new Companion(name.get(), says.get(), analysis.get(), among))
                : Optional.empty();
    }
}
