package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Fault;
import eyebright.expression.Type;
import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads what a claim computes, and sees that everything it reads is asked or scored.
final class AnalysisReader {

    private static final List<String> KEYS =
            List.of("share", "shares", "side-by-side", "compare", "table", "mean", "not-yet");

    private final PlanVocabulary vocabulary;
    private final Problems problems;

    AnalysisReader(PlanVocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /// The analysis of a claim: exactly one.
    Optional<Analysis> read(Fields claim) {
        List<String> given = KEYS.stream().filter(claim::has).toList();
        if (given.size() != 1) {
            // Their companions are read too, so that they are not called unknown.
            claim.has("between");
            claim.has("uses");
            problems.add(
                    Rule.CLAIM_KIND,
                    given.isEmpty() ? claim.place() : claim.placeOf(given.getLast()),
                    given.isEmpty()
                            ? "a claim needs an analysis"
                            : "a claim has one analysis, not " + String.join(" and ", given),
                    given.isEmpty()
                            ? "add one of " + String.join(", ", KEYS)
                            : "make two claims of it");
            return Optional.empty();
        }
        return switch (given.getFirst()) {
            case "share" -> condition(claim, "share").map(Analysis.Share::new);
            case "shares" -> shares(claim);
            case "side-by-side" -> sideBySide(claim);
            case "compare" -> compare(claim);
            case "table" -> table(claim);
            case "mean" -> expression(claim, "mean", Type.DECIMAL).map(Analysis.MeanOf::new);
            default -> notYet(claim);
        };
    }

    /// The condition under that key, if it is there and reads.
    Optional<Expression> condition(Fields claim, String key) {
        return expression(claim, key, Type.LOGIC);
    }

    private Optional<Expression> expression(Fields claim, String key, Type wanted) {
        Optional<Node.Scalar> scalar = claim.scalar(key);
        Optional<Expression> expression =
                scalar.flatMap(this::parsed).filter(each -> isValue(each, scalar.get()));
        if (scalar.isEmpty() || expression.isEmpty()) {
            return Optional.empty();
        }
        Optional<Fault> fault = expression.get().check(vocabulary, wanted);
        fault.ifPresent(found -> add(found, scalar.get()));
        return fault.isPresent() ? Optional.empty() : expression;
    }

    private Optional<Expression> parsed(Node.Scalar scalar) {
        return switch (Expression.read(scalar.value())) {
            case Expression.Reading.Valid(Expression expression) -> Optional.of(expression);
            case Expression.Reading.Invalid(Fault fault) -> {
                add(fault, scalar);
                yield Optional.empty();
            }
        };
    }

    /// Whether it is more than the name of a several-of question, which holds for whoever answered.
    private boolean isValue(Expression expression, Node.Scalar scalar) {
        Optional<String> several = expression.onlyVariable().filter(vocabulary::isSeveral);
        several.ifPresent(
                name ->
                        wrongType(
                                scalar.place(),
                                "\"%s\" has several answers, so it is no condition".formatted(name),
                                "name one of its options: "
                                        + name
                                        + "."
                                        + vocabulary.options(name).getFirst().code()));
        return several.isEmpty();
    }

    private void add(Fault fault, Node.Scalar scalar) {
        Place place = scalar.at(fault.offset());
        switch (fault.kind()) {
            case SYNTAX -> problems.add(Rule.BAD_EXPRESSION, place, fault.problem(), fault.fix());
            case TYPE -> problems.add(Rule.WRONG_TYPE, place, fault.problem(), fault.fix());
            case UNKNOWN -> {
                String rest = scalar.value().substring(fault.offset());
                if (rest.startsWith("\"") || rest.startsWith("'")) {
                    problems.add(Rule.UNKNOWN_VARIABLE, place, fault.problem(), fault.fix());
                } else {
                    neverAsked(rest.split("[^A-Za-z0-9_.]", 2)[0], place);
                }
            }
        }
    }

    private void neverAsked(String name, Place place) {
        Optional<String> nearest = Nearest.to(name, vocabulary.names());
        problems.add(
                Rule.NEVER_ASKED,
                place,
                "\"%s\" is neither asked nor scored".formatted(Fields.shortened(name))
                        + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                nearest.map(near -> "write %s, or ask it in questions.yaml".formatted(near))
                        .orElse("ask it in questions.yaml, or read what is asked"));
    }

    private Optional<Analysis> shares(Fields claim) {
        Optional<String> variable =
                claim.scalar("shares").filter(this::isThere).map(Node.Scalar::value);
        if (variable.isPresent()
                && vocabulary.options(variable.get()).isEmpty()
                && !(vocabulary.asked(variable.get()).isPresent()
                        && vocabulary.points(variable.get()).isPresent())) {
            wrongType(
                    claim.node("shares").map(Node::place).orElse(claim.place()),
                    "shares needs a question with options or a rating, and \"%s\" is none"
                            .formatted(variable.get()),
                    "use mean: for a number, share: for a condition");
            return Optional.empty();
        }
        return variable.map(Analysis.Shares::new);
    }

    private Optional<Analysis> sideBySide(Fields claim) {
        List<Node.Scalar> two = two(claim, "side-by-side");
        if (two.isEmpty()) {
            return Optional.empty();
        }
        for (Node.Scalar each : two) {
            if (!vocabulary.isSeveral(each.value())) {
                wrongType(
                        each.place(),
                        "side-by-side needs several-of questions, and \"%s\" is none"
                                .formatted(each.value()),
                        "name two several-of questions");
                return Optional.empty();
            }
        }
        String first = two.getFirst().value();
        String second = two.getLast().value();
        var codes = new HashSet<>(codes(first));
        if (!codes.equals(new HashSet<>(codes(second)))) {
            wrongType(
                    two.getLast().place(),
                    "side-by-side needs the same options twice: \"%s\" has %s, \"%s\" has %s"
                            .formatted(
                                    first,
                                    String.join(", ", codes(first)),
                                    second,
                                    String.join(", ", codes(second))),
                    "give both questions the same codes");
            return Optional.empty();
        }
        return Optional.of(new Analysis.SideBySide(first, second));
    }

    private Optional<Analysis> table(Fields claim) {
        List<Node.Scalar> two = two(claim, "table");
        if (two.isEmpty() || !two.stream().allMatch(each -> isOne("table", each))) {
            return Optional.empty();
        }
        return Optional.of(new Analysis.CrossTable(two.getFirst().value(), two.getLast().value()));
    }

    /// Two different variables that are there; else none, with problems.
    private List<Node.Scalar> two(Fields claim, String key) {
        List<Node.Scalar> scalars = claim.scalars(key);
        boolean areThere = scalars.stream().filter(this::isThere).count() == scalars.size();
        boolean areTwo = scalars.stream().map(Node.Scalar::value).distinct().count() == 2;
        if (claim.node(key).orElse(null) instanceof Node.Items items
                && (scalars.size() != 2 || !areTwo)
                && scalars.size() == items.nodes().size()) {
            problems.add(
                    Rule.WRONG_VALUE,
                    items.place(),
                    "%s must name two different questions".formatted(key),
                    "write it like [first, second]");
        }
        return areThere && areTwo && scalars.size() == 2 ? scalars : List.of();
    }

    private Optional<Analysis> compare(Fields claim) {
        Optional<Node.Scalar> scalar = claim.scalar("compare");
        Optional<Expression> of =
                scalar.flatMap(this::parsed).filter(each -> isValue(each, scalar.get()));
        Optional<Groups> groups = groups(claim);
        if (scalar.isEmpty() || of.isEmpty()) {
            return Optional.empty();
        }
        Optional<Type> type = of.get().type(vocabulary);
        if (type.isEmpty()) {
            of.get().check(vocabulary, Type.LOGIC).ifPresent(fault -> add(fault, scalar.get()));
            return Optional.empty();
        }
        if (type.get() == Type.TEXT && !isYesNo(of.get())) {
            wrongType(
                    scalar.get().place(),
                    "compare needs a condition, a yes-no question or a number, and \"%s\" is none"
                            .formatted(Fields.shortened(scalar.get().value())),
                    "compare one answer: name == \"code\"");
            return Optional.empty();
        }
        return groups.map(each -> new Analysis.Compare(of.get(), each.by(), each.codes()));
    }

    private boolean isYesNo(Expression expression) {
        return expression
                .onlyVariable()
                .filter(vocabulary::isOne)
                .map(this::codes)
                .filter(codes -> codes.contains("yes") && codes.contains("no"))
                .isPresent();
    }

    private record Groups(String by, List<String> codes) {}

    private Optional<Groups> groups(Fields claim) {
        return claim.required("between")
                .flatMap(
                        node ->
                                switch (node) {
                                    case Node.Scalar scalar ->
                                            isThere(scalar) && isOne("between", scalar)
                                                    ? Optional.of(
                                                            new Groups(
                                                                    scalar.value(),
                                                                    codes(scalar.value())))
                                                    : Optional.empty();
                                    case Node.Mapping(_, List<Node.Entry> entries)
                                            when entries.size() == 1 ->
                                            groups(entries.getFirst());
                                    case Node.Mapping _, Node.Items _ -> {
                                        problems.add(
                                                Rule.WRONG_KIND,
                                                node.place(),
                                                "between must name one question",
                                                "write it like {gender: [woman, man]}");
                                        yield Optional.empty();
                                    }
                                });
    }

    private Optional<Groups> groups(Node.Entry entry) {
        var by = new Node.Scalar(entry.keyPlace(), entry.key(), false, false);
        if (!isThere(by) || !isOne("between", by)) {
            return Optional.empty();
        }
        List<String> known = codes(by.value());
        var codes = new ArrayList<String>();
        List<Node> nodes =
                entry.value() instanceof Node.Items(_, List<Node> items) ? items : List.of();
        for (Node node : nodes) {
            if (node instanceof Node.Scalar(Place place, String code, _, _)) {
                if (known.contains(code)) {
                    codes.add(code);
                } else {
                    problems.add(
                            Rule.UNKNOWN_VARIABLE,
                            place,
                            "no option \"%s\"; there are %s"
                                    .formatted(Fields.shortened(code), String.join(", ", known)),
                            Nearest.to(code, known)
                                    .map(near -> "write " + near)
                                    .orElse("use one of these codes"));
                }
            }
        }
        boolean areGroups = codes.stream().distinct().count() >= 2;
        if (codes.size() == nodes.size() && (!areGroups || hasRepeats(codes))) {
            problems.add(
                    Rule.WRONG_VALUE,
                    entry.value().place(),
                    "between must list two or more different options of %s".formatted(by.value()),
                    "write it like {%s: [%s, %s]}"
                            .formatted(by.value(), known.getFirst(), known.get(1)));
            return Optional.empty();
        }
        return codes.size() == nodes.size()
                ? Optional.of(new Groups(by.value(), codes))
                : Optional.empty();
    }

    private static boolean hasRepeats(List<String> codes) {
        return codes.stream().distinct().count() != codes.size();
    }

    private Optional<Analysis> notYet(Fields claim) {
        Optional<String> words = claim.text("not-yet");
        claim.required("uses");
        List<Node.Scalar> uses = claim.scalars("uses");
        boolean areThere = uses.stream().filter(this::isThere).count() == uses.size();
        return areThere
                ? words.map(
                        each ->
                                new Analysis.NotYet(
                                        each, uses.stream().map(Node.Scalar::value).toList()))
                : Optional.empty();
    }

    private boolean isThere(Node.Scalar scalar) {
        if (vocabulary.meaning(scalar.value()).isPresent()) {
            return true;
        }
        neverAsked(scalar.value(), scalar.place());
        return false;
    }

    private boolean isOne(String key, Node.Scalar scalar) {
        if (vocabulary.isOne(scalar.value())) {
            return true;
        }
        wrongType(
                scalar.place(),
                "%s needs a one-of question, and \"%s\" is none".formatted(key, scalar.value()),
                "name a question with one-of");
        return false;
    }

    private void wrongType(Place place, String problem, String fix) {
        problems.add(Rule.WRONG_TYPE, place, problem, fix);
    }

    private List<String> codes(String variable) {
        return vocabulary.options(variable).stream().map(Option::code).toList();
    }
}
