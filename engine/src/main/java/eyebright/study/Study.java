package eyebright.study;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A questionnaire with its consent: what is asked, of whom, in which order.
///
/// Made by [StudyReader]; whatever is here kept every rule.
///
/// @param name `[a-z0-9-]+`, also the first part of its addresses
/// @param title what it is called
/// @param asks its question in one sentence
/// @param invitation what the first page says: Markdown
/// @param consent what a respondent agrees to
/// @param eligibility who it is for; absent means everybody who agrees
/// @param counts whose answers count
/// @param opens the first day of answering, if declared
/// @param closes the last day of answering, if declared
/// @param zone where its days begin and end, those of the consent too; no part of the questionnaire
/// @param commenting whether readers may comment on what was found, if declared; no part of the questionnaire
/// @param definitions texts by name that pages show beside their questions
/// @param randomBlocks names of the blocks whose order is drawn for each respondent; empty or 2 or more
/// @param pages in the order written
/// @param variables every variable by name, in the order of the questionnaire; always those of the pages,
///   kept because everything asks for them
public record Study(
        String name,
        String title,
        String asks,
        String invitation,
        Consent consent,
        Optional<Eligibility> eligibility,
        Counting counts,
        Optional<LocalDate> opens,
        Optional<LocalDate> closes,
        ZoneId zone,
        Optional<Commenting> commenting,
        Map<String, String> definitions,
        List<String> randomBlocks,
        List<Page> pages,
        Map<String, Variable> variables) {

    public Study {
        definitions = Map.copyOf(definitions);
        randomBlocks = List.copyOf(randomBlocks);
        pages = List.copyOf(pages);
        variables = Variables.of(pages);
    }

    /// A study with the variables of its pages.
    public Study(
            String name,
            String title,
            String asks,
            String invitation,
            Consent consent,
            Optional<Eligibility> eligibility,
            Counting counts,
            Optional<LocalDate> opens,
            Optional<LocalDate> closes,
            ZoneId zone,
            Optional<Commenting> commenting,
            Map<String, String> definitions,
            List<String> randomBlocks,
            List<Page> pages) {
        this(
                name,
                title,
                asks,
                invitation,
                consent,
                eligibility,
                counts,
                opens,
                closes,
                zone,
                commenting,
                definitions,
                randomBlocks,
                pages,
                Map.of());
    }

    /// The page of that id, if there is one.
    public Optional<Page> page(String id) {
        for (Page page : pages) {
            if (page.id().equals(id)) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    /// The question of that id, if there is one.
    public Optional<Question> question(String id) {
        return pages.stream()
                .flatMap(page -> page.questions().stream())
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    /// The points of a rating, or of the list that an item is rated in; empty of what is no rating.
    ///
    /// @param variable its name, such as `traits.shy`
    public Optional<Points> points(String variable) {
        return question(Variable.question(variable))
                .flatMap(
                        question ->
                                switch (question) {
                                    case Question.Rating rating -> Optional.of(rating.points());
                                    case Question.Rate rate -> Optional.of(rate.points());
                                    case Question.OneOf _,
                                            Question.SeveralOf _,
                                            Question.Count _,
                                            Question.Quantity _,
                                            Question.OneIn _,
                                            Question.Words _,
                                            Question.Statement _ ->
                                            Optional.empty();
                                });
    }

    /// The variable of that name.
    ///
    /// @throws NoSuchElementException if there is none; the message names it
    public Variable variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .orElseThrow(
                        () ->
                                new NoSuchElementException(
                                        "no variable \"%s\" in study %s"
                                                .formatted(name, this.name)));
    }
}
