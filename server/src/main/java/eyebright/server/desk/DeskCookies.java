package eyebright.server.desk;

import eyebright.desk.Desk;
import eyebright.desk.Token;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookie of a researcher: a random token, sent back to this site alone, and never from a link on another. It has
/// nothing to do with those of respondents.
final class DeskCookies {

    private static final String NAME = "eyebright-desk";

    private final boolean secure;

    /// @param secure whether the site is reached by https only: then no other host and no plain http can set the cookie
    DeskCookies(boolean secure) {
        this.secure = secure;
    }

    /// Its name.
    String name() {
        return secure ? "__Host-" + NAME : NAME;
    }

    /// The token that a request carries.
    Optional<Token> of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .filter(Objects::nonNull)
                .flatMap(value -> Token.read(value).stream())
                .findFirst();
    }

    /// Gives the browser a token; the site itself ends its session earlier.
    void give(HttpServletResponse response, Token token) {
        set(response, token.text(), Desk.LONGEST);
    }

    /// Takes it back.
    void take(HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    private void set(HttpServletResponse response, String value, Duration life) {
        ResponseCookie cookie =
                ResponseCookie.from(name(), value)
                        // What a name with __Host- asks for; over plain http the desk alone gets
                        // it.
                        .path(secure ? "/" : "/desk")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Strict")
                        .maxAge(life)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
