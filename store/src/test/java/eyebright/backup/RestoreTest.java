package eyebright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.desk.Researchers;
import eyebright.disclosure.Ledger;
import eyebright.discussion.Comment;
import eyebright.discussion.Discussion;
import eyebright.discussion.Draft;
import eyebright.discussion.Moderation;
import eyebright.discussion.OwnToken;
import eyebright.discussion.Role;
import eyebright.discussion.Topic;
import eyebright.retention.RetentionLog;
import eyebright.store.Keys;
import eyebright.store.RespondentId;
import eyebright.store.Started;
import eyebright.store.Store;
import eyebright.store.StoreLockedException;
import eyebright.store.WithdrawnException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What comes back and what does not, and what is not restored at all.
class RestoreTest {

    private static final InstantSource CLOCK = DataFolder.CLOCK;

    private static final int TABLES = Store.DATABASE.schema().known();

    @TempDir private static Path once;
    private static Path filled;
    private static Path whole;

    @TempDir private Path folder;
    private DataFolder data;
    private Path backup;
    private Path again;

    @BeforeAll
    static void backUp() throws IOException {
        filled = DataFolder.filled(once.resolve("data")).path();
        whole = once.resolve("backup");
        Backup.write(filled, whole, CLOCK);
    }

    @BeforeEach
    void copy() throws IOException {
        data = new DataFolder(folder.resolve("data"));
        try (Stream<Path> files = Files.walk(filled)) {
            for (Path file : files.toList()) {
                Files.copy(file, data.path().resolve(filled.relativize(file)));
            }
        }
        backup = Files.copy(whole, folder.resolve("backup"));
        again = folder.resolve("again");
    }

