package eyebright.store;

import eyebright.database.Afterwards;
import eyebright.database.Database;
import eyebright.database.DatabaseFile;
import eyebright.database.Databases;
import eyebright.database.Failures;
import eyebright.database.Folders;
import eyebright.database.Job;
import eyebright.database.Link;
import eyebright.database.Place;
import eyebright.database.PostgresqlUrl;
import eyebright.database.Schema;
import eyebright.database.StoreException;
import eyebright.disclosure.Ledger;
import eyebright.freeze.Begun;
import eyebright.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What was answered, in a data folder or the PostgreSQL that it names: an append-only log of saved pages, the versions of
/// studies they belong to, and snapshots of findings. For any number of threads.
///
/// One process writes to a folder, any number read beside it; to PostgreSQL several may write, all with the same keys. What a
/// writing method returned from is on the disk.
/// Every method may throw a [StoreException] that says which database failed, how, and what to do; the store
/// works on once the cause is gone.
///
/// While the store is open, no other code of the process may open its files: closing a file releases
/// SQLite's locks on it.
public final class Store implements AutoCloseable {

    /// The database of answers.
    public static final DatabaseFile DATABASE =
            new DatabaseFile("eyebright", new Schema("eyebright/store/migration", 3));

    /// How many respondents are held in memory.
    private static final int RECENT = 500;

    private final Path folder;
    private final Database database;
    private final @Nullable Keys keys;
    private final @Nullable Writing writing;
    private final Recent recent;
    private final Lookup lookup;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Store(Path folder, Database database, @Nullable Keys keys, @Nullable Writing writing) {
        this.folder = folder;
        this.database = database;
        this.keys = keys;
        this.writing = writing;
        this.recent = new Recent(writing == null ? 0 : RECENT);
        boolean isAlone = writing != null && writing.lock() != null;
        this.lookup = new Lookup(database, recent, isAlone);
    }

    /// What only a writing process has.
    ///
    /// @param lock of the folder; none where other processes may write as well
    private record Writing(@Nullable WriterLock lock, Log log, Appending appending) {

        static Writing of(@Nullable WriterLock lock, InstantSource clock) {
            return new Writing(lock, new Log(new SecureRandom()), new Appending(clock));
        }
    }

    private static Place place(Path folder) {
        return DATABASE.in(folder);
    }

    /// Opens the folder to write, and makes it with its database and keys if there is none.
    ///
    /// @param clock gives the day that a save is marked with
    /// @throws StoreLockedException if another process writes to it
    public static Store open(Path folder, InstantSource clock) {
        try {
            Folders.create(folder);
            return switch (Databases.of(folder)) {
                case Databases.InFiles _ -> openFile(folder, clock);
                case Databases.OnPostgresql(PostgresqlUrl url) ->
                        openPostgresql(folder, url, clock);
            };
        } catch (IOException failed) {
            throw Failures.ofFolder(folder, failed);
        }
    }

    /// As above, with a PostgreSQL that the folder names from then on. One that is refused is not named.
    ///
    /// @throws StoreException also if the answers of the folder are kept elsewhere
    public static Store open(Path folder, PostgresqlUrl url, InstantSource clock) {
        boolean isNamed = Databases.names(folder, url);
        try {
            Store store = openPostgresql(folder, url, clock);
            try {
                isNamed = isNamed || Databases.use(folder, url);
                return store;
            } finally {
                if (!isNamed) {
                    store.close();
                }
            }
        } catch (IOException failed) {
            throw Failures.ofFolder(folder, failed);
        }
    }

    private static Store openFile(Path folder, InstantSource clock) throws IOException {
        WriterLock lock = WriterLock.take(folder);
        boolean open = false;
        try {
            Replacement.finish(folder);
            if (isIn(folder) && !Files.exists(Keys.file(folder))) {
                throw Keys.missing(folder);
            }
            Keys.create(folder);
            Keys keys = Keys.read(folder);
            Database database = Database.open(place(folder), DATABASE.schema());
            open = true;
            return new Store(folder, database, keys, Writing.of(lock, clock));
        } finally {
            if (!open) {
                lock.close();
            }
        }
    }

