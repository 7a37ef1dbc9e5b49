package eyebright.server.answering;

import eyebright.method.Day;
import eyebright.server.page.Fielded;
import eyebright.server.page.Form;
import eyebright.server.page.FormTokens;
import eyebright.server.page.JteView;
import eyebright.server.page.KindPage;
import eyebright.server.page.Markdown;
import eyebright.server.page.Requests;
import eyebright.server.page.Shell.Place;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.servlet.ModelAndView;

/// What pages of a respondent answer with.
///
/// @param tickets who is taking part
/// @param doors whether somebody can begin
record Respond(Requests requests, Tickets tickets, Doors doors) {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /// How long the page was looked at; 0 where no script measured it.
    static int seconds(Form form) {
        String seconds = form.first("seconds");
        return SECONDS.matcher(seconds).matches() ? Integer.parseInt(seconds) : 0;
    }

    /// The consent.
    ModelAndView consent(Fielded fielded, Optional<String> notice) {
        Study study = fielded.study();
        return JteView.of(
                "answering/consent",
                new ConsentPage(
                        requests.shells().of(fielded, Place.ANSWERING, "Before you begin"),
                        fielded.name(),
                        study.consent(),
                        Markdown.html(study.consent().text()),
                        study.consent()
                                .retentionEnd()
                                .map(Day::inWords)
                                .orElse("not yet decided: this study is not collecting"),
                        support(study),
                        tickets.name(fielded.name()),
                        requests.tokens().make(fielded.name(), FormTokens.NOBODY),
                        notice));
    }

    /// The study is not open.
    ModelAndView closed(Fielded fielded, String because) {
        return requests.kind(
                fielded,
                "Not open today",
                List.of(because),
                KindPage.Link.other("/" + fielded.name() + "/resume", "I have a code"),
                KindPage.Link.other("/" + fielded.name(), "About the study"));
    }

    /// Who had begun and comes too late to go on.
    ModelAndView late(Visit visit) {
        return LatePage.of(visit, doors, requests);
    }

    /// Who does not agree.
    ModelAndView declined(Fielded fielded) {
        return requests.kind(
                fielded,
                "Thank you for considering it",
                List.of("Nothing was stored. You can change your mind at any time."),
                KindPage.Link.other("/" + fielded.name(), "Back to the study"));
    }

    /// Who the study is not for.
    ModelAndView goodbye(Visit visit) {
        String html =
                visit.study()
                        .eligibility()
                        .map(eligibility -> Markdown.html(eligibility.goodbye()))
                        .orElse("");
        var page =
                new KindPage(
                        requests.shells().of(visit.fielded(), Place.ANSWERING, "Thank you"),
                        "Thank you",
                        List.of(),
                        html,
                        Optional.empty(),
                        List.of(
                                KindPage.Link.other(
                                        visit.to(lastSaved(visit)), "Change what I said"),
                                KindPage.Link.other(
                                        "/" + visit.fielded().name() + "/withdraw",
                                        "Delete what I said")));
        return JteView.of("page/kind", page);
    }

    private static String lastSaved(Visit visit) {
        return visit.route().pages().stream()
                .map(Page::id)
                .filter(visit.answers().saved()::contains)
                .reduce((_, last) -> last)
                .orElse(visit.study().pages().getFirst().id());
    }

    /// Whose answers are deleted.
    ModelAndView withdrawn(Fielded fielded) {
        return requests.kind(
                fielded,
                "Your answers are deleted",
                List.of(
                        "Nothing you answered is kept here any more, and your code opens nothing.",
                        "Thank you for the time you gave."),
                KindPage.Link.other("/" + fielded.name(), "Back to the study"));
    }

    /// All answers.
    ModelAndView review(Visit visit, Optional<String> notice) {
        var text = new QuestionPages.Text(visit.study(), visit.answers());
        List<Page> pages = visit.route().pages();
        return JteView.of(
                "answering/review",
                new AnswersPage(
                        requests.shells().of(visit.fielded(), Place.QUESTIONS, "Your answers"),
                        visit.fielded().name(),
                        pages.stream()
                                .map(
                                        page ->
                                                new AnswersPage.OfPage(
                                                        page.id(),
                                                        text.plain(page.title()),
                                                        page.questions().stream()
                                                                .filter(Respond::isAsked)
                                                                .map(text::said)
                                                                .toList()))
                                .filter(page -> !page.said().isEmpty())
                                .toList(),
                        visit.ticket().code().text(),
                        requests.tokens().make(visit.fielded().name(), visit.id()),
                        requests.tokens().saveId(),
                        visit.to(pages.getLast().id()),
                        notice));
    }

    private static boolean isAsked(Question question) {
        return !(question instanceof Question.Statement);
    }

    /// A page was not kept.
    ///
    /// @param why a sentence
    /// @param typed the words on it
    ModelAndView notKept(Visit visit, String why, List<String> typed) {
        var sentences = new ArrayList<>(List.of(why));
        if (!typed.isEmpty()) {
            sentences.add("You had written:");
            sentences.addAll(typed);
        }
        return requests.kind(
                visit.fielded(),
                "This page was not kept",
                sentences,
                KindPage.Link.other("/" + visit.fielded().name() + "/take-part", "Go on"));
    }

    /// Thanks.
    ModelAndView done(Visit visit) {
        return JteView.of(
                "answering/done",
                new DonePage(
                        requests.shells().of(visit.fielded(), Place.ANSWERING, "Thank you"),
                        visit.fielded().name(),
                        visit.ticket().code().text(),
                        visit.fielded().folder().feedback().isThere(),
                        support(visit.study())));
    }

    private static List<String> support(Study study) {
        return study.consent().support().stream().map(Markdown::line).toList();
    }
}
