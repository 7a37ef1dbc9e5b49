package eyebright.server;

import eyebright.method.Day;
import eyebright.server.Shell.Place;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Study;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// What all pages of a respondent answer with, and what they ask before.
///
/// @param publicUrl where people find the site
record Respond(
        Shells shells,
        FormTokens tokens,
        Tickets tickets,
        Limits limits,
        Doors doors,
        Optional<URI> publicUrl) {

    /// Sends the browser there with a GET.
    static ModelAndView to(String address) {
        var redirect = new RedirectView(address);
        redirect.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }

    /// How long the page was looked at; 0 where no script measured it.
    static int seconds(Form form) {
        String seconds = form.first("seconds");
        return seconds.matches("[0-9]{1,9}") ? Integer.parseInt(seconds) : 0;
    }

    /// Takes one of what an hour allows the address of a request, or ends the request.
    void limit(Limits.Act act, HttpServletRequest request) {
        if (!takes(act, request)) {
            throw new Stop.TooOften();
        }
    }

    /// Takes one of what an hour allows the address of a request, if there is one left.
    boolean takes(Limits.Act act, HttpServletRequest request) {
        return limits.take(act, address(request));
    }

    /// Where people find the site, without a slash at the end.
    String site(HttpServletRequest request) {
        return publicUrl
                .map(url -> url.toString().replaceAll("/+$", ""))
                .orElseGet(() -> request.getScheme() + "://" + request.getHeader("Host"));
    }

    /// Gives back what was taken for nothing.
    void giveBack(Limits.Act act, HttpServletRequest request) {
        limits.giveBack(act, address(request));
    }

    /// Behind a server of one's own (there is a public address, and the peer is this machine) the last
    /// forwarded address is the one that server saw; nothing else that a header says is believed.
    String address(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (publicUrl.isEmpty() || !List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1").contains(peer)) {
            return peer;
        }
        // Some servers add a header of their own below the one that came: the last one is theirs.
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        return forwarded.isEmpty()
                ? peer
                : forwarded.getLast().substring(forwarded.getLast().lastIndexOf(',') + 1).strip();
    }

    /// The consent.
    ModelAndView consent(Fielded fielded, Optional<String> notice) {
        Study study = fielded.study();
        return JteView.of(
                "consent",
                new ConsentPage(
                        shells.of(fielded, Place.ANSWERING, "Before you begin"),
                        fielded.name(),
                        study.consent(),
                        Markdown.html(study.consent().text()),
                        study.consent()
                                .retentionEnd()
                                .map(Day::inWords)
                                .orElse("not yet decided: this study is not collecting"),
                        support(study),
                        Tickets.name(fielded.name()),
                        tokens.make(fielded.name(), FormTokens.NOBODY),
                        notice));
    }

    /// The study is not open.
    ModelAndView closed(Fielded fielded, String because) {
        return kind(
                fielded,
                "Not open today",
                List.of(because),
                KindPage.Link.other("/" + fielded.name() + "/resume", "I have a code"),
                KindPage.Link.other("/" + fielded.name(), "About the study"));
    }

    /// Who had begun and comes too late to go on.
    ModelAndView late(Visit visit) {
        Fielded fielded = visit.fielded();
        return kind(
                fielded,
                "Nothing more is taken",
                List.of(
                        doors.lateBecause(visit),
                        doors.mayUse(visit)
                                ? "With your code you can still have your answers deleted before their day."
                                : "They are out of use and will be deleted. You can have yours deleted now."),
                KindPage.Link.other("/" + fielded.name() + "/withdraw", "Delete my answers"),
                KindPage.Link.other("/" + fielded.name(), "About the study"));
    }

    /// Who does not agree.
    ModelAndView declined(Fielded fielded) {
        return kind(
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
                        shells.of(visit.fielded(), Place.ANSWERING, "Thank you"),
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
        return JteView.of("kind", page);
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
        return kind(
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
                "review",
                new ReviewPage(
                        shells.of(visit.fielded(), Place.QUESTIONS, "Your answers"),
                        visit.fielded().name(),
                        pages.stream()
                                .map(
                                        page ->
                                                new ReviewPage.OfPage(
                                                        page.id(),
                                                        text.plain(page.title()),
                                                        page.questions().stream()
                                                                .filter(Respond::isAsked)
                                                                .map(text::said)
                                                                .toList()))
                                .filter(page -> !page.said().isEmpty())
                                .toList(),
                        visit.ticket().code().text(),
                        tokens.make(visit.fielded().name(), visit.id()),
                        tokens.saveId(),
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
        return kind(
                visit.fielded(),
                "This page was not kept",
                sentences,
                KindPage.Link.other("/" + visit.fielded().name() + "/take-part", "Go on"));
    }

    /// Thanks.
    ModelAndView done(Visit visit) {
        return JteView.of(
                "done",
                new DonePage(
                        shells.of(visit.fielded(), Place.ANSWERING, "Thank you"),
                        visit.fielded().name(),
                        visit.ticket().code().text(),
                        visit.fielded().folder().feedback().isThere(),
                        support(visit.study())));
    }

    /// A page with a heading, sentences and ways on.
    ModelAndView kind(
            Fielded fielded, String heading, List<String> sentences, KindPage.Link... links) {
        return JteView.of(
                "kind",
                KindPage.of(
                        shells.of(fielded, Place.ANSWERING, heading), heading, sentences, links));
    }

    private static List<String> support(Study study) {
        return study.consent().support().stream().map(Markdown::line).toList();
    }
}
