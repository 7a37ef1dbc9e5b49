package eyebright.backup;

import eyebright.database.Database;
import eyebright.database.Databases;
import eyebright.database.Folders;
import eyebright.database.Link;
import eyebright.database.Place;
import eyebright.database.PostgresqlUrl;
import eyebright.database.Table;
import eyebright.discussion.Deletions;
import eyebright.discussion.Discussion;
import eyebright.retention.RetentionLog;
import eyebright.source.Sha256;
import eyebright.store.Companions;
import eyebright.store.Keys;
import eyebright.store.Replacement;
import eyebright.store.Withdrawals;
import eyebright.store.WriterLock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/// The way back from a [Backup] to a data folder: all of it or nothing.
///
/// It takes the lock of whoever writes, makes the new data beside the old, and puts them in place when every length, count and
/// hash is right. What must not come back does not: whoever has withdrawn since stays withdrawn, what was deleted of
/// the discussion stays deleted. Where the folder names a PostgreSQL, rows are put there last, in one transaction over all of
/// its schemas. What only grows is not cut back: versions that were published since are kept, and so is the
/// desk as it is.
public final class Restore {

    private final Path data;
    private final Wish wish;
    private final InstantSource clock;

    private Restore(Path data, Wish wish, InstantSource clock) {
        this.data = data;
        this.wish = wish;
        this.clock = clock;
    }

    /// What may become of what is in the data folder.
    public enum Present {
        /// There must be nothing.
        NONE,
        /// It is replaced by what the backup holds.
        REPLACED
    }

    /// What is asked for beside the backup itself.
    ///
    /// @param present what may become of what is there
    /// @param keys a copy of the keys, to be put in place as well
    /// @param withdrawn a file of [Backup#writeWithdrawn] made after the backup
    /// @param sha256 the hash that the file of the backup must have, as 64 hexadecimal digits
    /// @param database the PostgreSQL that is to hold the rows, and that the folder names once it does
    public record Wish(
            Present present,
            Optional<Path> keys,
            Optional<Path> withdrawn,
            Optional<String> sha256,
            Optional<PostgresqlUrl> database) {

        /// Into whatever the folder names, or files where it names nothing.
        public Wish(
                Present present,
                Optional<Path> keys,
                Optional<Path> withdrawn,
                Optional<String> sha256) {
            this(present, keys, withdrawn, sha256, Optional.empty());
        }
    }

    /// What was restored.
    ///
    /// @param holdings what the backup holds
    /// @param withdrawn respondents of it who have withdrawn since, and did not come back
    /// @param deleted comments of it that were deleted since, and did not come back
    /// @param desk whether the desk of the folder was kept, and that of the backup not used
    /// @param versions how many versions were kept that the backup does not have
    /// @param keys whether the folder has keys now
    public record Done(
            Holdings holdings, int withdrawn, int deleted, Desk desk, int versions, boolean keys) {}

    /// Whose desk it is.
    public enum Desk {
        /// That of the folder, as it was.
        KEPT,
        /// That of the backup.
        RESTORED
    }

    /// Restores a backup. A folder that is not there is made.
    ///
    /// @param backup the file
    /// @param data the data folder; nobody may write to it
    /// @throws BackupException if the backup is damaged, newer, of other keys, or something is there that may not be
    ///   replaced; nothing is changed then
    /// @throws eyebright.store.StoreLockedException if somebody writes to the folder
    public static Done of(Path backup, Path data, Wish wish, InstantSource clock)
            throws IOException {
        refuseOther(backup, wish);
        try (BackupReader reader = BackupReader.open(backup)) {
            boolean isNew = !Files.exists(data);
            boolean done = false;
            Folders.create(data);
            try (var _ = WriterLock.take(data)) {
                Replacement.finish(data);
                Done restored = restore(reader, data, wish, clock);
                done = true;
                return restored;
            } finally {
                if (!done && isNew) {
                    Files.deleteIfExists(data.resolve("writer.lock"));
                    Files.deleteIfExists(data);
                }
            }
        }
    }

    /// The folder names the PostgreSQL while its rows are restored, and goes on to if they are.
    private static Done restore(BackupReader reader, Path data, Wish wish, InstantSource clock)
            throws IOException {
        boolean isNamedAnew =
                wish.database().isPresent() && Databases.use(data, wish.database().get());
        boolean done = false;
        try {
            Done restored = new Restore(data, wish, clock).restore(reader);
            done = true;
            return restored;
        } finally {
            if (isNamedAnew && !done) {
                Databases.forget(data);
            }
        }
    }

