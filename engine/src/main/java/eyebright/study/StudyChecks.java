package eyebright.study;

import eyebright.expression.Expression;
import eyebright.expression.Type;
import eyebright.expression.Vocabulary;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can only be checked once the whole questionnaire is known: conditions, blocks, definitions,
/// piping, and whether each page can be shown at all.
final class StudyChecks {

    private final Study study;
    private final List<Draft> drafts;
    private final StudyReader.Head head;
    private final Problems problems;
    private final Map<String, Variable> variables;
    private final Vocabulary vocabulary;

    /// Questions with a fault of their own: who reads them is not blamed for it.
    private final Set<String> unread;

    StudyChecks(
            Study study,
            List<Draft> drafts,
            Set<String> ids,
            StudyReader.Head head,
            Problems problems) {
        this.study = study;
        this.drafts = drafts;
        this.head = head;
        this.problems = problems;
        this.variables = study.variables();
        this.vocabulary = Vocabularies.of(variables.values(), List.of());
        this.unread = new HashSet<>(ids);
        study.pages().stream()
                .flatMap(page -> page.questions().stream())
                .forEach(question -> unread.remove(question.id()));
    }

    void run() {
        columns();
        boolean eligibilityHolds = eligibility();
        counting();
        definitions();
        boolean blocksHold = blocks();
        var earlier = new Earlier(study, blocksHold ? study.randomBlocks() : List.of());
        boolean conditionsHold = conditions(earlier);
        new Piped(study, drafts, unread, earlier, problems).check();
        if (eligibilityHolds && conditionsHold && blocksHold) {
            new Reachability(study).neverShown().forEach(this::neverShown);
        }
    }

