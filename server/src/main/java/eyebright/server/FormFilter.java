package eyebright.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets forms of our own pages through, of at most 64 kB, and reads them: everything else ends here.
final class FormFilter extends OncePerRequestFilter {

    /// The most bytes of a form.
    static final int MOST_BYTES = 65_536;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> OUR_SITES = List.of("same-origin", "none");

    private final Stops stops;

    FormFilter(Stops stops) {
        this.stops = stops;
    }

    /// The form that came with a request.
    ///
    /// @throws Stop.NotOurForm if it came without one
    static Form form(HttpServletRequest request) {
        if (request.getAttribute(FORM) instanceof Form form) {
            return form;
        }
        throw new Stop.NotOurForm();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OUR_SITES.contains(site)) {
            stops.notOurForm(response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            stops.tooLong(response);
            return;
        }
        String type = request.getContentType();
        Optional<Form> form =
                type != null && type.startsWith(FORM) ? Form.parse(body) : Optional.empty();
        if (form.isEmpty()) {
            stops.unreadable(response);
            return;
        }
        request.setAttribute(FORM, form.get());
        chain.doFilter(request, response);
    }
}