    private static Store openPostgresql(Path folder, PostgresqlUrl url, InstantSource clock)
            throws IOException {
        Replacement.refuseUnfinished(folder);
        Place place = new Databases.OnPostgresql(url).named(DATABASE.name());
        Database database = Database.open(place, DATABASE.schema());
        boolean open = false;
        try {
            Folders.create(folder);
            // Under the lock of those who write: two servers that begin together make one key.
            Keys keys = database.write(link -> KeyCheck.agreed(link, folder));
            open = true;
            return new Store(folder, database, keys, Writing.of(null, clock));
        } finally {
            if (!open) {
                database.close();
            }
        }
    }

    /// Opens the folder to read, beside the process that writes to it if there is one.
    public static Store read(Path folder) {
        Replacement.refuseUnfinished(folder);
        Place place = place(folder);
        if (!isIn(folder)) {
            throw new StoreException(
                    "%s: is not there; give the folder that `eyebright serve` keeps answers in with --data"
                            .formatted(place));
        }
        try {
            Keys keys = Files.exists(Keys.file(folder)) ? Keys.read(folder) : null;
            return new Store(folder, Database.read(place, DATABASE.schema()), keys, null);
        } catch (IOException failed) {
            throw Failures.ofFolder(folder, failed);
        }
    }

    /// The secret keys of the folder.
    ///
    /// @throws StoreException if the folder has none, as a backup kept apart from them has none
    public Keys keys() {
        if (keys == null) {
            throw new StoreException(
                    "%s: is not there; codes cannot be looked up without it"
                            .formatted(Keys.file(folder)));
        }
        return keys;
    }

    /// Keeps a version of a study, once for each pair of hashes.
    ///
    /// @return the hash of its questionnaire, by which [#version] gives its sources back
    public String addVersion(Version version) {
        write(
                Afterwards.NOTHING,
                link -> {
                    Log.addVersion(link, version);
                    return true;
                });
        return version.questionnaireHash();
    }

    /// The sources of the version of a study that has this questionnaire: the latest kept of them.
    public Optional<Sources> version(String study, String questionnaireHash) {
        return database.read(
                link ->
                        link.query(
                                """
                                SELECT sources FROM version WHERE study = ? AND questionnaire_hash = ?
                                ORDER BY number DESC LIMIT 1""",
                                rows ->
                                        rows.next()
                                                ? Optional.of(
                                                        AnswersText.sources(rows.getString(1)))
                                                : Optional.empty(),
                                study,
                                questionnaireHash));
    }

    /// Begins a respondent, who has agreed.
    ///
    /// @throws IllegalArgumentException if that version was never added
    public Started start(String study, String questionnaireHash, String planHash) {
        Keys secret = keys();
        Log log = writing().log();
        return database.write(
                Afterwards.NOTHING,
                link -> log.start(link, secret, study, questionnaireHash, planHash));
    }

    /// The respondent of a study who has that code.
    public Optional<Respondent> find(String study, Code code) {
        byte[] hidden = keys().sign(code);
        return lookup.byCode(study, hidden);
    }

    /// The respondent of that id. Who has withdrawn is not there.
    public Optional<Respondent> respondent(RespondentId id) {
        return lookup.byId(id);
    }

    /// Whether somebody is held in memory.
    boolean holds(RespondentId id) {
        return recent.held(id).isPresent();
    }

    /// Keeps a page. The same save again, by respondent, save id and content, is the same save; every
    /// other is a row of its own, and to each variable the latest row counts.
    ///
    /// @throws TooManySavesException if the respondent has saved 500 times
    /// @throws WithdrawnException if the respondent has withdrawn
    /// @throws UnknownRespondentException if there never was such a respondent
    /// @throws IllegalArgumentException if an answer holds what no database keeps: NUL, half a character,
    ///   a number of more than 60 digits; the message names the variable
    public Saved save(PageSave save) {
        return append(Entry.of(save));
    }