    private static Restore.Wish wish(Restore.Present present) {
        return new Restore.Wish(present, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Restore.Done replace() throws IOException {
        return Restore.of(backup, data.path(), wish(Restore.Present.REPLACED), CLOCK);
    }

    private Restore.Done restore() throws IOException {
        return Restore.of(backup, again, wish(Restore.Present.NONE), CLOCK);
    }

    private AbstractThrowableAssert<?, ?> assertRefused() {
        return assertThatThrownBy(this::restore)
                .isInstanceOf(BackupException.class)
                .hasMessageStartingWith(backup + ": ")
                .satisfies(_ -> assertThat(again).doesNotExist());
    }

    // What comes back

    @Test
    void whatWasSavedSinceGoesAndWhatWasDeletedComesBack() throws IOException {
        Map<String, List<String>> before = data.content();
        try (Store store = DataFolder.store(data.path())) {
            DataFolder.answered(store, 2, "since");
        }
        Files.delete(data.path().resolve("visitors.db"));

        Restore.Done done = replace();

        assertThat(data.content()).isEqualTo(before);
        assertThat(done.keys()).isTrue();
        assertThat(done.desk()).isEqualTo(Restore.Desk.KEPT);
        assertThat(done.withdrawn()).isZero();
    }

    @Test
    void codesOpenTheAnswersAgainWithTheKeysThatWereKeptApart() throws IOException {
        Started somebody;
        try (Store store = DataFolder.store(data.path())) {
            somebody = DataFolder.start(store);
            DataFolder.save(store, somebody.id(), 1, "x");
        }
        Path later = folder.resolve("later");
        Backup.write(data.path(), later, CLOCK);
        Backup.writeKeys(data.path(), folder.resolve("keys"));

        var withKeys =
                new Restore.Wish(
                        Restore.Present.NONE,
                        Optional.of(folder.resolve("keys")),
                        Optional.empty(),
                        Optional.empty());
        assertThat(Restore.of(later, again, withKeys, CLOCK).keys()).isTrue();

        try (Store store = Store.open(again, CLOCK)) {
            assertThat(store.find(DataFolder.STUDY, somebody.code()).orElseThrow().id())
                    .isEqualTo(somebody.id());
            DataFolder.save(store, somebody.id(), 2, "goes on");
        }
    }

    @Test
    void otherKeysAreRefused() throws IOException {
        Store.open(again, CLOCK).close();
        Path other = Files.move(Keys.file(again), folder.resolve("other.keys"));
        var wish =
                new Restore.Wish(
                        Restore.Present.NONE,
                        Optional.of(other),
                        Optional.empty(),
                        Optional.empty());

        assertThatThrownBy(() -> Restore.of(backup, folder.resolve("third"), wish, CLOCK))
                .isInstanceOf(BackupException.class)
                .hasMessage(
                        other
                                + ": these are other keys than those of the backup; with them no code of its respondents opens anything. Give its own with --keys. Nothing was changed");
        assertThat(folder.resolve("third")).doesNotExist();
    }

    // What does not come back

    @Test
    void whoeverWithdrewSinceStaysWithdrawn() throws IOException {
        RespondentId gone;
        int before;
        try (Store store = DataFolder.store(data.path())) {
            gone = whoAnswered(store);
            before = store.counts(DataFolder.STUDY).started();
            store.withdraw(gone);
            // Began and withdrew since: not in the backup at all.
            store.withdraw(DataFolder.answered(store, 1, "since"));
        }

        assertThat(replace().withdrawn()).isEqualTo(1);

        try (Store store = Store.open(data.path(), CLOCK)) {
            assertThat(store.respondent(gone)).isEmpty();
            assertThat(store.counts(DataFolder.STUDY).started()).isEqualTo(before - 1);
            assertThatThrownBy(() -> DataFolder.save(store, gone, 1, "x"))
                    .isInstanceOf(WithdrawnException.class);
            // The snapshot that they are in moves as after any withdrawal.
            assertThat(store.basis(DataFolder.STUDY).removals()).isEqualTo(1);
        }
        assertThat(data.content().get("answers/tombstone")).hasSize(3);
    }

    /// Who goes from what is public with somebody who withdrew must not be drawn anew: of two draws the one person who is in
    /// both would be found.
    @Test
    void whoWentFromWhatIsPublicWithSomebodyWhoWithdrewIsGoneAgain() throws IOException {
        Ledger ledger;
        RespondentId first;
        Path published = folder.resolve("published-rows");
        try (Store store = DataFolder.store(data.path())) {
            var rows = new TreeMap<String, Ledger.Row>();
            for (int i = 0; i < 12; i++) {
                RespondentId id = DataFolder.answered(store, 1, "the same");
                rows.put(id.hex(), new Ledger.Row(1, 0, 7));
            }
            ledger = new Ledger("rules", rows);
            first = new RespondentId(rows.firstKey());
            assertThat(store.keep(DataFolder.STUDY, ledger, 5, "hash")).isTrue();
        }
        Backup.write(data.path(), published, CLOCK);
        Ledger since;
        try (Store store = Store.open(data.path(), CLOCK)) {
            store.withdraw(first);
            since = store.ledger(DataFolder.STUDY);
            assertThat(since.rows()).hasSize(7);
        }

        Restore.of(published, data.path(), wish(Restore.Present.REPLACED), CLOCK);

        try (Store store = Store.read(data.path())) {
            assertThat(store.ledger(DataFolder.STUDY)).isEqualTo(since);
            assertThat(store.respondent(first)).isEmpty();
        }
    }

    /// The folder was restored from a backup of before the version, so that nobody was drawn in it.
    @Test
    void whereTheFolderDidNotKnowWhatWasPublishedOthersAreDrawn() throws IOException {
        Path before = folder.resolve("before");
        Path published = folder.resolve("published-rows");
        RespondentId first;
        try (Store store = DataFolder.store(data.path())) {
            var rows = new TreeMap<String, Ledger.Row>();
            for (int i = 0; i < 12; i++) {
                RespondentId id = DataFolder.answered(store, 1, "the same");
                rows.put(id.hex(), new Ledger.Row(1, 0, 7));
            }
            first = new RespondentId(rows.firstKey());
            Backup.write(data.path(), before, CLOCK);
            store.keep(DataFolder.STUDY, new Ledger("rules", rows), 5, "hash");
        }
        Backup.write(data.path(), published, CLOCK);
        Restore.of(before, data.path(), wish(Restore.Present.REPLACED), CLOCK);
        try (Store store = Store.open(data.path(), CLOCK)) {
            store.withdraw(first);
        }

        Restore.of(published, data.path(), wish(Restore.Present.REPLACED), CLOCK);

        try (Store store = Store.read(data.path())) {
            assertThat(store.ledger(DataFolder.STUDY).rows()).hasSize(7);
        }
    }

    /// Somebody of whom more is kept than that they began.
    private static RespondentId whoAnswered(Store store) {
        return store.respondents(DataFolder.STUDY).stream()
                .filter(each -> !each.answers().saved().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void whoIsInAListKeptApartStaysWithdrawnWhereTheFolderIsLost() throws IOException {
        Path list = folder.resolve("withdrawn");
        RespondentId gone;
        try (Store store = DataFolder.store(data.path());
                Discussion discussion = Discussion.open(data.path(), CLOCK)) {
            gone = whoAnswered(store);
            store.withdraw(gone);
            discussion.delete(DataFolder.own());
            assertThat(Backup.writeWithdrawn(data.path(), list)).isEqualTo(3);
            // Again, over the list of a moment ago.
            assertThat(Backup.writeWithdrawn(data.path(), list)).isEqualTo(3);
        }
        var withList =
                new Restore.Wish(
                        Restore.Present.NONE,
                        Optional.empty(),
                        Optional.of(list),
                        Optional.empty());

        Restore.Done done = Restore.of(backup, again, withList, CLOCK);

        assertThat(done.withdrawn()).isEqualTo(1);
        assertThat(done.deleted()).isEqualTo(1);
        try (Store store = Store.read(again)) {
            assertThat(store.respondent(gone)).isEmpty();
        }
        try (Discussion discussion = Discussion.open(again, CLOCK)) {
            assertThat(discussion.own(DataFolder.own())).isEmpty();
        }
        assertThat(Files.readString(list)).contains("withdrawn " + gone.hex() + "\n");
    }

    /// As where a disk was lost, a server began anew on an empty one, and cron went on.
    @Test
    void aListLosesNobodyWhereItIsWrittenOverByThatOfAnotherFolder() throws IOException {
        Path list = folder.resolve("withdrawn");
        RespondentId gone;
        try (Store store = DataFolder.store(data.path())) {
            gone = whoAnswered(store);
            store.withdraw(gone);
        }
        int before = Backup.writeWithdrawn(data.path(), list);
        RespondentId later;
        try (Store store = DataFolder.store(again)) {
            later = DataFolder.answered(store, 1, "on the new disk");
            store.withdraw(later);
        }

        assertThat(Backup.writeWithdrawn(again, list)).isEqualTo(before + 1);

        assertThat(Files.readString(list))
                .contains("withdrawn " + gone.hex() + "\n")
                .contains("withdrawn " + later.hex() + "\n");
    }

    @Test
    void noByteOfTheFolderHoldsWhatTheWithdrawnHadSaid() throws IOException {
        RespondentId gone;
        try (Store store = DataFolder.store(data.path())) {
            gone = DataFolder.answered(store, 3, "what only one person would say");
        }
        Path later = folder.resolve("later");
        Backup.write(data.path(), later, CLOCK);
        try (Store store = Store.open(data.path(), CLOCK)) {
            store.withdraw(gone);
        }

        Restore.of(later, data.path(), wish(Restore.Present.REPLACED), CLOCK);

        try (Stream<Path> files = Files.walk(data.path())) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .noneSatisfy(
                            file ->
                                    assertThat(
                                                    new String(
                                                            Files.readAllBytes(file),
                                                            StandardCharsets.ISO_8859_1))
                                            .contains("what only one person"));
        }
    }

    @Test
    void aCommentDeletedSinceStaysDeleted() throws IOException {
        try (Discussion discussion = Discussion.open(data.path(), CLOCK)) {
            Comment own = discussion.own(DataFolder.own()).orElseThrow();
            assertThat(discussion.moderation().remove(own.id(), "ada@example.org"))
                    .isEqualTo(Moderation.Outcome.DONE);
        }

        assertThat(replace().deleted()).isEqualTo(1);

        try (Discussion discussion = Discussion.open(data.path(), CLOCK)) {
            assertThat(discussion.own(DataFolder.own())).isEmpty();
            assertThat(discussion.moderation().all(DataFolder.STUDY))
                    .extracting(Comment::text)
                    .containsExactly("An answer.");
            assertThat(discussion.moderation().log(DataFolder.STUDY).getFirst().who())
                    .isEqualTo("restore");
        }
    }

    @Test
    void aCommentThatWasDeletedStaysDeletedThroughARestoreOfABackupThatIsOlderThanIt()
            throws IOException {
        Path withComment = folder.resolve("with-comment");
        OwnToken own = OwnToken.draw(new SecureRandom());
        try (Discussion discussion = Discussion.open(data.path(), CLOCK)) {
            discussion.send(
                    Topic.article(DataFolder.STUDY),
                    Optional.empty(),
                    new Draft("Mara", Role.THERAPIST, "Taken back.", Optional.empty()),
                    own);
        }
        Backup.write(data.path(), withComment, CLOCK);
        try (Discussion discussion = Discussion.open(data.path(), CLOCK)) {
            discussion.delete(own);
        }

        assertThat(replace().deleted()).isZero();
        Restore.Done done =
                Restore.of(withComment, data.path(), wish(Restore.Present.REPLACED), CLOCK);

        assertThat(done.deleted()).isEqualTo(1);
        try (Discussion discussion = Discussion.open(data.path(), CLOCK)) {
            assertThat(discussion.own(own)).isEmpty();
        }
    }

    @Test
    void anAccountClosedSinceIsNotOpenedAgain() throws IOException {
        try (Researchers researchers = Researchers.open(data.path(), CLOCK)) {
            assertThat(researchers.remove("ada@example.org")).isTrue();
        }

        assertThat(replace().desk()).isEqualTo(Restore.Desk.KEPT);

        try (Researchers researchers = Researchers.open(data.path(), CLOCK)) {
            assertThat(researchers.all()).isEmpty();
        }
    }

    @Test
    void aVersionPublishedSinceStays() throws IOException {
        data.publish(3, "Third.");

        assertThat(replace().versions()).isEqualTo(1);

        assertThat(PublishedFiles.of(data.path()).keySet())
                .contains("published/tears/1/article.html", "published/tears/3/article.html");
    }

    @Test
    void anotherVersionOfTheSameNumberIsNotReplaced() throws IOException {
        Path article = data.path().resolve("published/tears/2/article.html");
        Files.writeString(article, "Another.");

        assertThatThrownBy(this::replace)
                .isInstanceOf(BackupException.class)
                .hasMessage(
                        article.getParent()
                                + ": the backup holds another version of that number, and a published version never changes; move one of them away. Nothing was changed");
        assertThat(article).hasContent("Another.");
        assertThat(data.path().resolve("restoring")).doesNotExist();
    }

    // All or nothing

    @Test
    void aFolderThatIsInUseIsLeftAlone() throws IOException {
        try (Store store = DataFolder.store(data.path())) {
            assertThatThrownBy(this::replace).isInstanceOf(StoreLockedException.class);
            DataFolder.answered(store, 1, "goes on");
        }
        assertThat(data.content().get("answers/respondent")).hasSize(7);
    }

    @Test
    void aFolderWithSomethingInItIsNotReplacedWithoutAWord() {
        Map<String, List<String>> before = data.content();

        assertThatThrownBy(() -> Restore.of(backup, data.path(), wish(Restore.Present.NONE), CLOCK))
                .isInstanceOf(BackupException.class)
                .hasMessage(
                        data.path().resolve("eyebright.db")
                                + ": is there already; restore into another folder with --data, or replace it with --replace");
        assertThat(data.content()).isEqualTo(before);
    }

    @Test
    void aRestoreThatFailsLeavesTheFolderAsItWas() throws IOException {
        try (Store store = DataFolder.store(data.path())) {
            DataFolder.answered(store, 1, "since");
        }
        Map<String, List<String>> before = data.content();
        Map<String, byte[]> entries = Entries.of(backup);
        // The last that is read.
        entries.put("published/tears/2/article.html", "Sekond.".getBytes(StandardCharsets.UTF_8));
        Entries.write(backup, entries);

        assertThatThrownBy(this::replace)
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(
                        "\"published/tears/2/article.html\" is damaged or was changed");

        assertThat(data.content()).isEqualTo(before);
        assertThat(data.path().resolve("restoring")).doesNotExist();
        Store.open(data.path(), CLOCK).close();
    }

    /// As if the process had ended after some of the moves.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aRestoreThatWasInterruptedAtItsEndIsEndedByWhoeverOpensTheFolderNext(int moved)
            throws IOException {
        Map<String, List<String>> wanted = data.content();
        restore();
        try (Store store = DataFolder.store(data.path())) {
            DataFolder.answered(store, 1, "since");
        }
        Path ready = Files.createDirectory(data.path().resolve("restored"));
        List<String> names = List.of("discussion.db", "eyebright.db", "published", "visitors.db");
        for (String name : names.subList(moved, names.size())) {
            Files.move(again.resolve(name), ready.resolve(name));
        }
        for (String name : names.subList(0, moved)) {
            Path place = data.path().resolve(name);
            if (Files.isRegularFile(place)) {
                Files.delete(place);
            } else {
                PublishedFiles.of(data.path()).values().forEach(RestoreTest::delete);
                Files.move(place, folder.resolve("old-published"));
            }
            Files.move(again.resolve(name), place);
        }

        assertThatThrownBy(() -> Store.read(data.path()))
                .hasMessageContaining("a restore was interrupted at its end");
        assertThatThrownBy(() -> Backup.write(data.path(), folder.resolve("b"), CLOCK))
                .hasMessageContaining("a restore was interrupted at its end");
        Store.open(data.path(), CLOCK).close();

        assertThat(data.content()).isEqualTo(wanted);
        assertThat(ready).doesNotExist();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // What is not restored at all

    @Test
    void whatIsNotThereOrNoBackupIsRefused() throws IOException {
        Files.delete(backup);
        assertRefused().hasMessage(backup + ": is not there");
        Files.writeString(backup, "Dear mother, ".repeat(100));
        assertRefused().hasMessageContaining("is no backup of Eyebright, or cut off");
        Entries.write(backup, Map.of("letter.txt", new byte[] {1}));
        assertRefused().hasMessageContaining("it holds no manifest.json");
        Entries.write(backup, Map.of("manifest.json", "[}".getBytes(StandardCharsets.UTF_8)));
        assertRefused().hasMessageContaining("its manifest is no JSON");
        Entries.write(backup, Map.of("manifest.json", "7".getBytes(StandardCharsets.UTF_8)));
        assertRefused().hasMessageContaining("its manifest has no \"backup\" that is one");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.999})
    void aFileThatIsCutOffIsRefused(double kept) throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(bytes, (int) (kept * bytes.length)));

        assertRefused().hasMessageContaining("is no backup of Eyebright, or cut off");
    }

    /// Anywhere in the file. Where a changed byte changes nothing that is read, what comes back is what was.
    @Test
    void aFileWithAChangedByteIsRefusedOrTheSame() throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        Map<String, List<String>> before = data.content();
        int refused = 0;
        int tried = 0;
        for (int i = 7; i < bytes.length; i += bytes.length / 16) {
            byte[] changed = bytes.clone();
            changed[i] ^= 0x10;
            Files.write(backup, changed);
            Path place = folder.resolve("changed-" + i);
            tried++;
            try {
                Restore.of(backup, place, wish(Restore.Present.NONE), CLOCK);
                assertThat(new DataFolder(place).content()).isEqualTo(before);
            } catch (BackupException _) {
                refused++;
                assertThat(place).doesNotExist();
            }
        }
        assertThat(refused).isGreaterThan(tried / 2);
    }

