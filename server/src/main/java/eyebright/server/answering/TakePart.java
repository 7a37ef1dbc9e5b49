package eyebright.server.answering;

import static eyebright.server.page.FormFilter.form;

import eyebright.database.StoreException;
import eyebright.server.answering.QuestionPages.Remarks;
import eyebright.server.metrics.SaveMeter;
import eyebright.server.page.Fielded;
import eyebright.server.page.Form;
import eyebright.server.page.FormTokens;
import eyebright.server.page.GoesFirst;
import eyebright.server.page.JteView;
import eyebright.server.page.KindPage;
import eyebright.server.page.Limits;
import eyebright.server.page.Requests;
import eyebright.server.page.Studies;
import eyebright.store.PageSave;
import eyebright.store.Started;
import eyebright.store.Store;
import eyebright.store.TooManySavesException;
import eyebright.store.WithdrawnException;
import eyebright.study.Answers;
import eyebright.study.Entry;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Route;
import eyebright.study.Route.Eligible;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/// Taking part: consent, page after page, review, thanks. Opening a page changes nothing.
@Controller
@GoesFirst
@RequestMapping("/{study}/take-part")
final class TakePart {

    private static final String STALE =
            "<p>This page had been open for long, or you came back with another code. Nothing you typed is"
                    + " lost: please press Continue again.</p>";
    private static final String NOT_KEPT =
            "<p>Your answers could not be kept just now. What you typed is kept on this page: please try"
                    + " again in a moment.</p>";
    private static final Pattern SAVE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final String ENOUGH =
            "These answers have been changed so often that no more changes are kept. What was saved"
                    + " before stays.";

    private final Studies studies;
    private final Store store;
    private final SaveMeter meter;
    private final Visits visits;
    private final Requests requests;
    private final Respond respond;
    private final QuestionPages questionPages;

    TakePart(
            Studies studies,
            Store store,
            SaveMeter meter,
            Visits visits,
            Requests requests,
            Respond respond,
            QuestionPages questionPages) {
        this.studies = studies;
        this.store = store;
        this.meter = meter;
        this.visits = visits;
        this.requests = requests;
        this.respond = respond;
        this.questionPages = questionPages;
    }

    /// The consent, or where the respondent is.
    @GetMapping
    ModelAndView begin(@PathVariable String study, HttpServletRequest request) {
        Fielded fielded = studies.named(study);
        Optional<Visit> visit = visits.of(request, fielded);
        if (visit.isPresent()) {
            return late(visit.get()).orElseGet(() -> present(visit.get()));
        }
        return consent(fielded, Optional.empty());
    }

    /// Agreeing starts; declining leaves nothing behind.
    @PostMapping
    ModelAndView answer(
            @PathVariable String study, HttpServletRequest request, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        Form form = form(request);
        Optional<Visit> already = visits.of(request, fielded);
        if (already.isPresent()) {
            return Requests.to("/" + study + "/take-part");
        }
        if (form.first("answer").equals("decline")) {
            return respond.declined(fielded);
        }
        String closed = respond.doors().closedBecause(fielded.study());
        if (!form.first("answer").equals("agree") || !closed.isEmpty()) {
            return consent(fielded, Optional.empty());
        }
        if (!requests.tokens().accepts(form.first("token"), study, FormTokens.NOBODY)) {
            return consent(
                    fielded,
                    Optional.of("This page had been open for long. Please choose once more."));
        }
        requests.limit(Limits.Act.START, request);
        Started started =
                meter.time(
                        SaveMeter.Kind.START,
                        () -> store.start(study, fielded.questionnaireHash(), fielded.planHash()));
        respond.tickets().give(response, study, new Ticket(started.id(), started.code()));
        return Requests.to("/" + study + "/take-part");
    }