    private static void refuseOther(Path backup, Wish wish) throws IOException {
        if (wish.sha256().isPresent()
                && Files.isRegularFile(backup)
                && !hash(backup).equalsIgnoreCase(wish.sha256().get())) {
            throw new BackupException(
                    "%s: has another SHA-256 than the one given; it was damaged or changed, or is another backup. Nothing was changed"
                            .formatted(backup));
        }
    }

    private Done restore(BackupReader reader) throws IOException {
        Transfer.refuseUsed(data);
        refusePresent();
        boolean hasKeys = checkKeys(reader);
        refuseTooLarge(reader);
        Gone gone = Gone.of(data);
        if (wish.withdrawn().isPresent()) {
            gone = gone.and(Gone.read(wish.withdrawn().get()));
        }
        Companions companions = Companions.of(data);
        Desk desk = desk();
        boolean committed = false;
        try {
            Path making = Replacement.begin(data);
            for (Manifest.Database database : reader.manifest().databases()) {
                if (database.part() == Part.DESK && desk == Desk.KEPT) {
                    check(reader, database);
                } else {
                    load(reader, database, making);
                }
            }
            int withdrawn = Withdrawals.apply(making, gone.respondents(), companions);
            int deleted =
                    Discussion.DATABASE.isIn(making)
                            ? Deletions.apply(making, gone.comments(), clock, "restore")
                            : 0;
            int kept = published(reader, making);
            RetentionLog.of(data).write(making, reader.manifest().deletions());
            if (wish.keys().isPresent()) {
                Path keys = Keys.file(making);
                Folders.create(making.resolve("keys"));
                Folders.writeNew(keys, out -> Files.copy(wish.keys().get(), out));
            }
            if (Databases.of(data) instanceof Databases.OnPostgresql postgresql) {
                Transfer.intoPostgresql(making, data, postgresql);
            }
            Replacement.commit(data);
            committed = true;
            return new Done(reader.manifest().holdings(), withdrawn, deleted, desk, kept, hasKeys);
        } finally {
            if (!committed) {
                Replacement.discard(data);
            }
        }
    }

    private void refusePresent() throws IOException {
        if (wish.present() == Present.REPLACED) {
            return;
        }
        for (Part part : Part.values()) {
            if (part.file().isIn(data) && !isUnused(part)) {
                throw present(part.file().in(data));
            }
        }
        if (!PublishedFiles.of(data).isEmpty()) {
            throw present(data.resolve(Manifest.PUBLISHED));
        }
    }

    /// In PostgreSQL a restore that was interrupted has left tables without rows.
    private boolean isUnused(Part part) {
        if (Databases.of(data) instanceof Databases.InFiles) {
            return false;
        }
        try (Database database = Database.readAsItIs(part.file().in(data), part.file().schema())) {
            return database.read(part::isUnused);
        }
    }

    private static BackupException present(Object place) {
        return new BackupException(
                "%s: is there already; restore into another folder with --data, or replace it with --replace"
                        .formatted(place));
    }

    /// Whether the folder will have keys.
    ///
    /// @throws BackupException if they are not those of the backup: then no code would open anything
    private boolean checkKeys(BackupReader reader) throws IOException {
        Path keys = wish.keys().orElse(Keys.file(data));
        if (!Files.exists(keys)) {
            if (wish.keys().isPresent()) {
                throw new BackupException("%s: is not there".formatted(keys));
            }
            return false;
        }
        String found = Keys.readFile(keys).fingerprint();
        Optional<String> wanted = reader.manifest().keys();
        if (wanted.isPresent() && !wanted.get().equals(found)) {
            throw new BackupException(
                    "%s: these are other keys than those of the backup; with them no code of its respondents opens anything. Give its own with --keys. Nothing was changed"
                            .formatted(keys));
        }
        return true;
    }

    private void refuseTooLarge(BackupReader reader) throws IOException {
        long room = Files.getFileStore(data).getUsableSpace();
        long needed = 0;
        for (Manifest.Content content : reader.manifest().contents()) {
            needed = content.bytes() > room - needed ? Long.MAX_VALUE : needed + content.bytes();
            if (needed == Long.MAX_VALUE) {
                throw new BackupException(
                        "%s: has room for %,d bytes, and the backup needs more; make room. Nothing was changed"
                                .formatted(data, room));
            }
        }
    }

    /// The desk of the folder is kept where there is one: accounts that were closed since would be opened again, and its log of
    /// actions would be cut.
    private Desk desk() {
        if (!Part.DESK.file().isIn(data) || isUnused(Part.DESK)) {
            return Desk.RESTORED;
        }
        // Whether it reads: if not, the message says to move it away.
        Database.readAsItIs(Part.DESK.file().in(data), Part.DESK.file().schema()).close();
        return Desk.KEPT;
    }