    /// Marks the end: the respondent has seen their answers and sends them. Throws what [#save] throws.
    public Saved send(
            RespondentId respondent, String saveId, String questionnaireHash, String planHash) {
        return append(Entry.sent(respondent, saveId, questionnaireHash, planHash));
    }

    private Saved append(Entry entry) {
        Appending appending = writing().appending();
        try {
            Appended appended = database.write(appending, Appending.Row.of(entry));
            recent.saved(entry, appended);
            return appended.saved();
        } catch (RuntimeException | Error failed) {
            // The disk may have kept it all the same.
            recent.forget(entry.respondent());
            throw failed;
        }
    }

    /// Deletes everything of a respondent but the random id, which says that there is no more to keep. Where their row was
    /// published, others that tell the same go from what is public with it, see [PublishedRows].
    /// The bytes are overwritten in a file of SQLite, and its write-ahead log is emptied; only a reader that
    /// is in the middle of a long read can delay the latter, until a second after it at most. With PostgreSQL the rows
    /// leave their pages within seconds, and the write-ahead log as the server recycles it.
    ///
    /// @throws UnknownRespondentException if there never was such a respondent; who withdraws again may
    public void withdraw(RespondentId respondent) {
        Log log = writing().log();
        write(
                Afterwards.ERASE,
                link -> {
                    Log.withdraw(link, respondent, log.random());
                    return true;
                });
    }

    /// Deletes everything of all respondents of a study who began with one of these versions, in one transaction, as
    /// [#withdraw] deletes one, and how their rows were published with it. Earlier snapshots of the study go as well, since what
    /// differs between two of them could tell of one person; the latest, which public pages rest on, stays until another is made.
    /// By which rules rows were published stays, and of which versions: they are public still.
    ///
    /// @param questionnaireHashes as [#questionnaires] gives them
    /// @return how many respondents there were
    public int deleteAnswers(String study, Collection<String> questionnaireHashes) {
        Log log = writing().log();
        return write(
                Afterwards.ERASE,
                link -> Log.deleteAnswers(link, study, questionnaireHashes, log.random()));
    }

    /// Every respondent of a study, as [#forEachRespondent] gives them.
    public List<Respondent> respondents(String study) {
        var all = new ArrayList<Respondent>();
        forEachRespondent(study, all::add);
        return List.copyOf(all);
    }

    /// Gives every respondent of a study to the consumer, from one moment of the log, in the order of
    /// their random ids. One is held at a time.
    ///
    /// @return where the log stood at that moment: the `lastSequence` of a snapshot made of them
    public long forEachRespondent(String study, Consumer<Respondent> consumer) {
        return database.read(
                link -> {
                    long sequence = Log.sequence(link);
                    link.query(
                            Replay.ROWS + Replay.OF_STUDY + Replay.IN_ORDER,
                            rows -> {
                                Replay.of(rows, consumer);
                                return true;
                            },
                            study);
                    return sequence;
                });
    }

    /// Gives every respondent of a study to the consumer as the log stood at that sequence, in the order
    /// of their random ids: without what was saved later, and without those who have withdrawn since. Who
    /// had saved nothing yet is among them, with no answers.
    ///
    /// @param upToSequence the `lastSequence` of a snapshot, or any that [#forEachRespondent] gave back
    public void forEachRespondent(String study, long upToSequence, Consumer<Respondent> consumer) {
        database.read(
                link ->
                        link.query(
                                Replay.ROWS + Replay.UP_TO + Replay.OF_STUDY + Replay.IN_ORDER,
                                rows -> {
                                    Replay.of(rows, consumer);
                                    return true;
                                },
                                upToSequence,
                                study));
    }

    /// Gives every respondent of a study to the consumer who may be in what is public, as
    /// [#forEachRespondent(String, Consumer)] gives them: all but those who went from it together with somebody who
    /// withdrew.
    public long forEachShown(String study, Consumer<Respondent> consumer) {
        return database.read(
                link -> {
                    long sequence = Log.sequence(link);
                    link.query(
                            Replay.ROWS + Replay.OF_STUDY + PublishedRows.SHOWN + Replay.IN_ORDER,
                            rows -> {
                                Replay.of(rows, consumer);
                                return true;
                            },
                            study);
                    return sequence;
                });
    }

