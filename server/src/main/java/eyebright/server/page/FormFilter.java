package eyebright.server.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets forms of our own pages through, of at most 64 kB, and reads them: everything else ends here.
///
/// A browser says which site a form stands on in `Sec-Fetch-Site`; older ones, and all over plain http, in
/// `Origin` or at least `Referer`. A form that comes with none of the three is refused: no token can tell
/// that nobody was made to answer under, or to go on with, a code of somebody else.
public final class FormFilter extends OncePerRequestFilter {

    /// The most bytes of a form.
    public static final int MOST_BYTES = 65_536;

    /// The longest that a body may take to arrive: 64 kB over a weak connection of 2 kB a second.
    static final Duration LONGEST = Duration.ofSeconds(32);

    /// Nearly every form has some hundred bytes, and every request makes room of its own for as many as this.
    private static final int BYTES_AT_ONCE = 1_024;

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
    public static Form form(HttpServletRequest request) {
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
        byte[] body;
        try {
            body = read(request.getInputStream());
        } catch (TooSlowException slow) {
            stops.tooSlow(response);
            return;
        } catch (IOException broken) {
            // Its length or its chunks were not as they were said to be; who went away reads no
            // page.
            if (!response.isCommitted()) {
                stops.unreadable(response);
            }
            return;
        }
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

    /// The body took longer to arrive than any honest one does.
    private static final class TooSlowException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Reads what came, and one byte more than may come. Who sends a byte now and then must not hold a thread for hours.
    private static byte[] read(InputStream from) throws IOException {
        long begun = System.nanoTime();
        var body = new ByteArrayOutputStream();
        byte[] part = new byte[BYTES_AT_ONCE];
        while (body.size() <= MOST_BYTES) {
            int count = from.read(part, 0, Math.min(part.length, MOST_BYTES + 1 - body.size()));
            if (count < 0) {
                break;
            }
            body.write(part, 0, count);
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new TooSlowException();
            }
        }
        return body.toByteArray();
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
