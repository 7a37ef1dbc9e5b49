package eyebright.study;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads lists such as `[{yes: Yes}, {none: None of these, alone: true}]`.
final class OptionReader {

    private static final int MOST = 120;

    private static final Set<String> KEYS_OF_OPTIONS = Set.of("alone", "as");
    private static final Set<String> KEYS_OF_ITEMS = Set.of("column");

    private final Names names;
    private final Problems problems;

    OptionReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /// The options of a question; fewer than two are a problem.
    ///
    /// @param severalOf whether an option may exclude the others
    List<Option> options(Fields question, String key, boolean severalOf) {
        var options = new ArrayList<Option>();
        for (Labelled labelled : labelled(question, key, "an option", KEYS_OF_OPTIONS)) {
            boolean alone = labelled.more().flag("alone");
            if (alone && !severalOf) {
                problems.add(
                        Rule.WRONG_VALUE,
                        labelled.more().placeOf("alone"),
                        "alone is for several-of: of a one-of, every option stands alone",
                        "delete alone");
            }
            options.add(
                    new Option(
                            labelled.code(),
                            labelled.label(),
                            alone,
                            labelled.more().scalar("as").map(Node.Scalar::value)));
        }
        if (question.list(key).size() == 1) {
            problems.add(
                    Rule.WRONG_VALUE,
                    question.placeOf(key),
                    "%s must list 2 options or more, not 1".formatted(key),
                    "add another option");
        }
        return options;
    }

    /// The items of a rate question.
    List<Item> items(Fields question, String key) {
        return labelled(question, key, "an item", KEYS_OF_ITEMS).stream()
                .map(
                        labelled ->
                                new Item(
                                        labelled.code(),
                                        labelled.label(),
                                        labelled.more().scalar("column").map(Node.Scalar::value)))
                .toList();
    }

    /// A code with its label and the other keys beside it.
    private record Labelled(String code, String label, Fields more) {}

    private List<Labelled> labelled(
            Fields question, String key, String thing, Set<String> otherKeys) {
        var all = new ArrayList<Labelled>();
        Map<String, Place> seen = new HashMap<>();
        List<Node> nodes = question.list(key);
        if (nodes.isEmpty()
                && question.has(key)
                && question.node(key).get() instanceof Node.Items) {
            problems.add(
                    Rule.WRONG_VALUE,
                    question.placeOf(key),
                    "%s lists nothing".formatted(key),
                    "write [{code: Label}, {code: Label}]");
        }
        if (nodes.size() > MOST) {
            problems.add(
                    Rule.TOO_LARGE,
                    question.placeOf(key),
                    "%s must list at most %d, not %d".formatted(key, MOST, nodes.size()),
                    "ask for words or a number instead");
            return all;
        }
        for (Node node : nodes) {
            labelled(node, thing, otherKeys)
                    .filter(labelled -> isFirst(labelled, node, thing, seen))
                    .ifPresent(all::add);
        }
        return all;
    }

    private Optional<Labelled> labelled(Node node, String thing, Set<String> otherKeys) {
        if (!(node instanceof Node.Mapping mapping)) {
            problems.add(
                    Rule.WRONG_KIND,
                    node.place(),
                    "%s must be a code with its label, not %s".formatted(thing, node.kind()),
                    node instanceof Node.Scalar scalar && !scalar.value().isBlank()
                            ? "write {%s: Label}".formatted(Fields.shortened(scalar.value()))
                            : "write {code: Label}");
            return Optional.empty();
        }
        List<Node.Entry> codes =
                mapping.entries().stream().filter(e -> !otherKeys.contains(e.key())).toList();
        if (codes.size() != 1) {
            problems.add(
                    Rule.WRONG_KIND,
                    mapping.place(),
                    "%s must be one code with its label, not %d of them"
                            .formatted(thing, codes.size()),
                    "write [{code: Label}, {code: Label}]; beside the code there may be "
                            + String.join(" and ", otherKeys.stream().sorted().toList()));
            return Optional.empty();
        }
        Node.Entry entry = codes.getFirst();
        Fields fields = Fields.of(thing, node, problems).orElseThrow();
        Optional<String> label = fields.text(entry.key());
        return label.isPresent() && names.code(entry, thing)
                ? Optional.of(new Labelled(entry.key(), label.get(), fields))
                : Optional.empty();
    }

    private boolean isFirst(Labelled labelled, Node node, String thing, Map<String, Place> seen) {
        Place first = seen.putIfAbsent(labelled.code(), node.place());
        if (first == null) {
            return true;
        }
        problems.add(
                Rule.DUPLICATE_ID,
                node.place(),
                "the code \"%s\" of %s stands twice; it stands first in line %d"
                        .formatted(labelled.code(), thing, first.line()),
                "rename one of the two");
        return false;
    }
}
