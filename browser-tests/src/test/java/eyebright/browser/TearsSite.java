package eyebright.browser;

import eyebright.check.StudyFolder;
import eyebright.discussion.Discussion;
import eyebright.discussion.Moderation;
import eyebright.server.NotReadyException;
import eyebright.server.PortTakenException;
import eyebright.server.RunningSite;
import eyebright.server.Site;
import eyebright.server.SiteSettings;
import eyebright.server.page.Mode;
import eyebright.store.Respondent;
import eyebright.store.Store;
import eyebright.study.Study;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A site that fields the tears study, on a copy of its folder that is ready to collect.
///
/// Not safe for several threads.
final class TearsSite implements AutoCloseable {

    /// How many made-up respondents a rehearsed site shows.
    static final int REHEARSED = 684;

    private static final Path TEARS = Path.of("..", "studies", "tears");

    private final Path folder;
    private final Path data;
    private final Study study;
    private final int port;
    private RunningSite running;

    private TearsSite(Path parent, Mode mode) throws IOException {
        folder = filledIn(parent.resolve("tears"));
        data = parent.resolve("data");
        study = study(folder);
        running = start(0, mode);
        port = running.port();
    }

    /// A site that keeps answers, with all it has in that folder.
    static TearsSite collecting(Path parent) throws IOException {
        return new TearsSite(parent, new Mode.Collecting());
    }

    /// A site full of made-up respondents.
    static TearsSite rehearsed(Path parent) throws IOException {
        return new TearsSite(parent, new Mode.Rehearsed(REHEARSED, 1));
    }

    /// The address of a page of it, such as `/tears`.
    String at(String path) {
        return "http://127.0.0.1:%d%s".formatted(port, path);
    }

    /// The folder with all it keeps.
    Path data() {
        return data;
    }

    Study study() {
        return study;
    }

    /// Everybody the store holds, as a reader beside the site sees them.
    List<Respondent> respondents() {
        try (Store store = Store.read(data)) {
            return store.respondents("tears");
        }
    }

    /// Does what a researcher does with comments, beside the site.
    void moderate(Consumer<Moderation> job) {
        try (Discussion discussion = Discussion.open(data, Clock.systemUTC())) {
            job.accept(discussion.moderation());
        }
    }

    /// How many saved pages the log holds, of everybody.
    int savedPages() {
        return count("SELECT count(*) FROM log WHERE kind = 'page'");
    }

    /// How many rows the store holds that name a respondent who has not withdrawn.
    int rowsOf(String respondent) {
        String id = "'" + respondent + "'";
        return count(
                "SELECT (SELECT count(*) FROM respondent WHERE id = %s) + (SELECT count(*) FROM log WHERE respondent = %s)"
                        .formatted(id, id));
    }

    /// Stops the site, does something, and starts it again at the same port on the same data.
    void whileStopped(Runnable meanwhile) throws IOException {
        running.close();
        meanwhile.run();
        running = start(port, new Mode.Collecting());
    }

    @Override
    public void close() {
        running.close();
    }

    private int count(String query) {
        try (var database =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("eyebright.db"));
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.getInt(1);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private RunningSite start(int port, Mode mode) throws IOException {
        try {
            return Site.start(
                    new SiteSettings(
                            List.of(folder), "127.0.0.1", port, Optional.empty(), data, mode));
        } catch (NotReadyException | PortTakenException fault) {
            throw new IllegalStateException(fault);
        }
    }

    static Study study(Path folder) throws IOException {
        return switch (StudyFolder.read(folder)) {
            case StudyFolder.Reading.Valid valid -> valid.folder().study();
            case StudyFolder.Reading.Invalid invalid ->
                    throw new IllegalStateException(invalid.problems().toString());
        };
    }

    /// A copy of the study with its consent filled in.
    static Path filledIn(Path copy) throws IOException {
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(TEARS)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file ->
                                    write(
                                            copy.resolve(file.getFileName()),
                                            filledIn(file, read(file))));
        }
        return copy;
    }

    private static String filledIn(Path file, String text) {
        if (!file.endsWith("study.yaml")) {
            return text;
        }
        return text.replaceAll(
                        "controller: \"\\[.*]\"",
                        "controller: Dr. Ada Example, University of Somewhere")
                .replaceAll("contact: \"\\[.*]\"", "contact: tears@example.org")
                .replaceAll(
                        "ethics: \"\\[.*]\"",
                        "ethics: Ethics committee of Somewhere, number 12/2026")
                .replaceAll("retention-end: \"\\[.*]\"", "retention-end: 2036-12-31")
                .replaceAll("- \"\\[a crisis.*]\"", "- \"A crisis line, day and night: 000 000\"")
                .replaceAll(
                        "- \"\\[a counselling.*]\"", "- \"Counselling for therapists: 000 111\"")
                .replaceAll(
                        "- \"\\[the peer.*]\"", "- \"Peer support of the association: 000 222\"");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
