package eyebright.server.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// One template, written as a page. A page gets one thing: its record, called `it`.
public final class JteView implements View {

    /// The name under which a page's record stands in a model.
    static final String IT = "it";

    /// What pages are.
    static final String HTML = "text/html;charset=UTF-8";

    private final TemplateEngine engine;
    private final String template;

    /// @param template such as `page/kind.jte`
    public JteView(TemplateEngine engine, String template) {
        this.engine = engine;
        this.template = template;
    }

    /// A page for that record.
    public static ModelAndView of(String name, Record page) {
        return new ModelAndView(name, IT, page);
    }

    @Override
    public String getContentType() {
        return HTML;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (model == null || !(model.get(IT) instanceof Record page)) {
            throw new IllegalArgumentException("a page must have a record, not " + model);
        }
        Utf8ByteOutput html = made(page);
        Turns.end(request);
        write(html, response);
    }

    /// Writes the page for that record.
    public void write(Record page, HttpServletResponse response) throws IOException {
        write(made(page), response);
    }

    private Utf8ByteOutput made(Record page) {
        var html = new Utf8ByteOutput();
        engine.render(template, page, html);
        return html;
    }

    private void write(Utf8ByteOutput html, HttpServletResponse response) throws IOException {
        response.setContentType(getContentType());
        response.setContentLength(html.getContentLength());
        // A template gives a page in hundreds of pieces, each of which would go through all filters
        // and the compressor.
        var whole = new ByteArrayOutputStream(html.getContentLength());
        html.writeTo(whole);
        response.getOutputStream().write(whole.toByteArray());
    }
}
