package eyebright.desk;

import eyebright.database.Database;
import eyebright.database.Link;
import eyebright.desk.DeskFile.Account;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The desk as a site has it: accounts are set up, researchers log in and out, and what they do is logged. For any
/// number of threads; another process may add accounts beside it.
public final class Desk implements AutoCloseable {

    /// How long somebody who does nothing stays logged in.
    public static final Duration IDLE = Duration.ofMinutes(30);

    /// How long somebody stays logged in at most.
    public static final Duration LONGEST = Duration.ofHours(12);

    /// How long after the password the code may be typed.
    private static final Duration CODE_WAITS = Duration.ofMinutes(10);

    /// A stranger who keeps guessing makes the right person wait so long at most.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /// Only who has the password comes to the code, so nobody else can bring this about.
    private static final Duration LONGEST_WAIT_FOR_CODE = Duration.ofHours(1);

    /// How often the time of the latest request is written down.
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final int TOLD_AFTER = 5;

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords;
    private final SecretBox box;
    private final SlowDown passwordTries;
    private final SlowDown codeTries;

    private Desk(Database database, byte[] key, InstantSource clock, int memory) {
        this.database = database;
        this.passwords = new Passwords(random, memory);
        this.clock = clock;
        this.box = new SecretBox(key, random);
        this.passwordTries = new SlowDown(clock, LONGEST_WAIT);
        this.codeTries = new SlowDown(clock, LONGEST_WAIT_FOR_CODE);
    }

    /// Opens the desk of a data folder; makes it if there is none.
    ///
    /// @param key 32 bytes of the key file, from which those of the desk are derived
    /// @throws eyebright.database.StoreException if that cannot be done
    public static Desk open(Path folder, byte[] key, InstantSource clock) {
        return open(folder, key, clock, Passwords.MEMORY_KIB);
    }

    /// @param memory that hashing a password takes, in KiB
    static Desk open(Path folder, byte[] key, InstantSource clock, int memory) {
        return new Desk(DeskFile.open(folder), key, clock, memory);
    }

    /// What a link offers, as long as it can be used. Asking uses nothing up, and always gives the same.
    public Optional<SettingUp> settingUp(Token link) {
        return database.read(
                it ->
                        waiting(it, link)
                                .map(account -> new SettingUp(account.email(), secret(link))));
    }

    /// Sets an account up by its link, which then is used up. The account's sessions end; one begins.
    ///
    /// @param code what the phone shows, as proof that it has the secret
    /// @throws IllegalArgumentException if the password is none that [PasswordRules] takes
    public SetUp setUp(Token link, String password, String code) {
        Optional<SettingUp> offered = settingUp(link);
        if (offered.isEmpty()) {
            return new SetUp.Gone();
        }
        refuse(password, offered.get().email());
        byte[] secret = secret(link);
        OptionalLong step = Totp.step(secret, code, clock.instant(), 0);
        if (step.isEmpty()) {
            return new SetUp.WrongCode();
        }
        String hash = passwords.hash(password);
        Token session = Token.draw(random);
        List<String> recovery = drawRecovery();
        byte[] hidden = box.close("secret", secret);
        Instant now = clock.instant();
        return database.write(
                it -> {
                    Optional<Account> account = waiting(it, link);
                    if (account.isEmpty()) {
                        return new SetUp.Gone();
                    }
                    String id = account.get().id();
                    it.update("DELETE FROM link WHERE researcher = ?", id);
                    it.update(
                            "UPDATE researcher SET password = ?, secret = ?, last_step = ? WHERE id = ?",
                            hash,
                            hidden,
                            step.getAsLong(),
                            id);
                    keepRecovery(it, id, recovery);
                    DeskFile.endSessions(it, id);
                    begin(it, session, id, "open", now);
                    DeskFile.log(
                            it, now, account.get().email(), "set up password and codes", "", "");
                    return new SetUp.Done(session, recovery);
                });
    }

