package eyebright.server;

import static eyebright.server.FormFilter.form;

import eyebright.server.Shell.Place;
import eyebright.store.Code;
import eyebright.store.Respondent;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// What a code is for: to go on, to have everything deleted; and the way out that shows it.
@Controller
final class CodePages {

    private static final String GO_ON =
            "<p>With it you go on where you were, on this device or another.</p>";
    private static final String DELETE =
            "<p>With it your answers are found, so that they can be deleted. Before that you are asked"
                    + " once more.</p>";

    private static final String NOBODY_HAS_IT =
            "Nobody has this code here. Perhaps one word differs, the answers were deleted, or it is the"
                    + " code of another study.";

    private final Studies studies;
    private final Store store;
    private final Visits visits;
    private final Respond respond;

    CodePages(Studies studies, Store store, Visits visits, Respond respond) {
        this.studies = studies;
        this.store = store;
        this.visits = visits;
        this.respond = respond;
    }

    /// What typing a code came to.
    private sealed interface Typed {
        record Found(RespondentId respondent, Code code) implements Typed {}

        record NotFound(String complaint, Optional<String> suggestion) implements Typed {}
    }

    @GetMapping("/{study}/resume")
    ModelAndView resume(@PathVariable String study) {
        return ask(studies.named(study), Purpose.RESUME, "", Optional.empty(), Optional.empty());
    }

    @PostMapping("/{study}/resume")
    ModelAndView resume(
            @PathVariable String study, HttpServletRequest request, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        Form form = form(request);
        if (!respond.tokens().accepts(form.first("token"), study, FormTokens.NOBODY)) {
            response.setStatus(403);
            return ask(
                    fielded,
                    Purpose.RESUME,
                    form.first("code"),
                    Optional.of("This page had been open for long. Please press Go on once more."),
                    Optional.empty());
        }
        return switch (read(fielded, form, request)) {
            case Typed.Found(RespondentId respondent, Code code) -> {
                respond.tickets().give(response, study, new Ticket(respondent, code));
                yield Respond.to("/" + study + "/take-part");
            }
            case Typed.NotFound(String complaint, Optional<String> suggestion) -> {
                response.setStatus(422);
                yield ask(
                        fielded,
                        Purpose.RESUME,
                        form.first("code"),
                        Optional.of(complaint),
                        suggestion);
            }
        };
    }

    @GetMapping("/{study}/withdraw")
    ModelAndView withdraw(@PathVariable String study, HttpServletRequest request) {
        Fielded fielded = studies.named(study);
        return visits.ticket(request, fielded)
                .map(ticket -> confirm(fielded, "", ticket.id(), Optional.empty()))
                .orElseGet(
                        () ->
                                ask(
                                        fielded,
                                        Purpose.WITHDRAW,
                                        "",
                                        Optional.empty(),
                                        Optional.empty()));
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
        return switch (read(fielded, form, request)) {
            case Typed.Found(RespondentId respondent, Code code) ->
                    delete(fielded, form, code.text(), respondent, response);
            case Typed.NotFound(String complaint, Optional<String> suggestion) -> {
                response.setStatus(422);
                yield ask(
                        fielded,
                        Purpose.WITHDRAW,
                        form.first("code"),
                        Optional.of(complaint),
                        suggestion);
            }
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
                && !respond.tokens()
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
                respond.publicUrl().map(url -> url.toString().replaceAll("/+$", "")).orElse("");
        return JteView.of(
                "leave",
                new LeavePage(
                        respond.shells().of(fielded, Place.ANSWERING, heading),
                        fielded.name(),
                        heading,
                        ticket.map(each -> each.code().text()),
                        base + "/" + fielded.name() + "/resume",
                        respond.tokens()
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
        boolean isOurs = respond.tokens().accepts(form.first("token"), fielded.name(), id);
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
                "withdraw",
                new WithdrawPage(
                        respond.shells().of(fielded, Place.ANSWERING, "Delete my answers?"),
                        fielded.name(),
                        code,
                        respond.tokens().make(fielded.name(), respondent),
                        notice));
    }

    private Typed read(Fielded fielded, Form form, HttpServletRequest request) {
        String typed = form.has("suggested") ? form.first("suggested") : form.first("code");
        return switch (Code.parse(typed)) {
            // What is no code at all guesses none, so it is not limited.
            case Code.Typed.Mistyped(String why, List<String> suggestions) ->
                    new Typed.NotFound(why, mended(typed, suggestions));
            case Code.Typed.Complete(Code code) -> {
                respond.limit(Limits.Act.WRONG_CODE, request);
                Optional<Respondent> found = store.find(fielded.name(), code);
                if (found.isPresent()) {
                    respond.giveBack(Limits.Act.WRONG_CODE, request);
                }
                yield found.<Typed>map(respondent -> new Typed.Found(respondent.id(), code))
                        .orElseGet(() -> new Typed.NotFound(NOBODY_HAS_IT, Optional.empty()));
            }
        };
    }

    /// The whole code that was perhaps meant, where one word is to be changed and there is one for it.
    private static Optional<String> mended(String typed, List<String> suggestions) {
        if (suggestions.size() != 1) {
            return Optional.empty();
        }
        List<String> words =
                Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return IntStream.range(0, words.size())
                .mapToObj(
                        at -> {
                            var changed = new ArrayList<>(words);
                            changed.set(at, suggestions.getFirst());
                            return Code.parse(String.join("-", changed));
                        })
                .flatMap(
                        parsed ->
                                parsed instanceof Code.Typed.Complete(Code code)
                                        ? Stream.of(code.text())
                                        : Stream.empty())
                .findFirst();
    }

    /// What a code is asked for.
    private enum Purpose {
        RESUME,
        WITHDRAW
    }

    private ModelAndView ask(
            Fielded fielded,
            Purpose purpose,
            String typed,
            Optional<String> complaint,
            Optional<String> suggestion) {
        String heading =
                switch (purpose) {
                    case RESUME -> "Go on where you were";
                    case WITHDRAW -> "Delete my answers";
                };
        String title = complaint.isPresent() ? "Please have another look: " + heading : heading;
        return JteView.of(
                "code",
                new CodePage(
                        respond.shells().of(fielded, Place.ANSWERING, title),
                        heading,
                        purpose == Purpose.RESUME ? GO_ON : DELETE,
                        "/%s/%s"
                                .formatted(
                                        fielded.name(),
                                        purpose == Purpose.RESUME ? "resume" : "withdraw"),
                        respond.tokens().make(fielded.name(), FormTokens.NOBODY),
                        typed,
                        complaint,
                        suggestion,
                        purpose == Purpose.RESUME ? "Go on" : "Find my answers"));
    }
}
