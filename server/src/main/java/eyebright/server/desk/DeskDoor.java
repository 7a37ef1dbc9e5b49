package eyebright.server.desk;

import eyebright.desk.Session;
import eyebright.server.page.Stop;
import eyebright.server.page.Stops;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/// Lets nobody to the desk who has not logged in. It is closed by default: whatever is added below `/desk` is behind it,
/// and only the pages named here are not.
final class DeskDoor extends OncePerRequestFilter {

    private static final String DESK = "desk";
    private static final String LOG_IN = "/desk/log-in";

    /// The second parts of the addresses that are open to who has not logged in.
    private static final List<String> OPEN = List.of("log-in", "code", "set-up");

    private static final String SESSION = DeskDoor.class.getName();

    private final DeskRoom room;
    private final DeskCookies cookies;
    private final Stops stops;
    private final boolean secure;

    /// @param secure whether the site is reached by https only
    DeskDoor(DeskRoom room, DeskCookies cookies, Stops stops, boolean secure) {
        this.room = room;
        this.cookies = cookies;
        this.stops = stops;
        this.secure = secure;
    }

    /// Who asks for a page of the desk.
    ///
    /// @throws Stop.NothingHere if the door has let somebody through who has not logged in
    static Session session(HttpServletRequest request) {
        if (request.getAttribute(SESSION) instanceof Session session) {
            return session;
        }
        throw new Stop.NothingHere();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PathContainer asked =
                ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        if (!isOfDesk(asked)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        // Over plain http a browser that sends no referrer sends no origin either, and forms need
        // one.
        response.setHeader("Referrer-Policy", secure ? "no-referrer" : "same-origin");
        if (room.found().isEmpty()) {
            stops.noDesk(response);
            return;
        }
        Optional<Session> session = cookies.of(request).flatMap(room.desk()::session);
        session.ifPresent(each -> request.setAttribute(SESSION, each));
        List<String> path = parts(asked);
        if (session.isPresent() || (path.size() > 1 && OPEN.contains(path.get(1)))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", LOG_IN);
    }

    private static boolean isOfDesk(PathContainer path) {
        for (PathContainer.Element part : path.elements()) {
            if (part instanceof PathSegment segment) {
                return segment.valueToMatch().equals(DESK);
            }
        }
        return false;
    }

    /// The parts of the address as the pages are found by them: decoded, so that no way of writing it leads around.
    private static List<String> parts(PathContainer path) {
        return path.elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(part -> ((PathSegment) part).valueToMatch())
                .toList();
    }
}
