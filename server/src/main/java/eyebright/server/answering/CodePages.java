package eyebright.server.answering;

import static eyebright.server.page.FormFilter.form;

import eyebright.server.answering.CodeEntry.Purpose;
import eyebright.server.answering.CodeEntry.Typed;
import eyebright.server.page.Fielded;
import eyebright.server.page.Form;
import eyebright.server.page.FormTokens;
import eyebright.server.page.JteView;
import eyebright.server.page.Requests;
import eyebright.server.page.Shell.Place;
import eyebright.server.page.Studies;
import eyebright.store.Code;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// What a code is for: to go on, to have everything deleted; and the way out that shows it.
@Controller
final class CodePages {

    private final Studies studies;
    private final Store store;
    private final Visits visits;
    private final Requests requests;
    private final Respond respond;
    private final CodeEntry entry;

    CodePages(
            Studies studies,
            Store store,
            Visits visits,
            Requests requests,
            Respond respond,
            CodeEntry entry) {
        this.studies = studies;
        this.store = store;
        this.visits = visits;
        this.requests = requests;
        this.respond = respond;
        this.entry = entry;
    }

    @GetMapping("/{study}/resume")
    ModelAndView resume(@PathVariable String study) {
        return entry.ask(studies.named(study), Purpose.RESUME);
    }

    @PostMapping("/{study}/resume")
    ModelAndView resume(
            @PathVariable String study, HttpServletRequest request, HttpServletResponse response) {
        return entry.enter(
                studies.named(study),
                Purpose.RESUME,
                request,
                response,
                "/" + study + "/take-part");
    }

    @GetMapping("/{study}/withdraw")
    ModelAndView withdraw(@PathVariable String study, HttpServletRequest request) {
        Fielded fielded = studies.named(study);
        return visits.ticket(request, fielded)
                .map(ticket -> confirm(fielded, "", ticket.id(), Optional.empty()))
                .orElseGet(() -> entry.ask(fielded, Purpose.WITHDRAW));
    }

    @PostMapping("/{study}/withdraw")
    ModelAndView withdraw(
            @PathVariable String study, HttpServletRequest request, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        Form form = form(request);
        Optional<Ticket> ticket = visits.ticket(request, fielded);
        if (form.first("code").isEmpty() && !form.has("suggested") && ticket.isPresent()) {
            return delete(fielded, form, "", ticket.get().respondent(), response);
        }
        return switch (entry.read(fielded, form, request)) {
            case Typed.Found(RespondentId respondent, Code code) ->
                    delete(fielded, form, code.text(), respondent, response);
            case Typed.NotFound nobody ->
                    entry.askAgain(fielded, Purpose.WITHDRAW, form, nobody, response);
        };
    }

    @GetMapping("/{study}/save-and-leave")
    ModelAndView leave(@PathVariable String study, HttpServletRequest request) {
        Fielded fielded = studies.named(study);
        Optional<Ticket> ticket = visits.ticket(request, fielded);
        return leave(fielded, ticket);
    }

    @PostMapping("/{study}/save-and-leave")
    ModelAndView forget(
            @PathVariable String study, HttpServletRequest request, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        Optional<Ticket> ticket = visits.ticket(request, fielded);
        if (ticket.isPresent()
                && !requests.tokens()
                        .accepts(form(request).first("token"), study, ticket.get().id())) {
            response.setStatus(403);
            return leave(fielded, ticket);
        }
        respond.tickets().take(response, study);
        return leave(fielded, Optional.empty());
    }

    private ModelAndView leave(Fielded fielded, Optional<Ticket> ticket) {
        String heading = ticket.isPresent() ? "Before you go" : "Goodbye for now";
        String base =
                requests.publicUrl().map(url -> url.toString().replaceAll("/+$", "")).orElse("");
        return JteView.of(
                "answering/leave",
                new LeavePage(
                        requests.shells().of(fielded, Place.ANSWERING, heading),
                        fielded.name(),
                        heading,
                        ticket.map(each -> each.code().text()),
                        base + "/" + fielded.name() + "/resume",
                        requests.tokens()
                                .make(
                                        fielded.name(),
                                        ticket.map(Ticket::id).orElse(FormTokens.NOBODY))));
    }

    /// Deletes once it was confirmed; asks before.
    private ModelAndView delete(
            Fielded fielded,
            Form form,
            String code,
            RespondentId respondent,
            HttpServletResponse response) {
        String id = respondent.hex();
        boolean isOurs = requests.tokens().accepts(form.first("token"), fielded.name(), id);
        if (!form.first("confirm").equals("yes") || !isOurs) {
            return confirm(
                    fielded,
                    code,
                    id,
                    form.has("confirm")
                            ? Optional.of(
                                    "This page had been open for long. Please choose once more.")
                            : Optional.empty());
        }
        store.withdraw(respondent);
        respond.tickets().take(response, fielded.name());
        return respond.withdrawn(fielded);
    }

    private ModelAndView confirm(
            Fielded fielded, String code, String respondent, Optional<String> notice) {
        return JteView.of(
                "answering/withdraw",
                new WithdrawPage(
                        requests.shells().of(fielded, Place.ANSWERING, "Delete my answers?"),
                        fielded.name(),
                        code,
                        requests.tokens().make(fielded.name(), respondent),
                        notice));
    }
}
