package eyebright.server;

import eyebright.server.page.Network;
import eyebright.server.page.Requests;
import eyebright.server.page.Studies;
import eyebright.server.page.Visitors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts who comes to the pages of a study, before they are shown, so that nobody reads a count without themselves: see
/// [Visitors].
final class Counting extends OncePerRequestFilter {

    /// Files, which have an ending, are no pages.
    private static final Pattern OF_STUDY = Pattern.compile("/([a-z0-9-]+)(?:/([^.]*))?");

    private final Optional<Visitors> visitors;
    private final Studies studies;
    private final Requests requests;

    /// @param visitors who counts them; absent where nobody does
    Counting(Optional<Visitors> visitors, Studies studies, Requests requests) {
        this.visitors = visitors;
        this.studies = studies;
        this.requests = requests;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET")) {
            count(request);
        }
        chain.doFilter(request, response);
    }

    private void count(HttpServletRequest request) {
        Matcher path = OF_STUDY.matcher(request.getRequestURI());
        if (path.matches() && studies.find(path.group(1)).isPresent()) {
            visitors.ifPresent(
                    count ->
                            count.came(
                                    path.group(1),
                                    Network.of(requests.address(request)),
                                    "take-part".equals(path.group(2))));
        }
    }
}
