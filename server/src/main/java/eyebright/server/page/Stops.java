package eyebright.server.page;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/// The pages on which a request ends that cannot go on. None shows what went wrong inside.
public final class Stops {

    private static final int SERVER_FAULT = 500;

    private final TemplateEngine engine;
    private final Shells shells;

    /// @param engine has the templates of all rooms
    public Stops(TemplateEngine engine, Shells shells) {
        this.engine = engine;
        this.shells = shells;
    }

    /// The page for a status that the framework or the server below it chose.
    public void refused(int status, HttpServletResponse response) throws IOException {
        switch (status) {
            case 404 -> nothingHere(response);
            case 405 -> notThatWay(response);
            case 408 -> tooSlow(response);
            case 413 -> tooLong(response);
            // A way of sending or a version of HTTP that is not spoken here: nothing of ours is
            // broken.
            case 501, 505 -> unreadable(response);
            default -> {
                if (status < SERVER_FAULT) {
                    unreadable(response);
                } else {
                    broken(response);
                }
            }
        }
    }

    /// No page has that address: 404.
    public void nothingHere(HttpServletResponse response) throws IOException {
        write(
                response,
                404,
                "There is no such page",
                "Perhaps the address was cut short, or the study is no longer here.");
    }

    /// A form came from elsewhere: 403.
    public void notOurForm(HttpServletResponse response) throws IOException {
        write(
                response,
                403,
                "This did not come from our own page",
                "Please open the study here and try again. Nothing was changed.");
    }

    /// A form is longer than is read: 413.
    public void tooLong(HttpServletResponse response) throws IOException {
        write(
                response,
                413,
                "That was more than one page can hold",
                "Please go back, shorten what you wrote, and try again. Nothing was changed.");
    }

    /// A form did not arrive in time: 408.
    void tooSlow(HttpServletResponse response) throws IOException {
        write(
                response,
                408,
                "That took too long to arrive",
                "Perhaps the connection is weak. Please go back and try again. Nothing was changed.");
    }

    /// A request is none, or its form: 400.
    public void unreadable(HttpServletResponse response) throws IOException {
        write(
                response,
                400,
                "That could not be read",
                "Please open the study here and try again. Nothing was changed.");
    }

    /// The page takes no such method: 405.
    public void notThatWay(HttpServletResponse response) throws IOException {
        write(
                response,
                405,
                "That is not what this page is for",
                "Please open the study here and try again. Nothing was changed.");
    }

    /// An address has tried too often within an hour: 429.
    public void tooOften(HttpServletResponse response) throws IOException {
        write(
                response,
                429,
                "Please wait a little",
                "This has been tried very often from where you are. In an hour it works again.");
    }

    /// Too many pages are asked for at once: 503.
    public void busy(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "10");
        write(
                response,
                503,
                "Very many people are reading just now",
                "Please try again in a few seconds. Who is answering can go on.");
    }

    /// The version a respondent began with cannot be read: 410.
    public void versionGone(HttpServletResponse response, String study) throws IOException {
        write(
                response,
                410,
                "The questions you began with cannot be shown any more",
                "What you answered before is kept, but you cannot go on here. With your code you can have"
                        + " it deleted.",
                KindPage.Link.other("/" + study + "/withdraw", "Delete my answers"));
    }

    /// The site has no desk: 404.
    public void noDesk(HttpServletResponse response) throws IOException {
        write(
                response,
                404,
                "There is no desk here",
                "The desk needs a site that collects. This one is for trying out, and keeps nothing.");
    }

    /// The store takes no answers: 503.
    public void cannotKeep(HttpServletResponse response) throws IOException {
        write(
                response,
                503,
                "Answers cannot be kept just now",
                "The site has a fault that its operator must mend. Nothing of yours was lost that had"
                        + " been saved. Please try again later.");
    }

    /// A fault of ours: 500.
    public void broken(HttpServletResponse response) throws IOException {
        write(
                response,
                500,
                "Something went wrong here",
                "It was not you. What you had saved is safe. Please try again in a moment.");
    }

    private void write(HttpServletResponse response, int status, String heading, String sentence)
            throws IOException {
        write(response, status, heading, sentence, KindPage.Link.other("/", "To the studies"));
    }

    private void write(
            HttpServletResponse response,
            int status,
            String heading,
            String sentence,
            KindPage.Link onward)
            throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        var page = KindPage.of(shells.plain(heading), heading, List.of(sentence), onward);
        new JteView(engine, "page/kind.jte").write(page, response);
    }
}
