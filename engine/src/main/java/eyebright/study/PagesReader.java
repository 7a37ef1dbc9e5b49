package eyebright.study;

import eyebright.expression.Expression;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `questions.yaml`.
final class PagesReader {

    static final String FILE = "questions.yaml";

    private static final int MOST_PAGES = 500;
    private static final int MOST_QUESTIONS_A_PAGE = 100;

    private static final Map<String, Order> ORDERS =
            Map.of("random", Order.RANDOM, "as written", Order.AS_WRITTEN);

    private final Problems problems;
    private final Names names;
    private final QuestionReader questions;

    PagesReader(Problems problems) {
        this.problems = problems;
        this.names = new Names(problems);
        this.questions = new QuestionReader(names, problems);
    }

    /// The ids of all questions, also of those that could not be read further.
    Set<String> ids() {
        return names.ids();
    }

    List<Draft> read(Node root) {
        if (!(root instanceof Node.Items(Place place, List<Node> nodes))) {
            problems.add(
                    Rule.WRONG_KIND,
                    root.place(),
                    "%s must be a list of pages, not %s".formatted(FILE, root.kind()),
                    "begin each page with a dash: - page: name");
            return List.of();
        }
        if (nodes.isEmpty()) {
            problems.add(
                    Rule.WRONG_VALUE,
                    place,
                    "%s must list 1 page or more, not none".formatted(FILE),
                    "begin each page with a dash: - page: name");
        }
        if (nodes.size() > MOST_PAGES) {
            problems.add(
                    Rule.TOO_LARGE,
                    place,
                    "a study must have at most %d pages, not %d"
                            .formatted(MOST_PAGES, nodes.size()),
                    "put questions that belong together on one page");
            return List.of();
        }
        var drafts = new ArrayList<Draft>();
        for (Node node : nodes) {
            Fields.of("a page", node, problems).flatMap(this::page).ifPresent(drafts::add);
        }
        return drafts;
    }

    private Optional<Draft> page(Fields fields) {
        Optional<String> id = names.page(fields);
        Optional<String> title = fields.requiredText("title");
        Optional<String> intro = fields.text("intro");
        Optional<Node.Scalar> showIf = fields.scalar("show-if");
        Optional<Expression> condition =
                showIf.flatMap(scalar -> Expressions.read(scalar, problems));
        List<String> define = fields.scalars("define").stream().map(Node.Scalar::value).toList();
        boolean support = fields.flag("support");
        Optional<String> block = fields.scalar("block").map(Node.Scalar::value);
        Order order = fields.word("order", ORDERS).orElse(Order.AS_WRITTEN);
        var texts = new ArrayList<Node.Scalar>();
        fields.scalar("title").ifPresent(texts::add);
        fields.scalar("intro").ifPresent(texts::add);
        List<Question> asked = questions(fields, texts);
        var conditions = new ArrayList<Node.Scalar>();
        var sentences = new ArrayList<Node.Scalar>();
        List<Page.Expectation> expectations = expectations(fields, conditions, sentences);
        fields.finish();
        if (id.isEmpty() || title.isEmpty() || asked.isEmpty()) {
            return Optional.empty();
        }
        var page =
                new Page(
                        id.get(),
                        title.get(),
                        intro,
                        condition,
                        define,
                        support,
                        block,
                        order,
                        asked,
                        expectations,
                        Variables.of(id.get(), asked));
        return Optional.of(new Draft(fields, page, showIf, conditions, sentences, texts));
    }

    private List<Question> questions(Fields page, List<Node.Scalar> texts) {
        var asked = new ArrayList<Question>();
        page.required("questions");
        List<Node> nodes = page.list("questions");
        if (nodes.isEmpty() && page.node("questions").orElse(null) instanceof Node.Items) {
            problems.add(
                    Rule.WRONG_VALUE,
                    page.placeOf("questions"),
                    "a page must have 1 question or more, not none",
                    "add a question, or a statement with say");
        }
        if (nodes.size() > MOST_QUESTIONS_A_PAGE) {
            problems.add(
                    Rule.TOO_LARGE,
                    page.placeOf("questions"),
                    "a page must have at most %d questions, not %d"
                            .formatted(MOST_QUESTIONS_A_PAGE, nodes.size()),
                    "make more pages of it");
            return asked;
        }
        for (Node node : nodes) {
            Optional<Fields> fields = Fields.of("a question", node, problems);
            if (fields.isPresent()) {
                questions.read(fields.get()).ifPresent(asked::add);
                for (String key : List.of("ask", "say", "hint")) {
                    fields.get()
                            .node(key)
                            .filter(Node.Scalar.class::isInstance)
                            .ifPresent(text -> texts.add((Node.Scalar) text));
                }
            }
        }
        return asked;
    }

    private List<Page.Expectation> expectations(
            Fields page, List<Node.Scalar> conditions, List<Node.Scalar> sentences) {
        var expectations = new ArrayList<Page.Expectation>();
        for (Node node : page.list("expect")) {
            Optional<Fields> inner = Fields.of("an expectation", node, problems);
            if (inner.isEmpty()) {
                continue;
            }
            Fields fields = inner.get();
            Optional<Node.Scalar> that = fields.requiredScalar("that");
            Optional<Expression> condition =
                    that.flatMap(scalar -> Expressions.read(scalar, problems));
            Optional<String> otherwise = fields.requiredText("else");
            fields.finish();
            if (that.isPresent() && condition.isPresent() && otherwise.isPresent()) {
                expectations.add(new Page.Expectation(condition.get(), otherwise.get()));
                conditions.add(that.get());
                fields.scalar("else").ifPresent(sentences::add);
            }
        }
        return expectations;
    }
}