    /// The first step of logging in. Whether there is such an account can be told neither from the answer nor from the time
    /// it takes.
    public FirstStep enter(String email, String password) {
        if (!passwords.queueUp()) {
            return new FirstStep.Busy();
        }
        try {
            return enterInTurn(Email.plain(email), password);
        } finally {
            passwords.leave();
        }
    }

    private FirstStep enterInTurn(String name, String password) {
        Optional<Duration> wait = passwordTries.take(name);
        if (wait.isPresent()) {
            return new FirstStep.Wait(wait.get());
        }
        Optional<Account> account = database.read(link -> DeskFile.account(link, name));
        Optional<String> hash = account.flatMap(Account::password);
        boolean isRight = passwords.matches(password, hash.orElseGet(passwords::nobodys));
        if (account.isEmpty() || hash.isEmpty() || !isRight) {
            if (account.isPresent() && passwordTries.wrong(name) == TOLD_AFTER) {
                log(name, "was refused five times in a row: wrong password");
            }
            return new FirstStep.Wrong();
        }
        passwordTries.right(name);
        Token token = Token.draw(random);
        Instant now = clock.instant();
        String researcher = account.get().id();
        database.write(
                link -> {
                    forgetOld(link, now);
                    begin(link, token, researcher, "code", now);
                    return true;
                });
        return new FirstStep.CodeNext(token);
    }

    /// Whether a code may be typed for that token of the first step.
    public boolean waitsForCode(Token first) {
        return database.read(link -> atCode(link, first)).isPresent();
    }

    /// The second step of logging in: by the code of the phone, or by one of the recovery codes, which then is used up. The
    /// token changes with it.
    public SecondStep confirm(Token first, String code) {
        Optional<Account> account = database.read(link -> atCode(link, first));
        if (account.isEmpty()) {
            return new SecondStep.Anew();
        }
        Optional<Duration> wait = codeTries.take(account.get().id());
        if (wait.isPresent()) {
            return new SecondStep.Wait(wait.get());
        }
        Token token = Token.draw(random);
        Instant now = clock.instant();
        Optional<String> how =
                database.write(
                        link -> {
                            Optional<Account> fresh = atCode(link, first);
                            if (fresh.isEmpty()) {
                                return Optional.empty();
                            }
                            Optional<String> found = use(link, fresh.get(), code, now);
                            if (found.isPresent()) {
                                link.update("DELETE FROM session WHERE token = ?", first.hash());
                                begin(link, token, fresh.get().id(), "open", now);
                                DeskFile.log(link, now, fresh.get().email(), found.get(), "", "");
                            }
                            return found;
                        });
        if (how.isEmpty()) {
            log(account.get().email(), "typed a wrong code after the right password");
            return new SecondStep.Wrong();
        }
        codeTries.right(account.get().id());
        return new SecondStep.Open(token);
    }

    /// The session of that token, if it has not ended. Asking for it keeps it from ending, for a while.
    public Optional<Session> session(Token token) {
        Instant now = clock.instant();
        record Found(Session session, long seen) {}
        Optional<Found> found =
                database.read(
                        link ->
                                link.query(
                                        """
                                        SELECT r.id, r.email, s.seen
                                        FROM session s JOIN researcher r ON r.id = s.researcher
                                        WHERE s.token = ? AND s.stage = 'open' AND s.begun > ? AND s.seen > ?""",
                                        rows ->
                                                rows.next()
                                                        ? Optional.of(
                                                                new Found(
                                                                        Session.of(
                                                                                token.hash(),
                                                                                rows.getString(1),
                                                                                rows.getString(2)),
                                                                        rows.getLong(3)))
                                                        : Optional.empty(),
                                        token.hash(),
                                        now.minus(LONGEST).getEpochSecond(),
                                        now.minus(IDLE).getEpochSecond()));
        if (found.isPresent() && found.get().seen() <= now.minus(SEEN_EVERY).getEpochSecond()) {
            database.write(
                    link ->
                            link.update(
                                    "UPDATE session SET seen = ? WHERE token = ?",
                                    now.getEpochSecond(),
                                    token.hash()));
        }
        return found.map(Found::session);
    }