    /// A page of questions.
    @GetMapping("/{page}")
    ModelAndView page(
            @PathVariable String study, @PathVariable String page, HttpServletRequest request) {
        Fielded fielded = studies.named(study);
        Optional<Visit> visit = visits.of(request, fielded);
        if (visit.isEmpty()) {
            return Requests.to("/" + study + "/take-part");
        }
        Optional<ModelAndView> late = late(visit.get());
        if (late.isPresent()) {
            return late.get();
        }
        Route route = visit.get().route();
        Optional<Page> asked = visit.get().study().page(page);
        if (visit.get().answers().sent() || asked.isEmpty() || !route.isReachable(page)) {
            return present(visit.get());
        }
        return JteView.of("answering/questions", questionPages.fresh(visit.get(), asked.get()));
    }

    /// Saves a page and goes on, back, or out.
    @PostMapping("/{page}")
    ModelAndView save(
            @PathVariable String study,
            @PathVariable String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        Form form = form(request);
        Optional<Visit> known = visits.of(request, fielded);
        if (known.isEmpty()) {
            return unknown(fielded, page, form, response);
        }
        Visit visit = known.get();
        Optional<Page> asked = visit.study().page(page);
        if (asked.isEmpty()) {
            return present(visit);
        }
        String late = respond.doors().lateBecause(visit);
        if (!late.isEmpty()) {
            return respond.notKept(visit, late, typed(asked.get(), form));
        }
        if (visit.answers().sent() || !visit.route().isReachable(page)) {
            return instead(visit, asked.get(), form, response);
        }
        if (!requests.tokens().accepts(form.first("token"), study, visit.id())) {
            response.setStatus(403);
            return again(visit, asked.get(), form, Remarks.notice(STALE));
        }
        if (form.has("clear")) {
            return again(visit, asked.get(), form.without(form.first("clear")), Remarks.NONE);
        }
        return save(visit, asked.get(), form, response);
    }

    private ModelAndView save(Visit visit, Page page, Form form, HttpServletResponse response) {
        if (isOnlyPassed(visit, page, form)) {
            return onward(visit, page, visit.answers(), form.first("go"));
        }
        Entry entry = Entry.read(page, visit.study(), visit.answers(), form.values());
        if (!entry.complaints().isEmpty()) {
            response.setStatus(422);
            return again(
                    visit,
                    page,
                    form,
                    new Remarks(entry.complaints(), Optional.empty(), unsaved(visit, page, form)));
        }
        try {
            var save =
                    new PageSave(
                            visit.ticket().respondent(),
                            page.id(),
                            saveId(form),
                            QuestionPages.asked(page),
                            entry.answers(),
                            visit.respondent().questionnaireHash(),
                            visit.fielded().planHash(),
                            visit.draw().shown(page),
                            Respond.seconds(form));
            meter.time(SaveMeter.Kind.PAGE, () -> store.save(save));
        } catch (TooManySavesException enough) {
            response.setStatus(429);
            return again(visit, page, form, Remarks.notice("<p>" + ENOUGH + "</p>"));
        } catch (WithdrawnException gone) {
            respond.tickets().take(response, visit.fielded().name());
            return respond.withdrawn(visit.fielded());
        } catch (StoreException fault) {
            response.setStatus(503);
            return again(visit, page, form, Remarks.notice(NOT_KEPT));
        }
        return onward(visit, page, visit.answers().with(page, entry.answers()), form.first("go"));
    }

    /// A page was sent that is not asked now: nothing of it is kept, but words typed are shown once more.
    private ModelAndView instead(Visit visit, Page page, Form form, HttpServletResponse response) {
        List<String> typed = typed(page, form);
        if (visit.answers().sent()) {
            return respond.notKept(
                    visit, "Your answers have been sent and stay as they were.", typed);
        }
        String why =
                "Another page is next, since you or another device changed an answer before it.";
        Optional<Page> present = visit.present();
        if (visit.route().eligible() == Eligible.NO || present.isEmpty()) {
            return respond.notKept(visit, why, typed);
        }
        response.setStatus(409);
        String words =
                typed.stream()
                        .map(
                                each ->
                                        "<blockquote>"
                                                + HtmlUtils.htmlEscape(each, "UTF-8")
                                                + "</blockquote>")
                        .collect(Collectors.joining());
        String notice =
                typed.isEmpty()
                        ? why + " What you chose there was not kept."
                        : why + " What you chose there was not kept. You had written:";
        return JteView.of(
                "answering/questions",
                questionPages.fresh(
                        visit, present.get(), Remarks.notice("<p>" + notice + "</p>" + words)));
    }

