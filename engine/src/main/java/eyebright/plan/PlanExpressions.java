package eyebright.plan;

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
import java.util.List;
import java.util.Optional;

/// Reads the expressions and names of a plan, or of what reads the numbers of a plan, and sees that everything
/// they read is asked or scored.
public final class PlanExpressions {

    private static final int MOST_LISTED = 130;

    private final PlanVocabulary vocabulary;
    private final Problems problems;

    /// Expressions that may read that vocabulary; what is wrong with them is added to those problems.
    public PlanExpressions(PlanVocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /// What may be read.
    public PlanVocabulary vocabulary() {
        return vocabulary;
    }

    /// Where problems are added.
    public Problems problems() {
        return problems;
    }

    /// The condition under that key, if it is there and reads.
    public Optional<Expression> condition(Fields fields, String key) {
        return expression(fields, key, Type.LOGIC);
    }

    /// The expression under that key, if it is there, reads and is of that type.
    public Optional<Expression> expression(Fields fields, String key, Type wanted) {
        return fields.scalar(key).flatMap(scalar -> typed(scalar, wanted));
    }

    /// The expression of a text, if it reads and is of that type.
    public Optional<Expression> typed(Node.Scalar scalar, Type wanted) {
        Optional<Expression> expression = parsed(scalar);
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        Optional<Fault> fault = expression.get().check(vocabulary, wanted);
        fault.ifPresent(found -> add(found, scalar));
        return fault.isPresent() ? Optional.empty() : expression;
    }

    /// An expression with its type.
    public record Typed(Expression expression, Type type) {}

    /// The expression of a text, of whatever type, if it reads.
    public Optional<Typed> any(Node.Scalar scalar) {
        Optional<Expression> expression = parsed(scalar);
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        Optional<Type> type = expression.get().type(vocabulary);
        if (type.isEmpty()) {
            expression.get().check(vocabulary, Type.LOGIC).ifPresent(fault -> add(fault, scalar));
            return Optional.empty();
        }
        return Optional.of(new Typed(expression.get(), type.get()));
    }

    /// The expression of a text, if it reads and is more than the name of a several-of question.
    private Optional<Expression> parsed(Node.Scalar scalar) {
        return switch (Expression.read(scalar.value())) {
            case Expression.Reading.Valid(Expression expression) ->
                    Optional.of(expression).filter(each -> isValue(each, scalar));
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

    /// Adds that nothing of that name is there.
    public void neverAsked(String name, Place place) {
        Optional<String> nearest = Nearest.to(name, vocabulary.names());
        problems.add(
                Rule.NEVER_ASKED,
                place,
                "\"%s\" is neither asked nor scored".formatted(Fields.shortened(name))
                        + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                nearest.map(near -> "write %s, or ask it in questions.yaml".formatted(near))
                        .orElse("ask it in questions.yaml, or read what is asked"));
    }

    /// Adds that something is not one of a list.
    public void unknown(String what, String name, Place place, List<String> known) {
        problems.add(
                Rule.UNKNOWN_VARIABLE,
                place,
                known.isEmpty()
                        ? "no %s \"%s\"; there is none".formatted(what, Fields.shortened(name))
                        : "no %s \"%s\"; there are %s"
                                .formatted(what, Fields.shortened(name), listed(known)),
                Nearest.to(name, known)
                        .map(near -> "write " + near)
                        .orElse(known.isEmpty() ? "leave it out" : "use one of these"));
    }

    /// The first of them, so that a line can be read.
    private static String listed(List<String> known) {
        String some = String.join(", ", known.subList(0, Math.min(known.size(), MOST_LISTED)));
        return known.size() <= MOST_LISTED
                ? some
                : "%s and %d more".formatted(some, known.size() - MOST_LISTED);
    }

    /// Whether a name is that of something asked or scored; else a problem.
    boolean isThere(Node.Scalar scalar) {
        if (vocabulary.meaning(scalar.value()).isPresent()) {
            return true;
        }
        neverAsked(scalar.value(), scalar.place());
        return false;
    }

    /// Whether a name is that of a one-of question; else a problem.
    boolean isOne(String key, Node.Scalar scalar) {
        if (vocabulary.isOne(scalar.value())) {
            return true;
        }
        wrongType(
                scalar.place(),
                "%s needs a one-of question, and \"%s\" is none".formatted(key, scalar.value()),
                "name a question with one-of");
        return false;
    }

    /// Whether an expression is the name of a question with the options yes and no.
    boolean isYesNo(Expression expression) {
        return expression.onlyVariable().filter(this::isYesNo).isPresent();
    }

    /// Whether a name is that of a question with the options yes and no.
    boolean isYesNo(String name) {
        return vocabulary.isOne(name) && codes(name).containsAll(List.of("yes", "no"));
    }

    /// One name, or a list of one or more; empty, with a problem, if it is something else.
    Optional<List<Node.Scalar>> names(Fields fields, String key) {
        Optional<Node> node = fields.node(key);
        if (node.isPresent() && node.get() instanceof Node.Scalar) {
            return fields.scalar(key).map(List::of);
        }
        List<Node.Scalar> scalars = fields.scalars(key);
        if (!(node.orElse(null) instanceof Node.Items(_, List<Node> nodes))
                || nodes.size() != scalars.size()) {
            return Optional.empty();
        }
        if (scalars.isEmpty()) {
            wrongValue(
                    fields.placeOf(key),
                    "%s lists nothing".formatted(key),
                    "name one or more, or leave it out");
            return Optional.empty();
        }
        return Optional.of(scalars);
    }

    /// Adds that something is of a type that does not fit.
    public void wrongType(Place place, String problem, String fix) {
        problems.add(Rule.WRONG_TYPE, place, problem, fix);
    }

    void wrongValue(Place place, String problem, String fix) {
        problems.add(Rule.WRONG_VALUE, place, problem, fix);
    }

    /// The codes of the options of a variable.
    List<String> codes(String variable) {
        return vocabulary.options(variable).stream().map(Option::code).toList();
    }
}