    /// Ends a session.
    public void leave(Session session) {
        Instant now = clock.instant();
        database.write(
                link -> {
                    link.update("DELETE FROM session WHERE token = ?", session.hash());
                    DeskFile.log(link, now, session.email(), "logged out", "", "");
                    return true;
                });
    }

    /// Asks for the code that the phone shows now, before something that cannot be taken back. Recovery codes are not
    /// taken.
    public Fresh fresh(Session session, String code) {
        Optional<Duration> wait = codeTries.take(session.researcher());
        if (wait.isPresent()) {
            return new Fresh.Wait(wait.get());
        }
        Instant now = clock.instant();
        boolean isRight = database.write(link -> useStep(link, session.researcher(), code, now));
        if (!isRight) {
            log(session.email(), "typed a wrong code");
            return new Fresh.Wrong();
        }
        codeTries.right(session.researcher());
        return new Fresh.Right();
    }

    /// Changes the password, and ends all sessions. To be called after [#fresh].
    ///
    /// @throws IllegalArgumentException if the password is none that [PasswordRules] takes
    public void changePassword(Session session, String password) {
        refuse(password, session.email());
        String hash = passwords.hash(password);
        Instant now = clock.instant();
        database.write(
                link -> {
                    link.update(
                            "UPDATE researcher SET password = ? WHERE id = ? AND password IS NOT NULL",
                            hash,
                            session.researcher());
                    DeskFile.endSessions(link, session.researcher());
                    DeskFile.log(link, now, session.email(), "changed the password", "", "");
                    return true;
                });
    }

    /// Replaces the recovery codes. To be called after [#fresh].
    ///
    /// @return the new ones, to be shown once
    public List<String> renewRecovery(Session session) {
        List<String> codes = drawRecovery();
        Instant now = clock.instant();
        return database.write(
                link -> {
                    keepRecovery(link, session.researcher(), codes);
                    DeskFile.log(link, now, session.email(), "made new recovery codes", "", "");
                    return codes;
                });
    }

    /// How many recovery codes are left.
    public int recoveryLeft(Session session) {
        return database.read(
                link ->
                        (int)
                                link.number(
                                        "SELECT count(*) FROM recovery WHERE researcher = ?",
                                        session.researcher()));
    }

    /// Writes down what a researcher has done.
    ///
    /// @param study which one it was about; empty if none
    /// @param about what in it; empty if nothing more
    public void log(Session session, String what, String study, String about) {
        Instant now = clock.instant();
        database.write(
                link -> {
                    DeskFile.log(link, now, session.email(), what, study, about);
                    return true;
                });
    }

    /// Writes down what the site itself has done.
    public void logged(String what, String study, String about) {
        Instant now = clock.instant();
        database.write(
                link -> {
                    DeskFile.log(link, now, "the site", what, study, about);
                    return true;
                });
    }

    /// What was done, the latest first.
    ///
    /// @param before only actions of a lower number
    /// @param most how many at most
    public List<Action> actions(long before, int most) {
        return database.read(
                link ->
                        link.query(
                                """
                                SELECT number, at, who, what, study, about FROM action
                                WHERE number < ? ORDER BY number DESC LIMIT ?""",
                                rows -> {
                                    var actions = new ArrayList<Action>();
                                    while (rows.next()) {
                                        actions.add(
                                                new Action(
                                                        rows.getLong(1),
                                                        Instant.ofEpochSecond(rows.getLong(2)),
                                                        rows.getString(3),
                                                        rows.getString(4),
                                                        rows.getString(5),
                                                        rows.getString(6)));
                                    }
                                    return List.copyOf(actions);
                                },
                                before,
                                most));
    }

    @Override
    public void close() {
        passwords.close();
        database.close();
    }

    /// Who hashes passwords here.
    Passwords passwords() {
        return passwords;
    }

    private Optional<Account> waiting(Link link, Token token) throws SQLException {
        Optional<String> researcher =
                link.query(
                        "SELECT researcher FROM link WHERE token = ? AND until > ?",
                        rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty(),
                        token.hash(),
                        clock.instant().getEpochSecond());
        return researcher.isEmpty()
                ? Optional.empty()
                : DeskFile.accountById(link, researcher.get());
    }