    /// With no database made, so that there is time for many. With a step of 1 it takes a minute or two.
    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x10, 0xff})
    void whereverAByteIsChangedItIsReadAsItWasOrRefusedInWords(int bits) throws Exception {
        byte[] bytes = Files.readAllBytes(backup);
        int refused = 0;
        int tried = 0;
        for (int i = 0; i < bytes.length; i += 43) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) bits;
            refused += isRefused(changed) ? 1 : 0;
            tried++;
        }
        assertThat(refused).isGreaterThan(tried / 2);
    }

    @Test
    void whereverItIsCutOffItIsRefusedInWords() throws Exception {
        byte[] bytes = Files.readAllBytes(backup);
        for (int kept = 0; kept < bytes.length; kept += 97) {
            assertThat(isRefused(Arrays.copyOf(bytes, kept))).isTrue();
        }
    }

    private boolean isRefused(byte[] bytes) throws Exception {
        Files.write(backup, bytes);
        try (BackupReader reader = BackupReader.open(backup)) {
            for (Manifest.Content content : reader.manifest().contents()) {
                reader.read(content, in -> in.transferTo(OutputStream.nullOutputStream()));
            }
            return false;
        } catch (BackupException refused) {
            assertThat(refused).hasMessageStartingWith(backup + ": ");
            return true;
        }
    }

    @Test
    void aFileOfAnotherHashThanTheOneGivenIsRefused() {
        var wish =
                new Restore.Wish(
                        Restore.Present.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("0".repeat(64)));

        assertThatThrownBy(() -> Restore.of(backup, again, wish, CLOCK))
                .hasMessageStartingWith(backup + ": has another SHA-256 than the one given");
        assertThat(again).doesNotExist();
    }

    @Test
    void whatANewerEyebrightMadeIsRefused() throws IOException {
        assertThatForged(
                manifest -> manifest.put("backup", 2),
                "it was made by a newer Eyebright (form 2, this one knows 1); use that one");
        assertThatForged(
                manifest -> database(manifest, 0).put("schema", 99),
                "its answers are of a newer Eyebright (tables 99, this one knows %d); use that one"
                        .formatted(TABLES));
        assertThatForged(
                manifest -> database(manifest, 3).put("name", "invitations"),
                "it holds a database \"invitations\", which this Eyebright does not know");
    }

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    /// What was deleted is told wherever the folder goes; which days a clock has shown, of that machine alone.
    @Test
    void whenAnswersWereDeletedComesBackAndWhichDaysTheClockSawDoesNot() throws IOException {
        var earlier = new RetentionLog.Deletion("tears", LAST, LAST.plusDays(1), 684);
        var since = new RetentionLog.Deletion("hello", LAST, LAST.plusDays(2), 1);
        RetentionLog here = RetentionLog.of(data.path());
        here.deleted(earlier);
        here.see("other", LAST, LAST);
        Backup.write(data.path(), folder.resolve("later"), CLOCK);
        here.deleted(since);

        Restore.of(folder.resolve("later"), again, wish(Restore.Present.NONE), CLOCK);
        assertThat(RetentionLog.of(again).deletions()).containsExactly(earlier);
        assertThat(RetentionLog.of(again).seen("other", LAST)).isEmpty();

        Restore.of(folder.resolve("later"), data.path(), wish(Restore.Present.REPLACED), CLOCK);
        assertThat(here.deletions()).containsExactly(earlier, since);
        assertThat(here.seen("other", LAST)).containsExactly(LAST);

        // One that an earlier Eyebright made says nothing of it.
        Map<String, byte[]> entries = Entries.of(backup);
        ObjectNode manifest = Entries.manifest(entries);
        assertThat(manifest.remove("deletions").isEmpty()).isTrue();
        Entries.manifest(entries, manifest);
        Entries.write(backup, entries);
        Path fresh = folder.resolve("fresh");
        Restore.of(backup, fresh, wish(Restore.Present.NONE), CLOCK);
        assertThat(fresh.resolve("retention.txt")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "{}",
                "[{\"study\": \"tears\\nseen x\", \"end\": \"2026-12-31\", \"day\": \"2027-01-01\", \"respondents\": 1}]",
                "[{\"study\": \"tears\", \"end\": \"2026-12-31\\n\", \"day\": \"2027-01-01\", \"respondents\": 1}]",
                "[{\"study\": \"tears\", \"end\": \"2026-12-31\", \"day\": \"2027-01-01\", \"respondents\": 0}]",
                "[{\"study\": \"tears\", \"end\": \"2026-12-31\", \"day\": \"2027-01-01\", \"respondents\": 9999999999}]"
            })
    void whatSaysThatItWasDeletedAndWasNotIsRefused(String deletions) throws IOException {
        assertThatForged(
                manifest -> manifest.set("deletions", JsonMapper.shared().readTree(deletions)),
                "its manifest has no \"deletions\" that ");
    }

    @Test
    void aManifestThatDoesNotFitIsRefused() throws IOException {
        assertThatForged(
                manifest -> database(manifest, 0).put("schema", 0),
                "its manifest has no \"schema\" that is one");
        assertThatForged(
                manifest -> manifest.put("day", "yesterday"),
                "its manifest has no \"day\" that is one");
        assertThatForged(
                manifest -> database(manifest, 1).put("name", "answers"),
                "its manifest has no \"path\" that is one");
        assertThatForged(
                manifest -> manifest.withArray("databases").remove(0), "it holds no answers");
        assertThatForged(
                manifest -> manifest.withArray("databases").remove(1),
                "of which its manifest says nothing");
        assertThatForged(
                manifest -> table(manifest).put("rows", 7), "there are 1 rows and should be 7");
        assertThatForged(manifest -> table(manifest).put("bytes", 7), "bytes long and should be 7");
        assertThatForged(
                manifest -> table(manifest).put("bytes", -7),
                "its manifest has no \"bytes\" that is one");
        assertThatForged(
                manifest -> table(manifest).put("sha256", "0".repeat(64)),
                "\"answers/counter.jsonl\" is damaged or was changed");
        assertThatForged(
                manifest ->
                        ((ObjectNode) table(manifest).withArray("columns").get(0))
                                .put("name", "other"),
                "its answers have other tables or columns than Eyebright had with tables "
                        + TABLES);
        assertThatForged(
                manifest -> table(manifest).put("name", "x\"; DROP TABLE log; --"),
                "its manifest has no \"name\" that is one");
    }

    private static ObjectNode database(ObjectNode manifest, int i) {
        return (ObjectNode) manifest.withArray("databases").get(i);
    }

    private static ObjectNode table(ObjectNode manifest) {
        return (ObjectNode) database(manifest, 0).withArray("tables").get(0);
    }

    private void assertThatForged(Consumer<ObjectNode> forging, String says) throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        Map<String, byte[]> entries = Entries.of(backup);
        ObjectNode manifest = Entries.manifest(entries);
        forging.accept(manifest);
        Entries.manifest(entries, manifest);
        Entries.write(backup, entries);
        assertRefused().hasMessageContaining(says);
        Files.write(backup, bytes);
    }

    @Test
    void rowsThatAreNoneAreRefused() throws IOException {
        assertThatRows("answers/tombstone.jsonl", "[1]\n", "its line 1 is no row of that table");
        assertThatRows("answers/tombstone.jsonl", "{\"respondent\":1}\n", "line 1 is no row");
        assertThatRows(
                "answers/tombstone.jsonl",
                "{\"respondent\":\"a\"}\n{\"respondent\":\"b\",\"more\":1}\n",
                "its line 2 is no row of that table");
        assertThatRows("answers/tombstone.jsonl", "{\"respondent\":\"a\"}", "is cut off");
        assertThatRows(
                "answers/tombstone.jsonl",
                "{\"respondent\":null}\n",
                "a row of \"answers/tombstone.jsonl\" does not go with the others");
        // Of nobody: half a respondent.
        assertThatRows(
                "answers/respondent.jsonl",
                "",
                "a row of \"answers/log.jsonl\" does not go with the others");
    }

    private void assertThatRows(String path, String lines, String says) throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        Map<String, byte[]> entries = Entries.of(backup);
        Entries.rows(entries, path, lines);
        Entries.write(backup, entries);
        assertRefused().hasMessageContaining(says);
        Files.write(backup, bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "published/../../../outside/1/x",
                "published/tears/1/../../../../outside",
                "/published/tears/1/x",
                "published//1/x",
                "published/tears/1/C:x",
                "published/tears/1/a\\..\\b",
                "published/tears/x/article.html",
                "published/tears/1",
                "published/tears/1/ääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää",
                "keys/eyebright.keys",
                "eyebright.db"
            })
    void aFileThatLeadsElsewhereIsRefused(String path) throws IOException {
        Map<String, byte[]> entries = Entries.of(backup);
        Entries.published(entries, path, new byte[] {1});
        Entries.write(backup, entries);

        assertRefused().hasMessageContaining("is no place for a file of a published version");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void aFileThatIsAFolderAsWellIsRefused() throws IOException {
        Map<String, byte[]> entries = Entries.of(backup);
        Entries.published(entries, "published/tears/1/a", new byte[] {1});
        Entries.published(entries, "published/tears/1/a/b/c", new byte[] {1});
        Entries.write(backup, entries);

        assertRefused()
                .hasMessageContaining("it holds \"published/tears/1/a\" as a file and as a folder");
    }

    @Test
    void aFileThatWouldFillTheDiskIsRefused() throws IOException {
        Map<String, byte[]> entries = Entries.of(backup);
        Entries.published(entries, "published/tears/1/zeros", new byte[40 << 20]);
        Entries.write(backup, entries);

        assertRefused().hasMessageContaining("\"published/tears/1/zeros\" would grow from");
    }

    @Test
    void aFileThatHoldsSomethingTwiceIsRefused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(Entries.of(backup));
        entries.put("answers/lox.jsonl", new byte[] {1});
        Entries.write(backup, entries);
        String twice =
                Files.readString(backup, StandardCharsets.ISO_8859_1)
                        .replace("answers/lox.jsonl", "answers/log.jsonl");
        Files.writeString(backup, twice, StandardCharsets.ISO_8859_1);

        assertRefused().hasMessageContaining("it holds \"answers/log.jsonl\" twice");
    }

    @Test
    void aListOfTheWithdrawnThatIsNoneIsRefused() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "withdrawn 00\n");
        var withList =
                new Restore.Wish(
                        Restore.Present.NONE,
                        Optional.empty(),
                        Optional.of(list),
                        Optional.empty());

        assertThatThrownBy(() -> Restore.of(backup, again, withList, CLOCK))
                .hasMessageStartingWith(list + ":1: must be a line such as");
        assertThat(again).doesNotExist();
    }
}
