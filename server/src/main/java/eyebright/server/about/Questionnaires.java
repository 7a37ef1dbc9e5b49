package eyebright.server.about;

import eyebright.server.page.Fielded;
import eyebright.server.page.Markdown;
import eyebright.study.Eligibility;
import eyebright.study.Item;
import eyebright.study.Option;
import eyebright.study.Order;
import eyebright.study.Page;
import eyebright.study.Points;
import eyebright.study.Question;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The questionnaire for readers: every page, also those that few see, with its conditions in words.
final class Questionnaires {

    private Questionnaires() {}

    static QuestionnairePage page(Fielded fielded) {
        Study study = fielded.study();
        return new QuestionnairePage(fielded.questionnaireHash(), forWhom(study), pages(study));
    }

    /// The condition of taking part, in words.
    static Optional<String> forWhom(Study study) {
        var conditions = new Conditions(study);
        return study.eligibility()
                .map(Eligibility::condition)
                .map(Object::toString)
                .map(
                        condition ->
                                "The study is for those for whom %s."
                                        .formatted(conditions.inWords(condition)));
    }

    /// Every page.
    static List<QuestionnairePage.OfPage> pages(Study study) {
        var conditions = new Conditions(study);
        return study.pages().stream().map(page -> page(study, page, conditions)).toList();
    }

    private static QuestionnairePage.OfPage page(Study study, Page page, Conditions conditions) {
        var notes = new ArrayList<String>();
        page.showIf()
                .map(Object::toString)
                .ifPresent(shown -> notes.add("Shown if " + conditions.inWords(shown) + "."));
        page.block()
                .filter(study.randomBlocks()::contains)
                .ifPresent(
                        block ->
                                notes.add(
                                        "In the part “%s”; the order of the parts is drawn for each respondent."
                                                .formatted(block)));
        if (page.order() == Order.RANDOM) {
            notes.add("Questions in random order.");
        }
        if (page.support()) {
            notes.add("Ends with where to find support.");
        }
        return new QuestionnairePage.OfPage(
                page.id(),
                Markdown.plain(piped(page.title())),
                notes,
                intro(study, page),
                page.questions().stream().map(Questionnaires::asked).toList());
    }

    /// What stands above the questions: the introduction, and the words that the page explains.
    private static String intro(Study study, Page page) {
        return Stream.concat(
                        page.intro().stream().map(Questionnaires::piped),
                        page.define().stream()
                                .flatMap(
                                        name ->
                                                Optional.ofNullable(study.definitions().get(name))
                                                        .stream()))
                .map(Markdown::html)
                .collect(Collectors.joining());
    }

    private static QuestionnairePage.AskedOf asked(Question question) {
        return new QuestionnairePage.AskedOf(
                Markdown.line(piped(question.asked().text())),
                question.asked().hint().map(hint -> Markdown.line(piped(hint))).orElse(""),
                how(question),
                answers(question),
                question.asked().original().map(Markdown::line).orElse(""));
    }

    private static String how(Question question) {
        return switch (question) {
            case Question.OneOf one -> "One answer" + drawn(one.order());
            case Question.SeveralOf several -> "Any number of answers" + drawn(several.order());
            case Question.Rating rating -> points(rating.points());
            case Question.Rate rate ->
                    "Each by itself, " + points(rate.points()) + drawn(rate.order());
            case Question.Count count ->
                    "A count, %,d to %,d %s".formatted(count.from(), count.to(), count.unit());
            case Question.Quantity quantity ->
                    "A number, %s to %s %s"
                            .formatted(
                                    quantity.from().toPlainString(),
                                    quantity.to().toPlainString(),
                                    quantity.unit());
            case Question.OneIn oneIn ->
                    "About one %s in so many, up to %,d".formatted(oneIn.unit(), oneIn.to());
            case Question.Words words -> "Words, up to %,d characters".formatted(words.upTo());
            case Question.Statement _ -> "Said, not asked";
        };
    }

    private static String drawn(Order order) {
        return order == Order.RANDOM ? ", in random order" : "";
    }

    private static String points(Points points) {
        return "%d (%s) to %d (%s)"
                .formatted(points.from(), points.low(), points.to(), points.high());
    }

    private static List<String> answers(Question question) {
        return switch (question) {
            case Question.OneOf one -> one.options().stream().map(Option::label).toList();
            case Question.SeveralOf several ->
                    several.options().stream()
                            .map(
                                    option ->
                                            option.label()
                                                    + (option.alone()
                                                            ? " (excludes the others)"
                                                            : ""))
                            .toList();
            case Question.Rate rate -> rate.items().stream().map(Item::label).toList();
            case Question.Rating _,
                    Question.Count _,
                    Question.Quantity _,
                    Question.OneIn _,
                    Question.Words _,
                    Question.Statement _ ->
                    List.of();
        };
    }

    /// Piped answers stand as a gap: a reader has given none.
    private static String piped(String text) {
        return text.replaceAll("\\{\\{[^}]*}}", "…");
    }
}