    /// Two variables must not share a column of a table made elsewhere.
    private void columns() {
        Map<String, String> owners = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            for (Question question : draft.page().questions()) {
                for (Variable variable : Variables.of(draft.page().id(), question)) {
                    String owner = owners.putIfAbsent(variable.column(), variable.name());
                    if (owner != null && !owner.equals(variable.name())) {
                        problems.add(
                                Rule.DUPLICATE_ID,
                                draft.fields().placeOf("questions"),
                                "column \"%s\" belongs to two variables, %s and %s"
                                        .formatted(variable.column(), owner, variable.name()),
                                "give one of them another column");
                    }
                }
            }
        }
    }

    private boolean eligibility() {
        if (head.eligibility().isEmpty() || head.eligibleIf().isEmpty()) {
            return true;
        }
        if (readsUnread(head.eligibility().get().condition())) {
            return false;
        }
        return Expressions.check(
                head.eligibility().get().condition(),
                head.eligibleIf().get(),
                vocabulary,
                Type.LOGIC,
                Rule.UNKNOWN_VARIABLE,
                problems);
    }

    private void counting() {
        if (study.counts() instanceof Counting.FromPage(String page)
                && study.page(page).isEmpty()) {
            problems.add(
                    Rule.UNKNOWN_VARIABLE,
                    head.fields().placeOf("counts"),
                    "there is no page \"%s\"".formatted(page) + nearestPage(page),
                    "name a page, or write completed");
        }
    }

    private String nearestPage(String page) {
        return Nearest.to(page, study.pages().stream().map(Page::id).toList())
                .map("; nearest is \"%s\""::formatted)
                .orElse("");
    }

    private void definitions() {
        for (Draft draft : drafts) {
            for (String name : draft.page().define()) {
                if (!study.definitions().containsKey(name)) {
                    problems.add(
                            Rule.UNKNOWN_VARIABLE,
                            draft.fields().placeOf("define"),
                            "there is no definition \"%s\"".formatted(name)
                                    + Nearest.to(name, study.definitions().keySet())
                                            .map("; nearest is \"%s\""::formatted)
                                            .orElse(""),
                            "add it to definitions in study.yaml");
                }
            }
        }
    }

    private boolean blocks() {
        boolean hold = true;
        var closed = new HashSet<String>();
        Optional<String> open = Optional.empty();
        for (Draft draft : drafts) {
            Optional<String> block = draft.page().block();
            if (!block.equals(open)) {
                open.ifPresent(closed::add);
                open = block;
            }
            if (block.isPresent() && closed.contains(block.get())) {
                hold = false;
                problems.add(
                        Rule.BLOCK,
                        draft.fields().placeOf("block"),
                        "the pages of block \"%s\" do not stand together".formatted(block.get()),
                        "move this page to the others");
            }
        }
        if (head.blocks().size() == 1 || head.blocks().size() > Earlier.MOST_BLOCKS) {
            hold = false;
            problems.add(
                    Rule.BLOCK,
                    head.fields().placeOf("blocks-in-random-order"),
                    "2 to %d blocks can come in random order, not %d"
                            .formatted(Earlier.MOST_BLOCKS, head.blocks().size()),
                    "list those whose order is drawn");
        }
        Set<String> listed = new HashSet<>();
        for (Node.Scalar name : head.blocks()) {
            boolean known =
                    drafts.stream()
                            .anyMatch(d -> d.page().block().equals(Optional.of(name.value())));
            if (!known || !listed.add(name.value())) {
                hold = false;
                problems.add(
                        Rule.BLOCK,
                        name.place(),
                        known
                                ? "block \"%s\" is listed twice".formatted(name.value())
                                : "no page belongs to block \"%s\"".formatted(name.value()),
                        known
                                ? "delete one"
                                : "write block: %s at its pages".formatted(name.value()));
            }
        }
        return hold;
    }

    private boolean conditions(Earlier earlier) {
        boolean hold = true;
        for (Draft draft : drafts) {
            if (draft.showIf().isPresent() && draft.page().showIf().isPresent()) {
                hold &=
                        condition(
                                draft,
                                draft.page().showIf().get(),
                                draft.showIf().get(),
                                earlier.before(draft.page()),
                                "show-if reads \"%s\", which is asked on %s: a page can only depend on earlier ones");
            }
            for (int i = 0; i < draft.expectations().size(); i++) {
                var readable = new ArrayList<>(earlier.before(draft.page()));
                readable.add(draft.page());
                hold &=
                        condition(
                                draft,
                                draft.page().expectations().get(i).that(),
                                draft.expectations().get(i),
                                readable,
                                "that reads \"%s\", which is asked on %s: answers are compared with this page and earlier ones");
            }
        }
        return hold;
    }

    /// First against all variables, so that a typing error is told from one asked too late.
    private boolean condition(
            Draft draft,
            Expression expression,
            Node.Scalar scalar,
            List<Page> readable,
            String tooLate) {
        if (readsUnread(expression)) {
            return false;
        }
        boolean known =
                Expressions.check(
                        expression,
                        scalar,
                        vocabulary,
                        Type.LOGIC,
                        Rule.UNKNOWN_VARIABLE,
                        problems);
        if (!known) {
            return false;
        }
        for (String name : expression.variables()) {
            Variable variable = Earlier.owner(variables, name);
            if (readable.stream().noneMatch(page -> page.id().equals(variable.page()))) {
                Place place = scalar.at(offset(name, scalar.value()));
                String where =
                        variable.page().equals(draft.page().id())
                                ? "this page itself"
                                : "page \"%s\"".formatted(variable.page());
                problems.add(
                        Rule.NOT_EARLIER,
                        place,
                        tooLate.formatted(name, where),
                        "ask it on an earlier page; blocks in random order may come later");
                return false;
            }
        }
        return true;
    }

    private boolean readsUnread(Expression expression) {
        return expression.variables().stream().map(Variable::question).anyMatch(unread::contains);
    }

    /// Where a name stands as a whole word: `age` is not in `cage`.
    private static int offset(String name, String text) {
        Matcher word =
                Pattern.compile("(?<![a-zA-Z0-9_.\"])" + Pattern.quote(name) + "(?![a-zA-Z0-9_.])")
                        .matcher(text);
        return word.find() ? word.start() : 0;
    }

    private void neverShown(Page page) {
        for (Draft draft : drafts) {
            if (draft.page().equals(page) && draft.showIf().isPresent()) {
                problems.add(
                        Rule.NEVER_SHOWN,
                        draft.showIf().get().place(),
                        "no answers lead to page \"%s\"".formatted(page.id()),
                        "mend its show-if, or delete the page");
            }
        }
    }
}
