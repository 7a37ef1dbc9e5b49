package eyebright.server.answering;

import eyebright.server.page.Fielded;
import eyebright.server.page.Form;
import eyebright.server.page.FormFilter;
import eyebright.server.page.FormTokens;
import eyebright.server.page.JteView;
import eyebright.server.page.Limits;
import eyebright.server.page.Requests;
import eyebright.server.page.Shell.Place;
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
import org.springframework.web.servlet.ModelAndView;

/// Asks for a code, and finds whose it is.
public final class CodeEntry {

    private static final String NOBODY_HAS_IT =
            "Nobody has this code here. Perhaps one word differs, the answers were deleted, or it is the"
                    + " code of another study.";

    private final Store store;
    private final Requests requests;
    private final Tickets tickets;

    CodeEntry(Store store, Requests requests, Tickets tickets) {
        this.store = store;
        this.requests = requests;
        this.tickets = tickets;
    }

    /// What a code is asked for.
    public enum Purpose {
        /// To go on with the questions.
        RESUME(
                "resume",
                "Go on where you were",
                "<p>With it you go on where you were, on this device or another.</p>",
                "Go on"),
        /// To see what the study gives back.
        YOU(
                "you",
                "What your answers say",
                "<p>With it you see your answers beside those of others. Only who has the code sees"
                        + " them.</p>",
                "Show me"),
        /// To have everything deleted.
        WITHDRAW(
                "withdraw",
                "Delete my answers",
                "<p>With it your answers are found, so that they can be deleted. Before that you are asked"
                        + " once more.</p>",
                "Find my answers");

        private final String path;
        private final String heading;
        private final String text;
        private final String button;

        Purpose(String path, String heading, String text, String button) {
            this.path = path;
            this.heading = heading;
            this.text = text;
            this.button = button;
        }

        /// What the button of its form says.
        String button() {
            return button;
        }
    }

    /// What typing a code came to.
    sealed interface Typed {
        record Found(RespondentId respondent, Code code) implements Typed {}

        record NotFound(String complaint, Optional<String> suggestion) implements Typed {}
    }

    /// The page that asks for it.
    public ModelAndView ask(Fielded fielded, Purpose purpose) {
        return ask(fielded, purpose, "", Optional.empty(), Optional.empty());
    }

    /// Reads a form with a code: whoever it is gets a ticket and is sent on, anybody else is asked once more.
    ///
    /// @param onward the address to be sent to
    public ModelAndView enter(
            Fielded fielded,
            Purpose purpose,
            HttpServletRequest request,
            HttpServletResponse response,
            String onward) {
        Form form = FormFilter.form(request);
        if (!requests.tokens().accepts(form.first("token"), fielded.name(), FormTokens.NOBODY)) {
            return askAgain(fielded, purpose, form, response);
        }
        return switch (read(fielded, form, request)) {
            case Typed.Found(RespondentId respondent, Code code) -> {
                tickets.give(response, fielded.name(), new Ticket(respondent, code));
                yield Requests.to(onward);
            }
            case Typed.NotFound nobody -> askAgain(fielded, purpose, form, nobody, response);
        };
    }

    /// The page once more, since the form had been open for long.
    private ModelAndView askAgain(
            Fielded fielded, Purpose purpose, Form form, HttpServletResponse response) {
        response.setStatus(403);
        return ask(
                fielded,
                purpose,
                form.first("code"),
                Optional.of(
                        "This page had been open for long. Please press %s once more."
                                .formatted(purpose.button())),
                Optional.empty());
    }

    /// The page once more, with what is wrong with the code.
    ModelAndView askAgain(
            Fielded fielded,
            Purpose purpose,
            Form form,
            Typed.NotFound typed,
            HttpServletResponse response) {
        response.setStatus(422);
        return ask(
                fielded,
                purpose,
                form.first("code"),
                Optional.of(typed.complaint()),
                typed.suggestion());
    }

    private ModelAndView ask(
            Fielded fielded,
            Purpose purpose,
            String typed,
            Optional<String> complaint,
            Optional<String> suggestion) {
        String title =
                complaint.isPresent()
                        ? "Please have another look: " + purpose.heading
                        : purpose.heading;
        return JteView.of(
                "answering/code",
                new CodePage(
                        requests.shells().of(fielded, Place.ANSWERING, title),
                        purpose.heading,
                        purpose.text,
                        "/%s/%s".formatted(fielded.name(), purpose.path),
                        requests.tokens().make(fielded.name(), FormTokens.NOBODY),
                        typed,
                        complaint,
                        suggestion,
                        purpose.button));
    }

    /// Whose code stands in a form.
    Typed read(Fielded fielded, Form form, HttpServletRequest request) {
        String typed = form.has("suggested") ? form.first("suggested") : form.first("code");
        return switch (Code.parse(typed)) {
            // What is no code at all guesses none, so it is not limited.
            case Code.Typed.Mistyped(String why, List<String> suggestions) ->
                    new Typed.NotFound(why, mended(typed, suggestions));
            case Code.Typed.Complete(Code code) -> {
                requests.limit(Limits.Act.WRONG_CODE, request);
                Optional<Respondent> found = store.find(fielded.name(), code);
                if (found.isPresent()) {
                    requests.giveBack(Limits.Act.WRONG_CODE, request);
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
}