    /// Holds rows that are not restored to the manifest as well: the backup is whole or it is not.
    private static void check(BackupReader reader, Manifest.Database database) throws IOException {
        for (Manifest.Rows rows : database.tables()) {
            try {
                reader.read(
                        rows.content(),
                        in ->
                                refuseMiscounted(
                                        new RowLines(rows.columns()).read(in, _ -> {}), rows));
            } catch (SQLException impossible) {
                throw new IllegalStateException("nothing was written", impossible);
            }
        }
    }

    private static void refuseMiscounted(long count, Manifest.Rows rows) {
        if (count != rows.count()) {
            throw new IllegalArgumentException(
                    "there are %,d rows and should be %,d".formatted(count, rows.count()));
        }
    }

    private static void load(BackupReader reader, Manifest.Database written, Path making) {
        Part part = written.part();
        Place place = part.file().in(making);
        try (Database database = Database.make(place, part.file().schema(), written.schema())) {
            List<Table> tables = database.read(part::tables);
            refuseOtherTables(reader, written, tables);
            for (Table table : tables) {
                Manifest.Rows rows =
                        written.tables().stream()
                                .filter(each -> each.table().equals(table.name()))
                                .findFirst()
                                .orElseThrow();
                database.write(link -> load(reader, rows, table, link));
            }
        }
        // Brings its tables up to date.
        Database.open(place, part.file().schema()).close();
    }

    private static void refuseOtherTables(
            BackupReader reader, Manifest.Database written, List<Table> tables) {
        List<String> wanted =
                tables.stream().map(table -> table.name() + table.columns()).sorted().toList();
        List<String> found =
                written.tables().stream()
                        .map(rows -> rows.table() + rows.columns())
                        .sorted()
                        .toList();
        if (!wanted.equals(found)) {
            throw reader.refused(
                    "its %s have other tables or columns than Eyebright had with tables %d"
                            .formatted(written.part().word(), written.schema()));
        }
    }

    private static boolean load(BackupReader reader, Manifest.Rows rows, Table table, Link link)
            throws SQLException {
        // Some begin with rows that a migration put there.
        table.clear(link);
        try {
            reader.read(
                    rows.content(),
                    in ->
                            refuseMiscounted(
                                    new RowLines(rows.columns())
                                            .read(in, values -> table.add(link, values)),
                                    rows));
        } catch (IOException unreadable) {
            throw new BackupException(
                    "the backup cannot be read (%s). Nothing was changed"
                            .formatted(unreadable.getMessage()),
                    unreadable);
        } catch (SQLException contradicting) {
            if ((contradicting.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                throw reader.refused(
                        "a row of \"%s\" does not go with the others"
                                .formatted(rows.content().path()));
            }
            throw contradicting;
        }
        if (table.count(link) != rows.count()) {
            throw reader.refused(
                    "of \"%s\" not every row arrived".formatted(rows.content().path()));
        }
        return true;
    }

    /// Puts published versions in place: those of the backup, and those that are here alone.
    ///
    /// @return how many are here alone
    private int published(BackupReader reader, Path making) throws IOException {
        Set<String> ofBackup = new HashSet<>();
        Map<String, String> hashes = new HashMap<>();
        for (Manifest.Content content : reader.manifest().files()) {
            ofBackup.add(PublishedFiles.version(content.path()));
            hashes.put(content.path(), content.sha256());
            Path file = making.resolve(content.path());
            Files.createDirectories(file.getParent());
            try {
                Folders.writeNew(file, out -> copy(reader, content, out));
            } catch (FileAlreadyExistsException twice) {
                throw reader.refused(
                        "it holds \"%s\" twice".formatted(ManifestJson.shown(content.path())));
            }
        }
        Set<String> kept = new HashSet<>();
        for (Map.Entry<String, Path> here : PublishedFiles.of(data).entrySet()) {
            String version = PublishedFiles.version(here.getKey());
            if (ofBackup.contains(version)) {
                if (!hash(here.getValue()).equals(hashes.get(here.getKey()))) {
                    throw new BackupException(
                            "%s: the backup holds another version of that number, and a published version never changes; move one of them away. Nothing was changed"
                                    .formatted(data.resolve(version)));
                }
            } else {
                kept.add(version);
                Path file = making.resolve(here.getKey());
                Files.createDirectories(file.getParent());
                Folders.writeNew(file, out -> Files.copy(here.getValue(), out));
            }
        }
        return kept.size();
    }

    private static void copy(BackupReader reader, Manifest.Content content, OutputStream out)
            throws IOException {
        try {
            reader.read(content, in -> in.transferTo(out));
        } catch (SQLException impossible) {
            throw new IllegalStateException("no row was read", impossible);
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
        return Sha256.hex(digest.digest());
    }
}
