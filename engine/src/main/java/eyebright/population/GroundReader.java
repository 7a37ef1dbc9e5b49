package eyebright.population;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads where the numbers of an entry come from: every number says it.
final class GroundReader {

    private final Set<String> published;
    private final Problems problems;

    /// @param published the ids of the published figures
    GroundReader(Set<String> published, Problems problems) {
        this.published = published;
        this.problems = problems;
    }

    /// @param thing whose numbers they are, for problems
    /// @param isBoth whether there is more than one number, so that a source and an assumption can stand
    ///   together
    Ground read(String thing, Fields fields, boolean isBoth) {
        List<Node.Scalar> sources =
                fields.node("source").filter(Node.Items.class::isInstance).isPresent()
                        ? fields.scalars("source")
                        : fields.scalar("source").stream().toList();
        boolean hasSource = fields.has("source") && !isNone(fields);
        boolean isAssumed = fields.has("assumed");
        Optional<String> assumed = fields.text("assumed");
        if (hasSource == isAssumed && !(hasSource && isBoth)) {
            problems.add(
                    Rule.MISSING_KEY,
                    hasSource ? fields.placeOf("assumed") : fields.place(),
                    hasSource
                            ? "%s must have source or assumed, not both".formatted(thing)
                            : "%s has neither source nor assumed".formatted(thing),
                    hasSource
                            ? "take one of the two out"
                            : "add source: with an id of published.yaml, or assumed: and why");
        }
        sources.stream().filter(id -> !published.contains(id.value())).forEach(this::unknown);
        return sources.isEmpty() && assumed.isEmpty()
                ? Ground.assumed("nothing is said")
                : new Ground(sources.stream().map(Node.Scalar::value).toList(), assumed);
    }

    /// An empty list of sources is none.
    private static boolean isNone(Fields fields) {
        return fields.node("source")
                .filter(node -> node instanceof Node.Items items && items.nodes().isEmpty())
                .isPresent();
    }

    private void unknown(Node.Scalar id) {
        problems.add(
                Rule.UNKNOWN_ORIGINAL,
                id.place(),
                "no published figure \"%s\"".formatted(Fields.shortened(id.value()))
                        + Nearest.to(id.value(), published)
                                .map("; nearest is \"%s\""::formatted)
                                .orElse(""),
                "add it to published.yaml, or write assumed: and why");
    }
}