    /// The words on a page, which somebody may want to keep.
    private static List<String> typed(Page page, Form form) {
        return page.questions().stream()
                .filter(Question.Words.class::isInstance)
                .map(question -> form.first(question.id()))
                .filter(words -> !words.isBlank())
                .toList();
    }

    /// Who comes too late to go on. What was sent before stays sent, as long as it is kept.
    private Optional<ModelAndView> late(Visit visit) {
        String because = respond.doors().lateBecause(visit);
        return because.isEmpty() || (visit.answers().sent() && respond.doors().mayUse(visit))
                ? Optional.empty()
                : Optional.of(respond.late(visit));
    }

    /// Who goes back or leaves with nothing chosen or typed has not skipped the page: it is still to come.
    private static boolean isOnlyPassed(Visit visit, Page page, Form form) {
        return List.of("back", "leave").contains(form.first("go"))
                && !visit.answers().saved().contains(page.id())
                && QuestionPages.asked(page).stream()
                        .allMatch(field -> form.first(field).isBlank());
    }

    /// Where to go after a page was saved.
    private static ModelAndView onward(Visit visit, Page page, Answers answers, String go) {
        if (go.equals("leave")) {
            return Requests.to("/" + visit.fielded().name() + "/save-and-leave");
        }
        if (answers.sent()) {
            return Requests.to(visit.to("done"));
        }
        Route route = visit.route().with(answers);
        if (go.equals("back")) {
            return Requests.to(visit.to(route.previous(page.id()).orElse(page).id()));
        }
        if (route.eligible() == Eligible.NO) {
            return Requests.to(visit.to("goodbye"));
        }
        return Requests.to(visit.to(route.next(page.id()).map(Page::id).orElse("review")));
    }

    /// Said to who the study is not for.
    @GetMapping("/goodbye")
    ModelAndView goodbye(@PathVariable String study, HttpServletRequest request) {
        Fielded fielded = studies.named(study);
        Optional<Visit> visit = visits.of(request, fielded);
        if (visit.isEmpty() || visit.get().route().eligible() != Eligible.NO) {
            return Requests.to("/" + study + "/take-part");
        }
        return respond.goodbye(visit.get());
    }

    /// All answers, with ways to change them.
    @GetMapping("/review")
    ModelAndView review(@PathVariable String study, HttpServletRequest request) {
        Fielded fielded = studies.named(study);
        Optional<Visit> visit = visits.of(request, fielded);
        if (visit.isEmpty()) {
            return Requests.to("/" + study + "/take-part");
        }
        if (!mayReview(visit.get())) {
            return present(visit.get());
        }
        return late(visit.get()).orElseGet(() -> respond.review(visit.get(), Optional.empty()));
    }

