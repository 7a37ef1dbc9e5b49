package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Rule;
import eyebright.source.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the groups of a comparison: `between: gender`, `between: {gender: [woman, man]}`, and several
/// options as one group: `between: {orientation: [{psychodynamic: [pure, mixed]}, cbt]}`.
final class GroupsReader {

    private final PlanExpressions expressions;

    GroupsReader(PlanExpressions expressions) {
        this.expressions = expressions;
    }

    /// The question and the groups.
    record Read(String by, List<Analysis.Pool> groups) {}

    Optional<Read> read(Fields claim) {
        return claim.required("between")
                .flatMap(
                        node ->
                                switch (node) {
                                    case Node.Scalar scalar -> all(scalar);
                                    case Node.Mapping(_, List<Node.Entry> entries)
                                            when entries.size() == 1 ->
                                            some(entries.getFirst());
                                    case Node.Mapping _, Node.Items _ -> {
                                        expressions
                                                .problems()
                                                .add(
                                                        Rule.WRONG_KIND,
                                                        node.place(),
                                                        "between must name one question",
                                                        "write it like {gender: [woman, man]}");
                                        yield Optional.empty();
                                    }
                                });
    }

    private Optional<Read> all(Node.Scalar by) {
        if (!expressions.isThere(by) || !expressions.isOne("between", by)) {
            return Optional.empty();
        }
        return Optional.of(
                new Read(
                        by.value(),
                        expressions.codes(by.value()).stream().map(GroupsReader::single).toList()));
    }

    private Optional<Read> some(Node.Entry entry) {
        var by = new Node.Scalar(entry.keyPlace(), entry.key(), false, false);
        if (!expressions.isThere(by) || !expressions.isOne("between", by)) {
            return Optional.empty();
        }
        List<Node> nodes =
                entry.value() instanceof Node.Items(_, List<Node> items) ? items : List.of();
        List<Analysis.Pool> pools =
                nodes.stream().flatMap(node -> pool(by.value(), node).stream()).toList();
        List<String> codes = pools.stream().flatMap(pool -> pool.codes().stream()).toList();
        boolean areGroups = pools.size() >= 2 && codes.stream().distinct().count() == codes.size();
        if (pools.size() == nodes.size() && !areGroups) {
            List<String> known = expressions.codes(by.value());
            expressions.wrongValue(
                    entry.value().place(),
                    "between must list two or more different options of %s".formatted(by.value()),
                    "write it like {%s: [%s, %s]}"
                            .formatted(by.value(), known.getFirst(), known.get(1)));
            return Optional.empty();
        }
        List<String> labels = pools.stream().flatMap(pool -> pool.label().stream()).toList();
        if (areGroups && labels.stream().distinct().count() != labels.size()) {
            expressions.wrongValue(
                    entry.value().place(),
                    "groups of between must have different labels, not %s"
                            .formatted(String.join(" and ", labels)),
                    "call one of them something else");
            return Optional.empty();
        }
        return pools.size() == nodes.size()
                ? Optional.of(new Read(by.value(), pools))
                : Optional.empty();
    }

    /// One group: a code, or a label with several of them.
    private Optional<Analysis.Pool> pool(String by, Node node) {
        return switch (node) {
            case Node.Scalar scalar -> code(by, scalar).map(GroupsReader::single);
            case Node.Mapping(_, List<Node.Entry> entries)
                    when entries.size() == 1
                            && entries.getFirst().value() instanceof Node.Items(_, List<Node> items)
                            && !items.isEmpty() ->
                    pool(by, entries.getFirst(), items);
            case Node.Mapping _, Node.Items _ -> {
                expressions
                        .problems()
                        .add(
                                Rule.WRONG_KIND,
                                node.place(),
                                "a group of between must be an option, or a label with several",
                                "write it like {analytic: [pure, mixed]}");
                yield Optional.empty();
            }
        };
    }

    private Optional<Analysis.Pool> pool(String by, Node.Entry entry, List<Node> items) {
        var label = new Node.Scalar(entry.keyPlace(), entry.key(), false, true);
        if (label.value().isBlank()) {
            expressions.wrongValue(
                    label.place(),
                    "a group of several options must have a label, not nothing",
                    "write it like {analytic: [pure, mixed]}");
            return Optional.empty();
        }
        if (!SafeText.check(label, expressions.problems())) {
            return Optional.empty();
        }
        var codes = new ArrayList<String>();
        for (Node item : items) {
            if (item instanceof Node.Scalar scalar) {
                code(by, scalar).ifPresent(codes::add);
            } else {
                expressions
                        .problems()
                        .add(
                                Rule.WRONG_KIND,
                                item.place(),
                                "a group of between must list options, not " + item.kind(),
                                "write it like {analytic: [pure, mixed]}");
            }
        }
        return codes.size() == items.size()
                ? Optional.of(new Analysis.Pool(Optional.of(label.value()), codes))
                : Optional.empty();
    }

    private Optional<String> code(String by, Node.Scalar scalar) {
        List<String> known = expressions.codes(by);
        if (known.contains(scalar.value())) {
            return Optional.of(scalar.value());
        }
        expressions.unknown("option", scalar.value(), scalar.place(), known);
        return Optional.empty();
    }

    private static Analysis.Pool single(String code) {
        return new Analysis.Pool(Optional.empty(), List.of(code));
    }
}
