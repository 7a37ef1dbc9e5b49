package eyebright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.Gardens;
import eyebright.store.Store;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingsTest {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, getClass().getClassLoader(), "eyebright.server");
    private final Drawings drawings = new Drawings(engine);
    private final Shells shells = new Shells(new Mode.Preview(), Optional.empty());
    private final AtomicInteger drawn = new AtomicInteger();

    @TempDir private Path data;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(data, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPageIsDrawnOnceForItsFiguresAndAgainForOthers() throws IOException {
        Fielded garden = garden();
        var first = new Object();
        var second = new Object();

        assertThat(page(garden, first, "For Ada")).contains("drawn 1").contains("<title>For Ada");
        assertThat(page(garden, first, "For Bob")).contains("drawn 1").contains("<title>For Bob");
        assertThat(page(garden, second, "For Ada")).contains("drawn 2");
        assertThat(page(garden, second, "For Ada")).contains("drawn 2");
        assertThat(page(garden, first, "For Ada")).contains("drawn 3");
    }

    @Test
    void aFolderThatWasReadAgainIsDrawnAgain() throws IOException {
        var figures = new Object();

        assertThat(page(garden(), figures, "For Ada")).contains("drawn 1");
        assertThat(page(garden(), figures, "For Ada")).contains("drawn 2");
    }

    private Fielded garden() {
        return new Fielded(Gardens.read(), store);
    }

    private String page(Fielded fielded, Object figures, String title) throws IOException {
        var page =
                drawings.page(
                        "page/kind",
                        fielded,
                        figures,
                        shells.plain(title),
                        () ->
                                KindPage.of(
                                        shells.plain("Inside"),
                                        "drawn " + drawn.incrementAndGet(),
                                        List.of()));
        var view = (DrawnView) Objects.requireNonNull(page.getView());
        var html = new ByteArrayOutputStream();
        view.page(false).writeTo(html);
        return html.toString(StandardCharsets.UTF_8);
    }
}