    /// Sends: from here on the answers count.
    @PostMapping("/send")
    ModelAndView send(
            @PathVariable String study, HttpServletRequest request, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        Form form = form(request);
        Optional<Visit> known = visits.of(request, fielded);
        if (known.isEmpty()) {
            return Requests.to("/" + study + "/resume");
        }
        Visit visit = known.get();
        if (!mayReview(visit)) {
            return present(visit);
        }
        Optional<ModelAndView> late = late(visit);
        if (late.isPresent()) {
            return late.get();
        }
        if (!requests.tokens().accepts(form.first("token"), study, visit.id())) {
            response.setStatus(403);
            return respond.review(
                    visit, Optional.of("This page had been open for long. Please send once more."));
        }
        try {
            meter.time(
                    SaveMeter.Kind.SEND,
                    () ->
                            store.send(
                                    visit.ticket().respondent(),
                                    saveId(form),
                                    visit.respondent().questionnaireHash(),
                                    fielded.planHash()));
        } catch (TooManySavesException enough) {
            response.setStatus(429);
            return respond.review(visit, Optional.of(ENOUGH));
        } catch (WithdrawnException gone) {
            respond.tickets().take(response, study);
            return respond.withdrawn(fielded);
        } catch (StoreException fault) {
            response.setStatus(503);
            return respond.review(
                    visit,
                    Optional.of(
                            "Your answers are all kept, but could not be sent just now. Please try again"
                                    + " in a moment."));
        }
        return Requests.to(visit.to("done"));
    }

    /// Thanks.
    @GetMapping("/done")
    ModelAndView done(@PathVariable String study, HttpServletRequest request) {
        Fielded fielded = studies.named(study);
        Optional<Visit> visit = visits.of(request, fielded);
        if (visit.isEmpty()) {
            return Requests.to("/" + study + "/take-part");
        }
        return visit.get().answers().sent() ? respond.done(visit.get()) : present(visit.get());
    }

    /// Where the respondent is now.
    private ModelAndView present(Visit visit) {
        if (visit.answers().sent()) {
            return Requests.to(visit.to("done"));
        }
        if (visit.route().eligible() == Eligible.NO) {
            return Requests.to(visit.to("goodbye"));
        }
        return Requests.to(visit.to(visit.present().map(Page::id).orElse("review")));
    }

    private static boolean mayReview(Visit visit) {
        return !visit.answers().sent()
                && visit.present().isEmpty()
                && visit.route().eligible() != Eligible.NO;
    }

    private ModelAndView consent(Fielded fielded, Optional<String> notice) {
        String closed = respond.doors().closedBecause(fielded.study());
        return closed.isEmpty()
                ? respond.consent(fielded, notice)
                : respond.closed(fielded, closed);
    }

    private ModelAndView again(Visit visit, Page page, Form form, Remarks remarks) {
        return JteView.of(
                "answering/questions",
                questionPages.typed(visit, page, form.values(), saveId(form), remarks));
    }

    /// A browser without a ticket sends a page: it is given back with everything in it.
    private ModelAndView unknown(
            Fielded fielded, String page, Form form, HttpServletResponse response) {
        response.setStatus(403);
        var study = fielded.version(form.first("version")).orElse(fielded.study());
        Optional<Page> asked = study.page(page);
        if (asked.isEmpty()) {
            return Requests.to("/" + fielded.name() + "/resume");
        }
        String notice =
                "<p>This browser no longer knows which answers are yours. Please <a href=\"/%s/resume\""
                                .formatted(fielded.name())
                        + " target=\"_blank\" rel=\"noopener\">type your code</a> (it opens beside this"
                        + " page), then come back and press Continue. What you typed is still here.</p>";
        return JteView.of(
                "answering/questions",
                questionPages.ofNobody(fielded, study, asked.get(), form, Remarks.notice(notice)));
    }

    /// Back or leaving met a complaint: there is a way there that leaves this page as it was.
    private static Optional<KindPage.Link> unsaved(Visit visit, Page page, Form form) {
        if (form.first("go").equals("leave")) {
            return Optional.of(
                    KindPage.Link.other(
                            "/" + visit.fielded().name() + "/save-and-leave",
                            "Leave without keeping what I typed on this page"));
        }
        if (!form.first("go").equals("back")) {
            return Optional.empty();
        }
        return visit.route()
                .previous(page.id())
                .map(
                        before ->
                                KindPage.Link.other(
                                        visit.to(before.id()),
                                        "Go back without keeping what I typed on this page"));
    }

    private String saveId(Form form) {
        String save = form.first("save");
        return SAVE_ID.matcher(save).matches() ? save : requests.tokens().saveId();
    }
}
