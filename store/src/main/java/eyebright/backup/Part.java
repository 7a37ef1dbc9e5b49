package eyebright.backup;

import eyebright.database.DatabaseFile;
import eyebright.database.Link;
import eyebright.database.Table;
import eyebright.desk.Researchers;
import eyebright.discussion.Discussion;
import eyebright.store.Store;
import eyebright.visitors.VisitorDays;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A database of a data folder, as a backup has it.
enum Part {
    /// What was answered.
    ANSWERS,
    /// What was said about it.
    DISCUSSION,
    /// Who may sit at the desk.
    DESK,
    /// How many came.
    VISITORS;

    /// What it is called in a backup.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> of(String word) {
        for (Part part : values()) {
            if (part.word().equals(word)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    DatabaseFile file() {
        return switch (this) {
            case ANSWERS -> Store.DATABASE;
            case DISCUSSION -> Discussion.DATABASE;
            case DESK -> Researchers.DATABASE;
            case VISITORS -> VisitorDays.DATABASE;
        };
    }

    /// Tables that live for hours: whoever was logged out since must not be logged in again.
    private Set<String> leftOut() {
        return this == DESK ? Set.of("session", "link") : Set.of();
    }

    /// Whether nothing was ever kept in it: where the tables were made and nobody came.
    boolean isUnused(Link link) throws SQLException {
        for (Table table : Table.all(link)) {
            // A counter stands at nought from the first.
            if (!table.name().equals("counter") && !table.isEmpty(link)) {
                return false;
            }
        }
        return true;
    }

    /// The tables that a backup holds, those that others refer to before these.
    List<Table> tables(Link link) throws SQLException {
        return Table.all(link).stream().filter(table -> !leftOut().contains(table.name())).toList();
    }
}