    private Optional<Account> atCode(Link link, Token first) throws SQLException {
        Optional<String> researcher =
                link.query(
                        "SELECT researcher FROM session WHERE token = ? AND stage = 'code' AND begun > ?",
                        rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty(),
                        first.hash(),
                        clock.instant().minus(CODE_WAITS).getEpochSecond());
        return researcher.isEmpty()
                ? Optional.empty()
                : DeskFile.accountById(link, researcher.get());
    }

    /// Uses a code up, of whichever kind it is; says how somebody logged in by it.
    private Optional<String> use(Link link, Account account, String code, Instant now)
            throws SQLException {
        if (useStep(link, account.id(), code, now)) {
            return Optional.of("logged in");
        }
        boolean isRecovery =
                link.update(
                                "DELETE FROM recovery WHERE researcher = ? AND code = ?",
                                account.id(),
                                hidden(account.id(), code))
                        == 1;
        return isRecovery ? Optional.of("logged in by a recovery code") : Optional.empty();
    }

    private boolean useStep(Link link, String researcher, String code, Instant now)
            throws SQLException {
        Optional<Account> account = DeskFile.accountById(link, researcher);
        OptionalLong step =
                account.isEmpty() ? OptionalLong.empty() : accept(account.get(), code, now);
        return step.isPresent()
                && link.update(
                                "UPDATE researcher SET last_step = ? WHERE id = ? AND last_step < ?",
                                step.getAsLong(),
                                researcher,
                                step.getAsLong())
                        == 1;
    }

    /// The step of a code of the phone, if it is one that has not been used.
    private OptionalLong accept(Account account, String code, Instant now) {
        return box.open("secret", account.secret().bytes())
                .map(secret -> Totp.step(secret, code, now, account.lastStep()))
                .orElseGet(OptionalLong::empty);
    }

    /// The secret that a link offers: it follows from the link and the key, so that nothing needs to be kept of a page that
    /// was only opened.
    private byte[] secret(Token link) {
        return Arrays.copyOf(box.sign("secret " + link.text()), Totp.SECRET_BYTES);
    }

    private byte[] hidden(String researcher, String code) {
        return box.sign("recovery " + researcher + " " + RecoveryCodes.plain(code));
    }

    private List<String> drawRecovery() {
        return Stream.generate(() -> RecoveryCodes.draw(random)).limit(RecoveryCodes.MANY).toList();
    }

    private void keepRecovery(Link link, String researcher, List<String> codes)
            throws SQLException {
        link.update("DELETE FROM recovery WHERE researcher = ?", researcher);
        for (String code : codes) {
            link.update(
                    "INSERT INTO recovery (researcher, code) VALUES (?, ?)",
                    researcher,
                    hidden(researcher, code));
        }
    }

    private static void begin(Link link, Token token, String researcher, String stage, Instant now)
            throws SQLException {
        link.update(
                "INSERT INTO session (token, researcher, stage, begun, seen) VALUES (?, ?, ?, ?, ?)",
                token.hash(),
                researcher,
                stage,
                now.getEpochSecond(),
                now.getEpochSecond());
    }

    private static void forgetOld(Link link, Instant now) throws SQLException {
        link.update(
                "DELETE FROM session WHERE begun <= ? OR seen <= ? OR (stage = 'code' AND begun <= ?)",
                now.minus(LONGEST).getEpochSecond(),
                now.minus(IDLE).getEpochSecond(),
                now.minus(CODE_WAITS).getEpochSecond());
    }

    private void log(String who, String what) {
        Instant now = clock.instant();
        database.write(
                link -> {
                    DeskFile.log(link, now, who, what, "", "");
                    return true;
                });
    }

    private static void refuse(String password, String email) {
        PasswordRules.complaint(password, email)
                .ifPresent(
                        complaint -> {
                            throw new IllegalArgumentException(complaint);
                        });
    }
}
