package eyebright.backup;

import eyebright.database.Database;
import eyebright.database.Folders;
import eyebright.database.Link;
import eyebright.database.Table;
import eyebright.retention.RetentionLog;
import eyebright.store.Keys;
import eyebright.store.Replacement;
import eyebright.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// What a data folder holds, written into one file beside the server that writes to it.
///
/// The file is a zip. It holds the rows of every database, table by table, a JSON object a line; the published versions, file by
/// file; and a `manifest.json` with the length and the SHA-256 of each, the number of each database's latest
/// migration, and what `retention.txt` says of answers that were deleted.
/// No format of a database is in it, so that it can be restored by any later Eyebright. Each database is read
/// in one transaction, at one moment; rows go through memory one at a time. Keys are not in it.
public final class Backup {

    private Backup() {}

    /// A backup that was made.
    ///
    /// @param holdings what it holds
    /// @param sha256 of the whole file, as 64 hexadecimal digits
    public record Made(Holdings holdings, String sha256) {}

    /// Makes a backup. Every save that was acknowledged before this is called is in it.
    ///
    /// @param data the data folder
    /// @param file is made, readable by its owner alone, whole or not at all
    /// @throws BackupException if there is something called so already, or nothing to keep
    public static Made write(Path data, Path file, InstantSource clock) throws IOException {
        Replacement.refuseUnfinished(data);
        if (!Store.isIn(data)) {
            throw new BackupException(
                    "%s: holds no answers; give the folder of `eyebright serve` with --data"
                            .formatted(data));
        }
        refuseTaken(file);
        // First, so that the snapshots which published versions rest on are in it as well.
        Map<String, Path> published = PublishedFiles.of(data);
        var made = new ArrayList<Made>(1);
        Folders.write(
                file,
                out -> {
                    try (var writer = new BackupWriter(out)) {
                        made.add(write(data, published, writer, clock));
                    }
                });
        return made.getFirst();
    }

    private static Made write(
            Path data, Map<String, Path> published, BackupWriter writer, InstantSource clock)
            throws IOException {
        var databases = new ArrayList<Manifest.Database>();
        for (Part part : Part.values()) {
            if (part.file().isIn(data)) {
                databases.add(database(data, part, writer));
            }
        }
        var files = new ArrayList<Manifest.Content>();
        for (Map.Entry<String, Path> file : published.entrySet()) {
            files.add(writer.add(file.getKey(), out -> Files.copy(file.getValue(), out)));
        }
        var manifest =
                new Manifest(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        fingerprint(data),
                        databases,
                        files,
                        RetentionLog.of(data).deletions());
        return new Made(manifest.holdings(), writer.end(manifest));
    }

    private static Optional<String> fingerprint(Path data) throws IOException {
        Path keys = Keys.file(data);
        return Files.exists(keys)
                ? Optional.of(Keys.readFile(keys).fingerprint())
                : Optional.empty();
    }

    private static Manifest.Database database(Path data, Part part, BackupWriter writer)
            throws IOException {
        try (Database database = Database.readAsItIs(part.file().in(data), part.file().schema())) {
            return database.read(
                    link -> {
                        int schema = Math.toIntExact(link.version());
                        var tables = new ArrayList<Manifest.Rows>();
                        for (Table table : part.tables(link)) {
                            tables.add(rows(part, table, link, writer));
                        }
                        return new Manifest.Database(part, schema, tables);
                    });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static Manifest.Rows rows(Part part, Table table, Link link, BackupWriter writer)
            throws SQLException {
        var count = new long[1];
        var failed = new ArrayList<SQLException>(1);
        try {
            Manifest.Content content =
                    writer.add(
                            Manifest.entry(part, table.name()),
                            out -> {
                                try {
                                    count[0] =
                                            new RowLines(table.columns())
                                                    .write(out, taker -> table.read(link, taker));
                                } catch (SQLException unreadable) {
                                    failed.add(unreadable);
                                }
                            });
            if (!failed.isEmpty()) {
                throw failed.getFirst();
            }
            return new Manifest.Rows(table.name(), table.columns(), count[0], content);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// Copies the keys of a data folder into a file, to be kept apart from every backup.
    ///
    /// @param file is made, readable by its owner alone
    /// @throws BackupException if there is something called so already, or there are no keys
    public static void writeKeys(Path data, Path file) throws IOException {
        Path keys = Keys.file(data);
        if (!Files.isRegularFile(keys)) {
            throw new BackupException(
                    "%s: is not there; give the folder of `eyebright serve` with --data"
                            .formatted(keys));
        }
        refuseTaken(file);
        Keys.readFile(keys);
        Folders.write(file, out -> Files.copy(keys, out));
    }

    /// Writes down who has withdrawn and which comments were deleted, as random ids, for a restore of an older backup. Where
    /// there is such a list it grows: whoever is in it stays in it, also where the folder was lost and begun anew.
    ///
    /// @return how many are in it
    public static int writeWithdrawn(Path data, Path file) throws IOException {
        Replacement.refuseUnfinished(data);
        if (!Store.isIn(data)) {
            throw new BackupException(
                    "%s: holds no answers; give the folder of `eyebright serve` with --data"
                            .formatted(data));
        }
        Gone here = Gone.of(data);
        // Only a list of the same kind is written over.
        Gone gone = Files.exists(file) ? here.and(Gone.read(file)) : here;
        Folders.write(file, gone.text());
        return gone.respondents().size() + gone.comments().size();
    }

    private static void refuseTaken(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BackupException(
                    "%s: is there already, and a backup is not written over another; give another name"
                            .formatted(file));
        }
    }
}
