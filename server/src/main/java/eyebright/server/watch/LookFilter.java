package eyebright.server.watch;

import eyebright.server.page.Following;
import eyebright.server.page.JteView;
import eyebright.server.page.Watching;
import gg.jte.TemplateEngine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/// Shows what is wrong with a folder in place of every page of its study: the preview of an earlier text would be taken for
/// that of the present one.
final class LookFilter extends OncePerRequestFilter {

    private static final int UNPROCESSABLE = 422;

    private final TemplateEngine templates;
    private final Watching watching;
    private final LookPages pages;

    LookFilter(TemplateEngine templates, Watching watching, LookPages pages) {
        this.templates = templates;
        this.watching = watching;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<Following> broken = broken(request.getRequestURI());
        if (broken.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        // A form that was sent meanwhile stays on its page with what was typed, since this is no
        // success.
        response.setStatus(UNPROCESSABLE);
        response.setHeader("Cache-Control", "no-store");
        new JteView(templates, "watch/look.jte").write(pages.page(broken), response);
    }

    private List<Following> broken(String path) {
        String first = path.substring(Math.min(1, path.length())).split("/", 2)[0];
        return first.isEmpty()
                ? watching.all().stream().filter(Following::isBroken).toList()
                : watching.broken(first).stream().toList();
    }
}
