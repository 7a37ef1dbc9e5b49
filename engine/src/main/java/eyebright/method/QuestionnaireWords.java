package eyebright.method;

import eyebright.analysis.NumberWords;
import eyebright.study.Order;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sentences on how a questionnaire asks.
public final class QuestionnaireWords {

    private final Study study;

    /// Of a study.
    public QuestionnaireWords(Study study) {
        this.study = study;
    }

    private Stream<Question> questions() {
        return study.pages().stream()
                .flatMap(page -> page.questions().stream())
                .filter(question -> !(question instanceof Question.Statement));
    }

    /// How much is asked on a page.
    public String perPage() {
        int most =
                study.pages().stream()
                        .mapToInt(
                                page ->
                                        (int)
                                                page.questions().stream()
                                                        .filter(QuestionnaireWords::isAsked)
                                                        .count())
                        .max()
                        .orElse(0);
        long items =
                questions()
                        .mapToLong(
                                question ->
                                        question instanceof Question.Rate rate
                                                ? rate.items().size()
                                                : 1)
                        .sum();
        long asked = questions().count();
        int pages = study.pages().size();
        return "%s on %s%s%s."
                .formatted(
                        sentence(counted(asked, "question")),
                        counted(pages, "page"),
                        pages == 1 ? "" : ", at most %s a page".formatted(number(most)),
                        items > asked
                                ? "; the questions that rate several things hold %s more"
                                        .formatted(counted(items - asked, "rating"))
                                : "");
    }

    private static boolean isAsked(Question question) {
        return !(question instanceof Question.Statement);
    }

    /// How many pages there are to be seen.
    public String pages() {
        long conditional = conditional();
        return conditional == 0
                ? "%s after the consent, the same for everybody."
                        .formatted(sentence(counted(study.pages().size(), "page")))
                : "The consent, then at most %s; nobody is led to a page that is not about them."
                        .formatted(counted(study.pages().size(), "page"));
    }

    private long conditional() {
        return study.pages().stream().filter(page -> page.showIf().isPresent()).count();
    }

    /// Which parts come in a drawn order.
    public String order() {
        var drawn = new ArrayList<String>();
        if (!study.randomBlocks().isEmpty()) {
            drawn.add("of %s of pages".formatted(counted(study.randomBlocks().size(), "block")));
        }
        long pages = study.pages().stream().filter(QuestionnaireWords::isDrawn).count();
        if (pages > 0) {
            drawn.add("of the questions on " + counted(pages, "page"));
        }
        long options =
                questions()
                        .filter(Question::isDrawn)
                        .filter(question -> !(question instanceof Question.Rate))
                        .count();
        if (options > 0) {
            drawn.add("of the answers offered to " + counted(options, "question"));
        }
        long rated =
                questions()
                        .filter(Question::isDrawn)
                        .filter(Question.Rate.class::isInstance)
                        .count();
        if (rated > 0) {
            drawn.add("of the items of " + counted(rated, "question"));
        }
        return drawn.isEmpty()
                ? "Everybody saw the same order."
                : "Drawn anew for each respondent, and kept with the answers: the order "
                        + joined(drawn)
                        + ".";
    }

    private static boolean isDrawn(Page page) {
        return page.order() == Order.RANDOM;
    }

    /// Whether answers decide what is asked.
    public String adaptive() {
        long conditional = conditional();
        return conditional == 0
                ? "Everybody was led through all pages."
                : "%s of %,d were shown only to those whose earlier answers led to them."
                        .formatted(sentence(counted(conditional, "page")), study.pages().size());
    }

    /// What is asked of an answer before it is kept.
    public String completeness() {
        long deciding =
                study.eligibility()
                        .map(who -> questions().filter(who::isDecidedBy).count())
                        .orElse(0L);
        long held = study.pages().stream().filter(page -> !page.expectations().isEmpty()).count();
        return (deciding == 0
                        ? "Every question could be left out."
                        : "Every question could be left out but %s, which %s whom the study is for."
                                .formatted(
                                        deciding == 1
                                                ? "one"
                                                : "the %s at the start".formatted(number(deciding)),
                                        deciding == 1 ? "decides" : "decide"))
                + " What cannot be an answer, such as a word where a number is asked for, was told at once."
                + (held == 0
                        ? ""
                        : " On %s answers that contradict each other were asked about."
                                .formatted(counted(held, "page")));
    }

    /// The questions that decide whom the study is for, each in quotes.
    public String deciding() {
        return study.eligibility().stream()
                .flatMap(who -> questions().filter(who::isDecidedBy))
                .map(question -> "\u201c%s\u201d".formatted(question.asked().text()))
                .collect(Collectors.joining(", "));
    }

    static String counted(long count, String thing) {
        return "%s %s%s".formatted(number(count), thing, count == 1 ? "" : "s");
    }

    private static String number(long count) {
        return NumberWords.of(Math.toIntExact(count));
    }

    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
