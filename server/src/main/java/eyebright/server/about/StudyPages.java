package eyebright.server.about;

import eyebright.feedback.ClientPage;
import eyebright.server.answering.Doors;
import eyebright.server.answering.Visits;
import eyebright.server.page.Drawings;
import eyebright.server.page.Fielded;
import eyebright.server.page.JteView;
import eyebright.server.page.Look;
import eyebright.server.page.Markdown;
import eyebright.server.page.Shell.Place;
import eyebright.server.page.Shells;
import eyebright.server.page.Stop;
import eyebright.server.page.Studies;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Study;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// Pages about studies, and the files that pages name.
@Controller
final class StudyPages {

    private final Studies studies;
    private final Visits visits;
    private final Shells shells;
    private final Doors doors;
    private final Drawings drawings;

    StudyPages(Studies studies, Visits visits, Shells shells, Doors doors, Drawings drawings) {
        this.studies = studies;
        this.visits = visits;
        this.shells = shells;
        this.doors = doors;
        this.drawings = drawings;
    }

    @GetMapping("/")
    ModelAndView studies() {
        return JteView.of(
                "about/studies",
                new StudiesPage(
                        shells.plain("Studies"),
                        studies.all().stream()
                                .map(Fielded::study)
                                .map(
                                        study ->
                                                new StudiesPage.Each(
                                                        study.name(),
                                                        study.title(),
                                                        Markdown.html(
                                                                firstParagraph(
                                                                        study.invitation()))))
                                .toList()));
    }

    private static String firstParagraph(String markdown) {
        return markdown.strip().split("\\n\\s*\\n", 2)[0];
    }

    @GetMapping("/{study}")
    ModelAndView study(@PathVariable String study, HttpServletRequest request) {
        Fielded fielded = studies.named(study);
        Study of = fielded.study();
        return JteView.of(
                "about/study",
                new StudyPage(
                        shells.of(fielded, Place.READING, "What it is"),
                        of.name(),
                        of.title(),
                        Markdown.html(of.invitation()),
                        length(of),
                        of.consent().controller(),
                        of.consent().contact(),
                        doors.closedBecause(of),
                        fielded.folder().feedback().clients().map(ClientPage::title),
                        fielded.folder().feedback().isThere(),
                        visits.ticket(request, fielded).isPresent(),
                        of.eligibility().isPresent()));
    }

    @GetMapping("/{study}/questionnaire")
    ModelAndView questionnaire(@PathVariable String study) {
        Fielded fielded = studies.named(study);
        return drawings.page(
                "about/questionnaire",
                fielded,
                shells.of(fielded, Place.READING, "The questionnaire"),
                () -> Questionnaires.page(fielded));
    }

    @GetMapping("/assets/{file}")
    ResponseEntity<String> asset(@PathVariable String file) {
        Look.File found = shells.look().file("/assets/" + file).orElseThrow(Stop.NothingHere::new);
        return ResponseEntity.ok()
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(MediaType.parseMediaType(found.type()))
                .body(found.content());
    }

    @GetMapping("/health")
    ResponseEntity<String> health() {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .contentType(MediaType.TEXT_PLAIN)
                .body("up");
    }

    private static String length(Study study) {
        int answers =
                study.pages().stream()
                        .map(Page::questions)
                        .flatMap(java.util.List::stream)
                        .mapToInt(StudyPages::answers)
                        .sum();
        return "%d %s at most, on a phone or anywhere else; most take a tap."
                .formatted(answers, answers == 1 ? "question" : "questions");
    }

    private static int answers(Question question) {
        return switch (question) {
            case Question.Rate rate -> rate.items().size();
            case Question.Statement _ -> 0;
            case Question.OneOf _,
                    Question.SeveralOf _,
                    Question.Rating _,
                    Question.Count _,
                    Question.Quantity _,
                    Question.OneIn _,
                    Question.Words _ ->
                    1;
        };
    }
}
