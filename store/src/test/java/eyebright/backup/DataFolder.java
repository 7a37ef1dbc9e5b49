package eyebright.backup;

import eyebright.database.Database;
import eyebright.database.Table;
import eyebright.desk.Researchers;
import eyebright.discussion.CommentId;
import eyebright.discussion.Discussion;
import eyebright.discussion.Draft;
import eyebright.discussion.OwnToken;
import eyebright.discussion.Role;
import eyebright.discussion.Topic;
import eyebright.source.Sources;
import eyebright.store.PageSave;
import eyebright.store.RespondentId;
import eyebright.store.Snapshot;
import eyebright.store.Started;
import eyebright.store.Store;
import eyebright.store.Version;
import eyebright.study.Answer;
import eyebright.visitors.Came;
import eyebright.visitors.VisitorDays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A data folder as a server leaves it, with something of everything.
record DataFolder(Path path) {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2027-03-01T12:34:56Z"));
    static final String STUDY = "tears";
    static final int PAGES = 3;

    /// What database drivers, JSON and zips stumble over.
    static final String AWKWARD = "\"Tränen\"\\\n\t\u0001 😭 ', NULL \u2028 </script>";

    private static final OwnToken OWN = OwnToken.draw(new SecureRandom());

    static Store store(Path path) {
        Store store = Store.open(path, CLOCK);
        store.addVersion(
                new Version(STUDY, "q1", "p1", new Sources(STUDY, Map.of("study.yaml", AWKWARD))));
        return store;
    }

    static RespondentId answered(Store store, int pages, String words) {
        RespondentId id = start(store).id();
        for (int page = 1; page <= pages; page++) {
            save(store, id, page, words);
        }
        return id;
    }

    static Started start(Store store) {
        return store.start(STUDY, "q1", "p1");
    }

    static void save(Store store, RespondentId id, int page, String words) {
        String variable = "v" + page;
        store.save(
                new PageSave(
                        id,
                        "page-" + page,
                        "s" + page,
                        List.of(variable),
                        Map.of(variable, new Answer.Words(words)),
                        "q1",
                        "p1",
                        "",
                        7));
    }

    /// Makes it.
    static DataFolder filled(Path path) {
        try (Store store = store(path);
                Discussion discussion = Discussion.open(path, CLOCK);
                Researchers researchers = Researchers.open(path, CLOCK);
                VisitorDays visitors = VisitorDays.open(path)) {
            for (int i = 0; i < 5; i++) {
                RespondentId id = answered(store, PAGES, AWKWARD + i);
                store.send(id, "end", "q1", "p1");
            }
            start(store);
            store.withdraw(answered(store, PAGES, "withdrawn before"));
            store.addSnapshot(
                    new Snapshot(
                            STUDY,
                            1,
                            store.forEachRespondent(STUDY, _ -> {}),
                            5,
                            "p1",
                            "q1",
                            "{}"));
            CommentId first = comment(discussion, Optional.empty(), AWKWARD, OWN);
            discussion.moderation().publish(first, 1, "ada@example.org");
            comment(
                    discussion,
                    Optional.of(first),
                    "An answer.",
                    OwnToken.draw(new SecureRandom()));
            researchers.add("ada@example.org");
            visitors.add(STUDY, LocalDate.of(2027, 3, 1), new Came(20, 7));
            var folder = new DataFolder(path);
            folder.publish(1, "First.");
            folder.publish(2, "Second.");
            // Not whole yet, so that it is no version.
            Files.createDirectories(path.resolve("published").resolve(STUDY).resolve(".3.half"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Somebody says something more.
    static void comment(Discussion discussion, String text) {
        comment(discussion, Optional.empty(), text, OwnToken.draw(new SecureRandom()));
    }

    /// The comment of [#filled] whose author is asked for here.
    static OwnToken own() {
        return OWN;
    }

    private static CommentId comment(
            Discussion discussion, Optional<CommentId> answered, String text, OwnToken own) {
        return discussion
                .send(
                        Topic.article(STUDY),
                        answered,
                        new Draft("Mara", Role.THERAPIST, text, Optional.of("mara@example.org")),
                        own)
                .id();
    }

    void publish(int number, String text) throws IOException {
        Path version = path.resolve("published").resolve(STUDY).resolve(Integer.toString(number));
        Files.createDirectories(version.resolve("data-package").resolve("data"));
        Files.writeString(version.resolve("article.html"), text);
        Files.write(
                version.resolve("data-package").resolve("data").resolve("a b.csv"),
                new byte[] {0, 1, -1});
    }

    /// Every row of every table that a backup holds, as texts, and every published file.
    Map<String, List<String>> content() {
        var content = new TreeMap<String, List<String>>();
        for (Part part : Part.values()) {
            if (part.file().isIn(path)) {
                content.putAll(rows(part));
            }
        }
        try {
            for (Map.Entry<String, Path> file : PublishedFiles.of(path).entrySet()) {
                content.put(
                        file.getKey(),
                        List.of(
                                Base64.getEncoder()
                                        .encodeToString(Files.readAllBytes(file.getValue()))));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return content;
    }

    private Map<String, List<String>> rows(Part part) {
        try (Database database = Database.read(part.file().in(path), part.file().schema())) {
            return database.read(
                    link -> {
                        var tables = new LinkedHashMap<String, List<String>>();
                        for (Table table : part.tables(link)) {
                            var rows = new ArrayList<String>();
                            table.read(link, values -> rows.add(text(values)));
                            tables.put(part.word() + "/" + table.name(), rows);
                        }
                        return tables;
                    });
        }
    }

    private static String text(@Nullable Object[] values) {
        return Arrays.deepToString(values);
    }
}