    /// The same as the log stood at that sequence: see [#forEachRespondent(String, long, Consumer)].
    public void forEachShown(String study, long upToSequence, Consumer<Respondent> consumer) {
        database.read(
                link ->
                        link.query(
                                Replay.ROWS
                                        + Replay.UP_TO
                                        + Replay.OF_STUDY
                                        + PublishedRows.SHOWN
                                        + Replay.IN_ORDER,
                                rows -> {
                                    Replay.of(rows, consumer);
                                    return true;
                                },
                                upToSequence,
                                study));
    }

    /// How the rows of a study that are public were told.
    public Ledger ledger(String study) {
        return database.read(link -> PublishedRows.ledger(link, study));
    }

    /// Whether it is kept here how the rows of a version were told; not where the folder was restored from a backup made before.
    ///
    /// @param data the hash of its answers
    public boolean knows(String study, String data) {
        return database.read(
                link ->
                        link.any(
                                "SELECT 1 FROM published_data WHERE study = ? AND hash = ?",
                                study,
                                data));
    }

    /// Keeps how rows are told, before they are published.
    ///
    /// @param ledger what was kept, and more
    /// @param fewest how many share each combination
    /// @param data the hash of the answers, as the version tells it
    /// @return whether they may go out; not if somebody of them has withdrawn since it was worked out, and then nothing is
    ///   kept
    public boolean keep(String study, Ledger ledger, int fewest, String data) {
        return write(
                Afterwards.NOTHING, link -> PublishedRows.add(link, study, ledger, fewest, data));
    }

    /// The versions that respondents of a study began with whose answers are here: the hashes of their questionnaires, in
    /// their order.
    public List<String> questionnaires(String study) {
        return database.read(
                link ->
                        link.query(
                                """
                                SELECT DISTINCT questionnaire_hash FROM respondent
                                WHERE study = ? ORDER BY questionnaire_hash""",
                                rows -> {
                                    var hashes = new ArrayList<String>();
                                    while (rows.next()) {
                                        hashes.add(rows.getString(1));
                                    }
                                    return List.copyOf(hashes);
                                },
                                study));
    }

    /// How far the respondents of a study have come, as numbers that name nobody.
    public Progress progress(String study) {
        return database.read(link -> Progress.read(link, study));
    }

    /// How many respondents a study has, whatever they have answered. [#counts] looks at that as well, which takes
    /// far longer where very many have.
    public int started(String study) {
        return database.read(link -> started(link, study));
    }

    private static int started(Link link, String study) throws SQLException {
        return (int) link.number("SELECT count(*) FROM respondent WHERE study = ?", study);
    }

    /// How many respondents a study has.
    public Counts counts(String study) {
        return database.read(
                link ->
                        new Counts(
                                started(link, study),
                                (int)
                                        link.number(
                                                """
                                                SELECT count(DISTINCT l.respondent)
                                                FROM respondent r JOIN log l ON l.respondent = r.id
                                                WHERE r.study = ? AND l.kind = 'sent'""",
                                                study)));
    }

    /// How many had saved a page, and had sent, when the log stood at that sequence: as a snapshot saw them. Who has
    /// withdrawn since is not among them, nor who had agreed and saved nothing.
    public Counts counts(String study, long upToSequence) {
        return database.read(
                link ->
                        new Counts(
                                upTo(link, study, upToSequence, ""),
                                upTo(link, study, upToSequence, "AND l.kind = 'sent'")));
    }

    private static int upTo(Link link, String study, long sequence, String which)
            throws SQLException {
        return (int)
                link.number(
                        """
                        SELECT count(DISTINCT l.respondent)
                        FROM respondent r JOIN log l ON l.respondent = r.id
                        WHERE r.study = ? AND l.sequence <= ?
                        """
                                + which,
                        study,
                        sequence);
    }

