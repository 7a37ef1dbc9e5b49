package eyebright.server.desk;

import eyebright.desk.Desk;
import eyebright.desk.Fresh;
import eyebright.desk.Session;
import eyebright.server.page.Form;
import eyebright.server.page.FormFilter;
import eyebright.server.page.FormTokens;
import eyebright.server.page.Stop;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/// What all forms of the desk ask before anything is done: that they are of this session, and for some a fresh code.
final class DeskForms {

    static final String DESK = "desk";

    private static final String WRONG_CODE =
            "That code is wrong, or it was used already. Wait for the next one on your phone.";

    private final DeskRoom room;
    private final FormTokens tokens;

    DeskForms(DeskRoom room, FormTokens tokens) {
        this.room = room;
        this.tokens = tokens;
    }

    /// The desk.
    Desk desk() {
        return room.desk();
    }

    /// A token for a form of a session.
    String token(Session session) {
        return tokens.make(DESK, session.id());
    }

    /// What is around a page of that session.
    ///
    /// @param here which page it is
    DeskFrame frame(Session session, String here) {
        return new DeskFrame(session.email(), token(session), here);
    }

    /// The form that came.
    ///
    /// @throws Stop.NotOurForm if it was not made for that session
    Form form(HttpServletRequest request, Session session) {
        Form form = FormFilter.form(request);
        if (!tokens.accepts(form.first("token"), DESK, session.id())) {
            throw new Stop.NotOurForm();
        }
        return form;
    }

    /// Why the code in the form does not do, as a sentence; nothing if it is that of the phone, which now is used.
    Optional<String> refusal(Form form, Session session) {
        return switch (desk().fresh(session, form.first("code"))) {
            case Fresh.Right _ -> Optional.empty();
            case Fresh.Wrong _ -> Optional.of(WRONG_CODE);
            case Fresh.Wait(Duration time) -> Optional.of(wait(time));
        };
    }

    /// That somebody has to wait, as a sentence.
    static String wait(Duration time) {
        long seconds = Math.max(1, time.plusMillis(999).toSeconds());
        return seconds < 90
                ? "There were several wrong tries. Wait %d second%s, then try again."
                        .formatted(seconds, seconds == 1 ? "" : "s")
                : "There were several wrong tries. Wait %d minutes, then try again."
                        .formatted((seconds + 59) / 60);
    }
}
