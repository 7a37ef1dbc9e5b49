package eyebright.backup;

import eyebright.database.Table;
import eyebright.retention.RetentionLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a backup says it holds.
///
/// @param day on which it was made, in UTC
/// @param keys the fingerprint of the keys it belongs to; empty if the folder had none
/// @param databases their rows
/// @param files published versions, file by file
/// @param deletions when answers were deleted because their day had come
record Manifest(
        LocalDate day,
        Optional<String> keys,
        List<Database> databases,
        List<Content> files,
        List<RetentionLog.Deletion> deletions) {

    /// Its name in the file.
    static final String ENTRY = "manifest.json";

    /// Below it, published versions.
    static final String PUBLISHED = "published";

    Manifest {
        databases = List.copyOf(databases);
        files = List.copyOf(files);
        deletions = List.copyOf(deletions);
    }

    /// A database.
    ///
    /// @param schema the number of its latest migration
    record Database(Part part, int schema, List<Rows> tables) {
        Database {
            tables = List.copyOf(tables);
        }
    }

    /// The rows of a table.
    ///
    /// @param count how many
    record Rows(String table, List<Table.Column> columns, long count, Content content) {
        Rows {
            columns = List.copyOf(columns);
        }
    }

    /// An entry of the file.
    ///
    /// @param path its name there, parts of it between `/`
    /// @param bytes how long it is, uncompressed
    /// @param sha256 of these, as 64 hexadecimal digits
    record Content(String path, long bytes, String sha256) {}

    /// The entry that holds the rows of a table.
    static String entry(Part part, String table) {
        return "%s/%s.jsonl".formatted(part.word(), table);
    }

    /// Every entry but the manifest itself.
    List<Content> contents() {
        var all = new ArrayList<Content>();
        databases.forEach(database -> database.tables().forEach(rows -> all.add(rows.content())));
        all.addAll(files);
        return all;
    }

    /// How many rows it has of a table; 0 if it has no such database.
    long count(Part part, String table) {
        return databases.stream()
                .filter(database -> database.part() == part)
                .flatMap(database -> database.tables().stream())
                .filter(rows -> rows.table().equals(table))
                .mapToLong(Rows::count)
                .sum();
    }

    Holdings holdings() {
        return new Holdings(
                day,
                count(Part.ANSWERS, "respondent"),
                count(Part.ANSWERS, "log"),
                count(Part.DISCUSSION, "comment"),
                count(Part.DESK, "researcher"),
                files.stream().map(file -> PublishedFiles.version(file.path())).distinct().count());
    }
}