    /// Under which plans the people of a study began: who saved a page first counts first, and those who began
    /// one after another under one plan stand together. The withdrawn are not among them.
    public List<Begun.Run> begun(String study) {
        return database.read(
                link ->
                        link.query(
                                """
                                SELECT l.plan_hash FROM log l
                                JOIN (SELECT min(e.sequence) AS first
                                      FROM respondent r JOIN log e ON e.respondent = r.id
                                      WHERE r.study = ? GROUP BY e.respondent) f
                                ON l.sequence = f.first ORDER BY l.sequence""",
                                Store::runs,
                                study));
    }

    private static List<Begun.Run> runs(ResultSet rows) throws SQLException {
        var runs = new ArrayList<Begun.Run>();
        while (rows.next()) {
            String plan = rows.getString(1);
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).planHash().equals(plan)) {
                runs.set(last, new Begun.Run(plan, runs.get(last).people() + 1));
            } else {
                runs.add(new Begun.Run(plan, 1));
            }
        }
        return runs;
    }

    /// Whether a folder holds answers, or could: whether there is a database in it, or in the PostgreSQL that it names.
    public static boolean isIn(Path folder) {
        return Database.isThere(place(folder));
    }

    /// The snapshot that public pages of a study show.
    public Optional<Snapshot> latestSnapshot(String study) {
        return database.read(link -> Log.latestSnapshot(link, study));
    }

    /// Keeps a snapshot. Earlier ones stay as they are, unless somebody withdrew since the latest: then none is kept that
    /// their answers are in, and its bytes are overwritten.
    ///
    /// @throws SnapshotTakenException if its number is not the one after the latest
    public void addSnapshot(Snapshot snapshot) {
        writing();
        database.write(
                areDeleted -> areDeleted ? Afterwards.ERASE : Afterwards.NOTHING,
                link -> Log.addSnapshot(link, snapshot));
    }

    /// What has changed in a study since its latest snapshot; see [Snapshots#worthTrying]. Looks through what came since, as far as
    /// to the tenth who answered this study: where others answer another one, that may be far.
    public SnapshotBasis basis(String study) {
        return database.read(link -> Log.basis(link, study));
    }

    /// Where the log stands now, however long it is. Whoever asks from time to time has this process forget whom another
    /// one has deleted.
    public LogPosition position(String study) {
        lookup.forgetWhoIsGone();
        return database.read(link -> Log.position(link, study));
    }

    /// Whether somebody has sent after that sequence who had not before. Looks through all that came since.
    public boolean hasSentSince(String study, long sequence) {
        return database.read(link -> Log.hasSentSince(link, study, sequence));
    }

    /// How many saves and sends to a study came after that sequence and are still there, counted to that many.
    public int rowsSince(String study, long sequence, int most) {
        return database.read(link -> Log.rowsSince(link, study, sequence, most));
    }

    /// How many withdrew from a study after that sequence who had answered something.
    public long removalsSince(String study, long sequence) {
        return database.read(link -> Log.removalsSince(link, study, sequence));
    }

    /// How many writes wait for the thread that writes.
    public int waiting() {
        return database.waiting();
    }

    /// Runs a job of this package on the thread that writes. It may write about anybody.
    <T> T write(Afterwards afterwards, Job<T> job) {
        writing();
        try {
            return database.write(afterwards, job);
        } finally {
            recent.forgetAll();
        }
    }

    private Writing writing() {
        if (writing == null) {
            throw new IllegalStateException(
                    "the store of %s is open to read; Store.open opens it to write"
                            .formatted(folder));
        }
        return writing;
    }

    /// Writes what waits, closes the database and lets the folder go. A second time nothing happens.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            database.close();
        } finally {
            if (writing != null && writing.lock() != null) {
                release(writing.lock(), folder);
            }
        }
    }

    private static void release(WriterLock lock, Path folder) {
        try {
            lock.close();
        } catch (IOException failed) {
            throw Failures.ofFolder(folder, failed);
        }
    }
}
