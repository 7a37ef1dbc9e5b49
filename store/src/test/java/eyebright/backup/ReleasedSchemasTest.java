package eyebright.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.database.DatabaseFile;
import eyebright.desk.Researcher;
import eyebright.desk.Researchers;
import eyebright.discussion.Comment;
import eyebright.discussion.Discussion;
import eyebright.store.Keys;
import eyebright.store.Respondent;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import eyebright.study.Answer;
import eyebright.visitors.Came;
import eyebright.visitors.VisitorDays;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A data folder and a backup of every version of the tables that there has been: both open, with all that is in them.
///
/// `released-1.zip` holds a data folder as that Eyebright wrote it, `released-1.backup` its backup. After a new migration
/// [Write] adds the next two; the earlier ones are never written again.
class ReleasedSchemasTest {

    private static final int VERSION_AT = 60;

    @TempDir private Path folder;

    static List<Integer> released() {
        return IntStream.iterate(1, number -> resource(number, "zip").isPresent(), n -> n + 1)
                .boxed()
                .toList();
    }

    private static Optional<URL> resource(int number, String end) {
        return Optional.ofNullable(
                ReleasedSchemasTest.class.getResource("released-%d.%s".formatted(number, end)));
    }

    @Test
    void everyVersionOfEveryDatabaseIsAmongThem() throws IOException {
        for (Part part : Part.values()) {
            var versions = new TreeSet<Integer>();
            for (int number : released()) {
                versions.add(version(unpacked(number), part.file()));
            }
            assertThat(versions)
                    .as("%s; ReleasedSchemasTest.Write adds what is missing", part)
                    .isEqualTo(
                            new TreeSet<>(
                                    IntStream.rangeClosed(1, part.file().schema().known())
                                            .boxed()
                                            .toList()));
        }
    }

    /// `PRAGMA user_version`, which SQLite keeps in the head of a file.
    private static int version(Path data, DatabaseFile database) throws IOException {
        Path file = data.resolve(database.name() + ".db");
        return ByteBuffer.wrap(Files.readAllBytes(file)).getInt(VERSION_AT);
    }

    @ParameterizedTest
    @MethodSource("released")
    void aFolderOfThenOpens(int number) throws IOException {
        Path data = unpacked(number);

        Store.open(data, DataFolder.CLOCK).close();

        assertThatAllIsThere(data);
    }

    /// An index of theirs may have been dropped since: what it held would lie in a free part of the file, where nobody looks for it.
    @ParameterizedTest
    @MethodSource("released")
    void ofWhoWithdrawsFromAFolderOfThenOnlyTheTombstoneIsLeft(int number) throws IOException {
        Path data = unpacked(number);
        RespondentId id;

        try (Store store = Store.open(data, DataFolder.CLOCK)) {
            id = store.respondents(DataFolder.STUDY).getFirst().id();
            assertThat(inFile(data, id)).isGreaterThan(1);
            store.withdraw(id);
        }

        assertThat(inFile(data, id)).isEqualTo(1);
    }

    private static int inFile(Path data, RespondentId id) throws IOException {
        byte[] file = Files.readAllBytes(data.resolve(Store.DATABASE.name() + ".db"));
        return new String(file, StandardCharsets.ISO_8859_1).split(id.hex(), -1).length - 1;
    }

    @ParameterizedTest
    @MethodSource("released")
    void aFolderOfThenIsBackedUpAsItIsAndRestored(int number) throws IOException {
        Path data = unpacked(number);
        Path keys = folder.resolve("keys");
        Backup.writeKeys(data, keys);

        Backup.write(data, folder.resolve("backup"), DataFolder.CLOCK);

        assertThat(version(data, Store.DATABASE)).as("left as it was").isEqualTo(number);
        assertThatAllIsThere(restored(folder.resolve("backup"), keys));
    }

    @ParameterizedTest
    @MethodSource("released")
    void aBackupOfThenIsRestored(int number) throws IOException {
        Path backup = folder.resolve("backup");
        try (InputStream in = resource(number, "backup").orElseThrow().openStream()) {
            Files.copy(in, backup);
        }

        assertThatAllIsThere(restored(backup, Keys.file(unpacked(number))));
    }

    private Path restored(Path backup, Path keys) throws IOException {
        Path data = folder.resolve("restored");
        var wish =
                new Restore.Wish(
                        Restore.Present.NONE,
                        Optional.of(keys),
                        Optional.empty(),
                        Optional.empty());
        Restore.of(backup, data, wish, DataFolder.CLOCK);
        return data;
    }

    private static void assertThatAllIsThere(Path data) throws IOException {
        try (Store store = Store.open(data, DataFolder.CLOCK);
                Discussion discussion = Discussion.open(data, DataFolder.CLOCK);
                Researchers researchers = Researchers.open(data, DataFolder.CLOCK);
                VisitorDays visitors = VisitorDays.open(data)) {
            List<Respondent> sent =
                    store.respondents(DataFolder.STUDY).stream()
                            .filter(each -> each.answers().saved().size() == DataFolder.PAGES)
                            .toList();
            assertThat(sent)
                    .extracting(each -> each.answers().to("v1").orElseThrow())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 5)
                                    .<Answer>mapToObj(i -> new Answer.Words(DataFolder.AWKWARD + i))
                                    .toList());
            assertThat(store.counts(DataFolder.STUDY).started()).isEqualTo(6);
            assertThat(store.latestSnapshot(DataFolder.STUDY).orElseThrow().respondents())
                    .isEqualTo(5);
            RespondentId next = DataFolder.answered(store, 1, "goes on");
            assertThat(store.respondent(next)).isPresent();
            assertThat(discussion.moderation().all(DataFolder.STUDY))
                    .extracting(Comment::text)
                    // Characters that nobody sees are not kept.
                    .containsExactly("An answer.", DataFolder.AWKWARD.replace("\u0001", ""));
            assertThat(researchers.all())
                    .extracting(Researcher::email)
                    .containsExactly("ada@example.org");
            assertThat(visitors.all(DataFolder.STUDY)).isEqualTo(new Came(20, 7));
        }
        assertThat(PublishedFiles.of(data).keySet())
                .contains("published/tears/1/article.html", "published/tears/2/article.html");
    }

    private Path unpacked(int number) throws IOException {
        Path data = folder.resolve("released-" + number);
        if (Files.exists(data)) {
            return data;
        }
        try (InputStream in = resource(number, "zip").orElseThrow().openStream();
                var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = data.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        return data;
    }

    /// Writes the two files of the tables as they are now. By name, after a new migration.
    static final class Write {

        private Write() {}

        // Arguments: the folder of these resources.
        public static void main(String[] arguments) throws IOException {
            Path resources = Path.of(arguments[0]);
            int number = released().size() + 1;
            Path data = Files.createTempDirectory("released").resolve("data");
            DataFolder.filled(data);
            var entries = new TreeMap<String, byte[]>();
            Set<String> left = Set.of("writer.lock");
            try (var files = Files.walk(data)) {
                for (Path file :
                        files.filter(Files::isRegularFile)
                                .sorted(Comparator.naturalOrder())
                                .toList()) {
                    String name = data.relativize(file).toString().replace('\\', '/');
                    if (!left.contains(name)) {
                        entries.put(name, Files.readAllBytes(file));
                    }
                }
            }
            Entries.write(resources.resolve("released-%d.zip".formatted(number)), entries);
            Backup.write(
                    data,
                    resources.resolve("released-%d.backup".formatted(number)),
                    DataFolder.CLOCK);
        }
    }
}
