package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what a claim says of the studies before: `original`.
final class OriginalReader {

    private final Map<String, Published> published;
    private final List<String> beside;
    private final Problems problems;
    private final List<Originals.Figure> figures = new ArrayList<>();
    private final List<Originals.Words> words = new ArrayList<>();

    private OriginalReader(
            Map<String, Published> published, List<String> beside, Problems problems) {
        this.published = published;
        this.beside = List.copyOf(beside);
        this.problems = problems;
    }

    /// What is below `original`: one entry or a list of them.
    ///
    /// @param options codes of the options of the claim's question; empty if it has none
    /// @param beside names of the further analyses of the claim
    static Originals read(
            Fields claim,
            List<String> options,
            List<String> beside,
            Map<String, Published> published,
            Problems problems) {
        var reader = new OriginalReader(published, beside, problems);
        Optional<Node> node = claim.node("original");
        if (node.isPresent()) {
            List<Node> entries =
                    node.get() instanceof Node.Items(_, List<Node> nodes)
                            ? nodes
                            : List.of(node.get());
            entries.forEach(entry -> reader.entry(entry, options));
        }
        return new Originals(reader.figures, reader.words);
    }

    private void entry(Node node, List<String> options) {
        Optional<Fields> fields = Fields.of("original of a claim", node, problems);
        if (fields.isEmpty()) {
            return;
        }
        Fields entry = fields.get();
        if (entry.has("published")) {
            Optional<String> with = with(entry);
            entry.scalar("published").ifPresent(scalar -> figure(Optional.empty(), scalar, with));
        } else if (entry.has("by-option")) {
            entry.node("by-option").ifPresent(each -> byOption(each, options));
        } else {
            Optional<String> said = entry.requiredText("words");
            Optional<String> source = entry.requiredText("source");
            if (said.isPresent() && source.isPresent()) {
                words.add(new Originals.Words(said.get(), source.get()));
            }
        }
        entry.finish();
    }

    private void byOption(Node node, List<String> options) {
        if (!(node instanceof Node.Mapping(_, List<Node.Entry> entries))) {
            problems.add(
                    Rule.WRONG_KIND,
                    node.place(),
                    "by-option must be a mapping (option: figure), not " + node.kind(),
                    "write it like {sadness: sadness}");
            return;
        }
        for (Node.Entry entry : entries) {
            if (!options.contains(entry.key())) {
                problems.add(
                        Rule.UNKNOWN_VARIABLE,
                        entry.keyPlace(),
                        options.isEmpty()
                                ? "by-option needs shares of a question with options"
                                : "no option \"%s\"; there are %s"
                                        .formatted(entry.key(), String.join(", ", options)),
                        Nearest.to(entry.key(), options)
                                .map(near -> "write " + near)
                                .orElse("name an option of the question, or write published:"));
            } else if (entry.value() instanceof Node.Scalar scalar) {
                figure(Optional.of(entry.key()), scalar, Optional.empty());
            } else {
                problems.add(
                        Rule.WRONG_KIND,
                        entry.value().place(),
                        "by-option must name figures, not " + entry.value().kind(),
                        "name a figure of published.yaml");
            }
        }
    }

    /// The further analysis that is held against a figure, if it is there.
    private Optional<String> with(Fields entry) {
        Optional<Node.Scalar> name = entry.scalar("with");
        if (name.isEmpty() || beside.contains(name.get().value())) {
            return name.map(Node.Scalar::value);
        }
        problems.add(
                Rule.UNKNOWN_VARIABLE,
                name.get().place(),
                "nothing beside this claim is called \"%s\"%s"
                        .formatted(
                                Fields.shortened(name.get().value()),
                                beside.isEmpty() ? "" : "; there are " + String.join(", ", beside)),
                Nearest.to(name.get().value(), beside)
                        .map(near -> "write " + near)
                        .orElse("add it below beside:, or delete with:"));
        return Optional.empty();
    }

    private void figure(Optional<String> option, Node.Scalar scalar, Optional<String> with) {
        Published figure = published.get(scalar.value());
        if (figure != null) {
            figures.add(new Originals.Figure(option, figure, with));
            return;
        }
        Optional<String> nearest = Nearest.to(scalar.value(), published.keySet());
        problems.add(
                Rule.UNKNOWN_ORIGINAL,
                scalar.place(),
                "published.yaml holds no figure \"%s\"".formatted(Fields.shortened(scalar.value()))
                        + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                nearest.map(near -> "write " + near)
                        .orElse("add it to published.yaml with its source"));
    }
}
