package eyebright.feedback;

import eyebright.expression.Expression;
import eyebright.expression.Type;
import eyebright.plan.Let;
import eyebright.plan.PlanExpressions;
import eyebright.plan.PlanVocabulary;
import eyebright.plan.Published;
import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What entries may name: expressions, published figures, sources, and ids that stand once.
final class Named {

    private final PlanExpressions expressions;
    private final Map<String, Let> lets = new HashMap<>();
    private final Map<String, Published> published;
    private final Map<String, Source> sources;
    private final Map<String, Place> ids = new HashMap<>();
    private final Problems problems;

    Named(
            PlanExpressions expressions,
            List<Let> lets,
            Map<String, Published> published,
            Map<String, Source> sources) {
        this.expressions = expressions;
        lets.forEach(let -> this.lets.put(let.name(), let));
        this.published = published;
        this.sources = sources;
        this.problems = expressions.problems();
    }

    PlanExpressions expressions() {
        return expressions;
    }

    PlanVocabulary vocabulary() {
        return expressions.vocabulary();
    }

    Problems problems() {
        return problems;
    }

    /// The condition under that key.
    Optional<Expression> condition(Fields fields, String key) {
        return expressions.condition(fields, key);
    }

    /// The number under a key that must be there.
    Optional<Expression> number(Fields fields, String key) {
        return fields.requiredScalar(key).flatMap(each -> expressions.typed(each, Type.DECIMAL));
    }

    /// The condition under a key that must be there.
    Optional<Expression> requiredCondition(Fields fields, String key) {
        return fields.requiredScalar(key).flatMap(each -> expressions.typed(each, Type.LOGIC));
    }

    /// Everything an expression comes from: the variables it reads, and those that the numbers and scales it reads
    /// are made of.
    Set<String> reads(Expression expression) {
        var reads = new LinkedHashSet<String>();
        collect(expression, reads);
        return reads;
    }

    private void collect(Expression expression, Set<String> reads) {
        for (String name : expression.variables()) {
            if (!reads.add(vocabulary().column(name))) {
                continue;
            }
            vocabulary().scale(name).ifPresent(scale -> reads.addAll(scale.items()));
            Let let = lets.get(name);
            if (let != null) {
                for (Let.Case each : let.cases()) {
                    collect(each.be(), reads);
                    each.when().ifPresent(when -> collect(when, reads));
                }
            }
        }
    }

    /// The published figures under a key: one or a list of them.
    List<Published> published(Fields fields, String key) {
        return named(fields, key, this::figure);
    }

    /// The published figure of that id; none, and a problem, if there is none.
    Optional<Published> figure(Node.Scalar id) {
        Published figure = published.get(id.value());
        if (figure == null) {
            unknown(
                    Rule.UNKNOWN_ORIGINAL,
                    "published.yaml holds no figure",
                    id,
                    published.keySet(),
                    "add it to published.yaml with its source");
        }
        return Optional.ofNullable(figure);
    }

    /// The sources under `source`: one or a list of them.
    List<Source> sources(Fields fields) {
        return named(fields, "source", this::source);
    }

    private Optional<Source> source(Node.Scalar id) {
        Source source = sources.get(id.value());
        if (source == null) {
            unknown(
                    Rule.UNKNOWN_SOURCE,
                    "no source",
                    id,
                    sources.keySet(),
                    "declare it: - source: %s".formatted(Fields.shortened(id.value())));
        }
        return Optional.ofNullable(source);
    }

    /// Where a number comes from: a source, an assumption or both; else a problem.
    Ground ground(Fields fields, String thing) {
        boolean hasSource = fields.has("source");
        boolean isAssumed = fields.has("assumed");
        List<Source> named = sources(fields);
        Optional<String> assumed = fields.text("assumed");
        if (!hasSource && !isAssumed) {
            problems.add(
                    Rule.NO_SOURCE,
                    fields.place(),
                    "%s has neither source nor assumed".formatted(thing),
                    "add source: with the id of a source, or assumed: and why");
        }
        return named.isEmpty() && assumed.isEmpty()
                ? new Ground(named, Optional.of("nothing is said"))
                : new Ground(named, assumed);
    }

    private <T> List<T> named(Fields fields, String key, Function<Node.Scalar, Optional<T>> find) {
        boolean isList = fields.node(key).filter(Node.Items.class::isInstance).isPresent();
        if (isList) {
            entries(fields, key);
        }
        List<Node.Scalar> names =
                isList ? fields.scalars(key) : fields.scalar(key).stream().toList();
        var found = new ArrayList<T>();
        names.forEach(name -> find.apply(name).ifPresent(found::add));
        return found;
    }

    private void unknown(
            Rule rule, String none, Node.Scalar id, Set<String> known, String otherwise) {
        Optional<String> nearest = Nearest.to(id.value(), known);
        problems.add(
                rule,
                id.place(),
                "%s \"%s\"%s"
                        .formatted(
                                none,
                                Fields.shortened(id.value()),
                                nearest.map("; nearest is \"%s\""::formatted).orElse("")),
                nearest.map(near -> "write " + near).orElse(otherwise));
    }

    /// Whether that id of such a thing stands here first; else a problem.
    ///
    /// @param thing what it is the id of
    boolean isFirst(String thing, String id, Place place) {
        Place first = ids.putIfAbsent(thing + " " + id, place);
        if (first != null) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    place,
                    "%s \"%s\" stands twice; the id stands first in line %d"
                            .formatted(thing, id, first.line()),
                    "rename one of the two");
        }
        return first == null;
    }

    /// The entries of a list that must be there and hold one or more.
    List<Node> entries(Fields fields, String key) {
        Optional<Node> node = fields.required(key);
        if (node.isPresent() && node.get() instanceof Node.Items(Place place, List<Node> nodes)) {
            if (nodes.isEmpty()) {
                problems.add(
                        Rule.WRONG_VALUE,
                        place,
                        "%s must list one or more, not none".formatted(key),
                        "write an entry after a dash, or delete what is above it");
            }
            return nodes;
        }
        // Says that it is no list.
        return fields.list(key);
    }

    /// What a number counts, under `unit`.
    Optional<Unit> unit(Fields fields, String key) {
        Optional<Fields> unit = fields.fields(key);
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> one = unit.get().requiredText("one");
        Optional<String> many = unit.get().requiredText("many");
        unit.get().finish();
        return one.isPresent() && many.isPresent()
                ? Optional.of(new Unit(one.get(), many.get()))
                : Optional.empty();
    }
}
