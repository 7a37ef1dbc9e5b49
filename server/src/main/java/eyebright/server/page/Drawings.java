package eyebright.server.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.web.servlet.ModelAndView;

/// Pages that are the same for every reader but for what is around them: drawn once, and again when the folder of the study
/// or its public figures are others. Of each page of each study the latest is kept. Safe for many threads.
public final class Drawings {

    private final TemplateEngine engine;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    /// @param engine has the templates of all rooms
    Drawings(TemplateEngine engine) {
        this.engine = engine;
    }

    private record Key(String template, String study) {}

    /// @param folder that it was drawn from
    /// @param figures that it was drawn from
    private record Kept(Object folder, Object figures, Drawn drawn) {

        /// Whether it was drawn from these very ones: neither ever changes, another takes its place.
        @SuppressWarnings(
                "ReferenceEquality") // comparing all that is in them takes longer than drawing
        boolean isOf(Object folder, Object figures) {
            return this.folder == folder && this.figures == figures;
        }
    }

    /// A page whose figures are those.
    ///
    /// @param template of what is inside; what it is told must follow from folder and figures alone
    /// @param figures replaced, never changed
    public ModelAndView page(
            String template,
            Fielded fielded,
            Object figures,
            Shell shell,
            Supplier<? extends Record> inside) {
        Object folder = fielded.folder();
        var key = new Key(template, fielded.name());
        Kept found = kept.get(key);
        if (found == null || !found.isOf(folder, figures)) {
            // Many may ask while it is drawn for the first time: one of them draws it.
            found =
                    kept.compute(
                            key,
                            (_, now) ->
                                    now != null && now.isOf(folder, figures)
                                            ? now
                                            : new Kept(
                                                    folder, figures, draw(template, inside.get())));
        }
        return new ModelAndView(new DrawnView(engine, shell, found.drawn()));
    }

    /// A page that shows no figures.
    public ModelAndView page(
            String template, Fielded fielded, Shell shell, Supplier<? extends Record> inside) {
        return page(template, fielded, fielded.folder(), shell, inside);
    }

    private Drawn draw(String template, Record inside) {
        var html = new Utf8ByteOutput();
        engine.render(template + ".jte", inside, html);
        return new Drawn(html.toByteArray());
    }
}
