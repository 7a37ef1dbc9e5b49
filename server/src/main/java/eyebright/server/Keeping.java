package eyebright.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says of every page how long it may be kept: a respondent's not at all, a reader's until it is asked for
/// again. A page may say something else.
final class Keeping extends OncePerRequestFilter {

    /// Pages that everybody sees alike. All others might be somebody's own.
    private static final Pattern OF_READERS =
            Pattern.compile(
                    "/|/[^/]+/(questionnaire|rehearsal|clients|findings(/[^/]+)?|review|data|article(\\.[a-z.]+|/versions|/[0-9]+(/.*)?)?)");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (OF_READERS.matcher(request.getRequestURI()).matches()) {
            response.setHeader("Cache-Control", "no-cache");
        } else {
            response.setHeader("Cache-Control", "no-store");
            if (request.getRequestURI().indexOf('/', 1) > 0) {
                response.setHeader("X-Robots-Tag", "noindex");
            }
        }
        chain.doFilter(request, response);
    }
}
