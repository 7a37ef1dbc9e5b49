package eyebright.study;

import eyebright.expression.Scope;
import eyebright.expression.Truth;
import eyebright.expression.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The way of one respondent through a study: which pages the present answers lead to.
///
/// Conditions read only answers of pages that are themselves shown, so what was answered behind a branch
/// that was changed later decides nothing. Immutable.
public final class Route {

    private final Study study;

    /// All pages in this respondent's order, also those that are not shown.
    private final List<Page> drawn;

    private final List<Page> pages;
    private final Set<String> saved;
    private final Eligible eligible;

    private Route(
            Study study, List<Page> drawn, List<Page> pages, Set<String> saved, Eligible eligible) {
        this.study = study;
        this.drawn = drawn;
        this.pages = List.copyOf(pages);
        this.saved = saved;
        this.eligible = eligible;
    }

    /// Whether the study is for the respondent, as far as the answers tell.
    public enum Eligible {
        YES,
        NO,
        /// Not all of the questions that decide it are answered.
        OPEN
    }

    /// The way that these answers lead.
    public static Route of(Study study, Answers answers, Draw draw) {
        return of(study, draw.pages(study), answers);
    }

    /// The way that these answers of the same respondent lead: in the order that was drawn before.
    public Route with(Answers answers) {
        return of(study, drawn, answers);
    }

    private static Route of(Study study, List<Page> drawn, Answers answers) {
        var shown = new ArrayList<Page>(drawn.size());
        var shownIds = new HashSet<String>();
        Scope scope = scope(study, answers, shownIds);
        Set<String> deciding =
                study.eligibility()
                        .map(eligibility -> eligibility.condition().variables())
                        .orElse(Set.of());
        Eligible eligible = deciding.isEmpty() ? Eligible.YES : Eligible.OPEN;
        var undecided = new HashSet<>(deciding);
        boolean isComplete = true;
        for (Page page : drawn) {
            boolean isShown =
                    page.showIf()
                            .map(condition -> condition.truth(scope) == Truth.TRUE)
                            .orElse(true);
            if (isShown) {
                shown.add(page);
                shownIds.add(page.id());
            }
            if (eligible != Eligible.OPEN) {
                continue;
            }
            boolean isSaved = answers.saved().contains(page.id());
            isComplete &= isSaved || !isShown;
            // A hidden page is settled once nothing before it is open that could still show it.
            if (isSaved || (!isShown && isComplete)) {
                page.variables().forEach(variable -> withParts(undecided, variable.name()));
            }
            Truth truth = study.eligibility().orElseThrow().condition().truth(scope);
            if (truth == Truth.FALSE || (truth == Truth.UNKNOWN && undecided.isEmpty())) {
                return new Route(study, drawn, shown, answers.saved(), Eligible.NO);
            }
            if (truth == Truth.TRUE) {
                eligible = Eligible.YES;
            }
        }
        return new Route(study, drawn, shown, answers.saved(), eligible);
    }

    private static void withParts(Set<String> undecided, String variable) {
        undecided.removeIf(name -> name.equals(variable) || name.startsWith(variable + "."));
    }

    /// The values of answers as expressions read them.
    public static Scope scope(Answers answers) {
        return variable -> value(answers, variable);
    }

    private static Scope scope(Study study, Answers answers, Set<String> shown) {
        return variable ->
                isAskedOn(study, variable, shown)
                                || isAskedOn(study, Variable.question(variable), shown)
                        ? value(answers, variable)
                        : new Value.Unknown();
    }

    private static boolean isAskedOn(Study study, String variable, Set<String> pages) {
        Variable asked = study.variables().get(variable);
        return asked != null && pages.contains(asked.page());
    }

    private static Value value(Answers answers, String variable) {
        Optional<Answer> answer = answers.to(variable);
        if (answer.isPresent()) {
            return switch (answer.get()) {
                case Answer.One(String code) -> new Value.Text(code);
                case Answer.Amount(java.math.BigDecimal number) -> new Value.Decimal(number);
                case Answer.Words(String text) -> new Value.Text(text);
                case Answer.Several _ -> new Value.Logic(Truth.TRUE);
            };
        }
        int dot = variable.lastIndexOf('.');
        if (dot > 0
                && answers.to(variable.substring(0, dot)).orElse(null)
                        instanceof Answer.Several(List<String> codes)) {
            return new Value.Logic(Truth.of(codes.contains(variable.substring(dot + 1))));
        }
        return new Value.Unknown();
    }

    /// Of these answers, those to what the pages shown ask: what texts may pipe and expectations may
    /// compare. What was answered behind a branch that was changed later is not among them.
    public static Answers shown(Study study, Answers answers) {
        // Which pages are shown does not hang on the drawn order.
        Set<String> names = new HashSet<>();
        for (Page page : of(study, answers, Draw.of("")).pages()) {
            page.variables().forEach(variable -> names.add(variable.name()));
        }
        Map<String, Answer> given = new HashMap<>(answers.given());
        given.keySet().retainAll(names);
        return new Answers(given, answers.saved(), answers.sent());
    }

    /// The pages shown, in this respondent's order; after a NO, none that follow it.
    public List<Page> pages() {
        return pages;
    }

    /// Whether the study is for the respondent.
    public Eligible eligible() {
        return eligible;
    }

    /// The page after that one.
    public Optional<Page> next(String page) {
        int index = index(page);
        return index >= 0 && index + 1 < pages.size()
                ? Optional.of(pages.get(index + 1))
                : Optional.empty();
    }

    /// The page before that one.
    public Optional<Page> previous(String page) {
        int index = index(page);
        return index > 0 ? Optional.of(pages.get(index - 1)) : Optional.empty();
    }

    /// The first page shown that was not saved yet; none when the respondent may review and send.
    public Optional<Page> firstUnsaved() {
        return pages.stream().filter(page -> !saved.contains(page.id())).findFirst();
    }

    /// Whether the respondent may open that page: it is shown, and every page before it was saved.
    public boolean isReachable(String page) {
        for (Page before : pages) {
            if (before.id().equals(page)) {
                return true;
            }
            if (!saved.contains(before.id())) {
                return false;
            }
        }
        return false;
    }

    /// How far that page is along the way: 0 at the first, below 1 at the last.
    public double progress(String page) {
        return Math.max(0, index(page)) / (double) Math.max(1, pages.size());
    }

    private int index(String page) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).id().equals(page)) {
                return i;
            }
        }
        return -1;
    }
}
