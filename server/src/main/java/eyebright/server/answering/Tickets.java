package eyebright.server.answering;

import eyebright.server.page.Seal;
import eyebright.store.Code;
import eyebright.store.RespondentId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// Writes and reads the cookie of a respondent: one a study, for 30 days at most, sent to that study's
/// pages only. It is signed, and hidden: who sees one in a log learns neither whose it is nor the code.
final class Tickets {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");

    private final Seal seal;
    private final Envelope envelope;
    private final InstantSource clock;
    private final boolean secure;

    /// @param secure whether the site is reached by https only
    Tickets(Seal seal, Envelope envelope, InstantSource clock, boolean secure) {
        this.seal = seal;
        this.envelope = envelope;
        this.clock = clock;
        this.secure = secure;
    }

    /// The name of the cookie of that study. Behind https it begins so that a browser takes it from nobody who answers
    /// over plain http: nobody is made to answer under a code of somebody else.
    String name(String study) {
        return (secure ? "__Secure-" : "") + purpose(study);
    }

    private static String purpose(String study) {
        return "eyebright-" + study;
    }

    /// Gives the browser a ticket.
    void give(HttpServletResponse response, String study, Ticket ticket) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        String id = ticket.respondent().hex();
        String code = ticket.code().text();
        String seal = this.seal.of("ticket", study, id, code, Long.toString(until));
        String text = String.join(".", id, code, Long.toString(until), seal);
        set(response, study, envelope.close(purpose(study), text), LIFE);
    }

    /// Takes it back.
    void take(HttpServletResponse response, String study) {
        set(response, study, "", Duration.ZERO);
    }

    /// The ticket a request carries for that study, if it is one of ours and not too old.
    Optional<Ticket> of(HttpServletRequest request, String study) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name(study))) {
                Optional<Ticket> ticket =
                        envelope.open(purpose(study), cookie.getValue())
                                .flatMap(text -> read(text, study));
                if (ticket.isPresent()) {
                    return ticket;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Ticket> read(String text, String study) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4
                || !SECONDS.matcher(parts[2]).matches()
                || !seal.holds(parts[3], "ticket", study, parts[0], parts[1], parts[2])
                || Long.parseLong(parts[2]) < clock.instant().getEpochSecond()) {
            return Optional.empty();
        }
        return switch (Code.parse(parts[1])) {
            case Code.Typed.Complete(Code code) ->
                    Optional.of(new Ticket(new RespondentId(parts[0]), code));
            case Code.Typed.Mistyped _ -> Optional.empty();
        };
    }

    private void set(HttpServletResponse response, String study, String value, Duration life) {
        ResponseCookie cookie =
                ResponseCookie.from(name(study), value)
                        .path("/" + study)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(life)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
