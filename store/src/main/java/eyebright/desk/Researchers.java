package eyebright.desk;

import eyebright.database.Database;
import eyebright.database.DatabaseFile;
import eyebright.database.Link;
import eyebright.database.Schema;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Who may sit at the desk, as the operator of the machine decides it. Works beside a site that runs, and before the
/// first one does; it needs no key.
public final class Researchers implements AutoCloseable {

    /// The database of the desk.
    public static final DatabaseFile DATABASE =
            new DatabaseFile("desk", new Schema("eyebright/desk/migration", 1));

    /// How long a link can be used.
    public static final Duration LINK_LIFE = Duration.ofHours(24);

    /// Who the log of actions names for what was done by the command.
    public static final String OPERATOR = "the command";

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    private Researchers(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Opens the desk of a data folder; makes both if there are none.
    ///
    /// @throws eyebright.database.StoreException if that cannot be done
    public static Researchers open(Path folder, InstantSource clock) {
        return new Researchers(DeskFile.open(folder), clock);
    }

    /// Gives somebody an account that waits to be set up.
    ///
    /// @return what the link holds that sets it up, once, within a day; nothing if there is an account already
    /// @throws IllegalArgumentException if that is no e-mail address
    public Optional<Token> add(String email) {
        String name = Email.of(email);
        var bytes = new byte[16];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Token token = Token.draw(random);
        Instant now = clock.instant();
        return database.write(
                link -> {
                    if (DeskFile.account(link, name).isPresent()) {
                        return Optional.empty();
                    }
                    link.update(
                            "INSERT INTO researcher (id, email, added) VALUES (?, ?, ?)",
                            id,
                            name,
                            now.getEpochSecond());
                    offer(link, id, token, now);
                    DeskFile.log(link, now, OPERATOR, "added the account", "", name);
                    return Optional.of(token);
                });
    }

    /// Takes password, codes and sessions of an account away, and gives a new link to set it up.
    ///
    /// @return what the link holds; nothing if there is no such account
    public Optional<Token> reset(String email) {
        String name = Email.plain(email);
        Token token = Token.draw(random);
        Instant now = clock.instant();
        return database.write(
                link -> {
                    Optional<DeskFile.Account> account = DeskFile.account(link, name);
                    if (account.isEmpty()) {
                        return Optional.empty();
                    }
                    String id = account.get().id();
                    link.update(
                            "UPDATE researcher SET password = NULL, secret = NULL WHERE id = ?",
                            id);
                    link.update("DELETE FROM recovery WHERE researcher = ?", id);
                    DeskFile.endSessions(link, id);
                    offer(link, id, token, now);
                    DeskFile.log(link, now, OPERATOR, "reset the account", "", name);
                    return Optional.of(token);
                });
    }

    /// Removes an account with its sessions and links. What it did stays in the log of actions.
    ///
    /// @return whether there was one
    public boolean remove(String email) {
        String name = Email.plain(email);
        Instant now = clock.instant();
        return database.write(
                link -> {
                    if (link.update("DELETE FROM researcher WHERE email = ?", name) == 0) {
                        return false;
                    }
                    DeskFile.log(link, now, OPERATOR, "removed the account", "", name);
                    return true;
                });
    }

    /// Adds to the log of actions something else that the operator has done.
    ///
    /// @param what a few words, such as "deleted the answers of 3 people"
    /// @param study which one it was about
    public void log(String what, String study) {
        Instant now = clock.instant();
        database.write(
                link -> {
                    DeskFile.log(link, now, OPERATOR, what, study, "");
                    return true;
                });
    }

    /// Every account, by address.
    public List<Researcher> all() {
        return database.read(
                link ->
                        link.query(
                                "SELECT email, added, password IS NOT NULL FROM researcher ORDER BY email",
                                rows -> {
                                    var all = new ArrayList<Researcher>();
                                    while (rows.next()) {
                                        all.add(
                                                new Researcher(
                                                        rows.getString(1),
                                                        Instant.ofEpochSecond(rows.getLong(2)),
                                                        rows.getBoolean(3)));
                                    }
                                    return List.copyOf(all);
                                }));
    }

    private static void offer(Link link, String researcher, Token token, Instant now)
            throws SQLException {
        link.update("DELETE FROM link WHERE researcher = ?", researcher);
        link.update(
                "INSERT INTO link (researcher, token, until) VALUES (?, ?, ?)",
                researcher,
                token.hash(),
                now.plus(LINK_LIFE).getEpochSecond());
    }

    @Override
    public void close() {
        database.close();
    }
}
