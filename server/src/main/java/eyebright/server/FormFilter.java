package eyebright.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets forms of our own pages through, of at most 64 kB, and reads them: everything else ends here.
///
/// A browser says which site a form stands on in `Sec-Fetch-Site`; older ones, and all over plain http, in
/// `Origin` or at least `Referer`. A form that comes with none of the three is refused: no token can tell
/// that nobody was made to answer under, or to go on with, a code of somebody else.
final class FormFilter extends OncePerRequestFilter {

    /// The most bytes of a form.
    static final int MOST_BYTES = 65_536;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> OUR_SITES = List.of("same-origin", "none");

    private final Stops stops;
    private final Optional<URI> publicUrl;

    /// @param publicUrl where people find the site, if that is not where it listens
    FormFilter(Stops stops, Optional<URI> publicUrl) {
        this.stops = stops;
        this.publicUrl = publicUrl;
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
        if (!isOurs(request)) {
            stops.notOurForm(response);
            return;
        }
        // No more is asked for than comes, as far as is known: memory is set aside for all of it.
        int length = request.getContentLength();
        byte[] body =
                request.getInputStream()
                        .readNBytes(Math.min(length < 0 ? MOST_BYTES : length, MOST_BYTES) + 1);
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

    private boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OUR_SITES.contains(site);
        }
        String origin = request.getHeader("Origin");
        String from = origin == null ? request.getHeader("Referer") : origin;
        if (from == null) {
            return false;
        }
        Optional<URI> page = address(from);
        Optional<URI> asked = address(request.getScheme() + "://" + request.getHeader("Host"));
        return page.isPresent() && (isSameHost(page, asked) || isSameHost(page, publicUrl));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(address -> address.getHost() != null);
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isSameHost(Optional<URI> one, Optional<URI> other) {
        return one.map(FormFilter::host).equals(other.map(FormFilter::host));
    }

    /// Host and port; a server before this one may speak https where this one speaks http.
    private static String host(URI address) {
        boolean isUsual =
                address.getPort() == ("https".equalsIgnoreCase(address.getScheme()) ? 443 : 80);
        String port = address.getPort() < 0 || isUsual ? "" : ":" + address.getPort();
        return address.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
