package eyebright.desk;

import eyebright.database.Database;
import eyebright.database.Link;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The database of the desk, and what both its sides do with it. Several processes may write to it.
final class DeskFile {

    private DeskFile() {}

    static Database open(Path folder) {
        return Database.open(Researchers.DATABASE.in(folder), Researchers.DATABASE.schema());
    }

    /// An account as the database has it.
    ///
    /// @param password its hash; empty until it is set up
    /// @param secret of its codes, hidden; empty until it is set up
    record Account(
            String id, String email, Optional<String> password, Hidden secret, long lastStep) {}

    /// Bytes that only a [SecretBox] reads.
    static final class Hidden {
        private final byte[] bytes;

        private Hidden(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    static Optional<Account> account(Link link, String email) throws SQLException {
        return find(link, "email", email);
    }

    static Optional<Account> accountById(Link link, String id) throws SQLException {
        return find(link, "id", id);
    }

    private static Optional<Account> find(Link link, String column, String value)
            throws SQLException {
        return link.query(
                "SELECT id, email, password, secret, last_step FROM researcher WHERE %s = ?"
                        .formatted(column),
                rows -> {
                    if (!rows.next()) {
                        return Optional.empty();
                    }
                    byte[] secret = rows.getBytes(4);
                    return Optional.of(
                            new Account(
                                    rows.getString(1),
                                    rows.getString(2),
                                    Optional.ofNullable(rows.getString(3)),
                                    new Hidden(secret == null ? new byte[0] : secret),
                                    rows.getLong(5)));
                },
                value);
    }

    /// Adds to the log of actions.
    static void log(Link link, Instant when, String who, String what, String study, String about)
            throws SQLException {
        link.update(
                "INSERT INTO action (at, who, what, study, about) VALUES (?, ?, ?, ?, ?)",
                when.getEpochSecond(),
                who,
                what,
                study,
                about);
    }

    static void endSessions(Link link, String researcher) throws SQLException {
        link.update("DELETE FROM session WHERE researcher = ?", researcher);
    }
}
