package eyebright.server.page;

import eyebright.server.page.Drawn.Whole;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/// A page whose inside was drawn before: only what is around it is made for the request, and compressed.
final class DrawnView implements View {

    private static final String GZIP = "gzip";

    private final TemplateEngine engine;
    private final Shell shell;
    private final Drawn inside;

    DrawnView(TemplateEngine engine, Shell shell, Drawn inside) {
        this.engine = engine;
        this.shell = shell;
        this.inside = inside;
    }

    /// What is around a page.
    ///
    /// @param inside where the inside goes
    record Around(Shell shell, Content inside) {}

    @Override
    public String getContentType() {
        return JteView.HTML;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean compressed = takesGzip(request);
        Whole page = page(compressed);
        Turns.end(request);
        response.setContentType(getContentType());
        if (compressed) {
            // Nothing compresses it again, or says that others get it otherwise.
            response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        response.setContentLength(page.length());
        page.writeTo(response.getOutputStream());
    }

    /// The whole page.
    Whole page(boolean compressed) {
        var html = new Utf8ByteOutput();
        var at = new int[1];
        engine.render(
                "page/drawn.jte", new Around(shell, _ -> at[0] = html.getContentLength()), html);
        byte[] around = html.toByteArray();
        byte[] before = Arrays.copyOf(around, at[0]);
        byte[] after = Arrays.copyOfRange(around, at[0], around.length);
        return compressed ? inside.compressedBetween(before, after) : inside.between(before, after);
    }

    /// As Tomcat decides it for all other pages.
    private static boolean takesGzip(HttpServletRequest request) throws IOException {
        for (String header : Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING))) {
            // What is refused with a quality of 0 is not among these.
            for (AcceptEncoding each : AcceptEncoding.parse(new StringReader(header))) {
                if (GZIP.equalsIgnoreCase(each.getEncoding())) {
                    return true;
                }
            }
        }
        return false;
    }
}
