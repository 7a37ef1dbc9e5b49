package eyebright.store;

import eyebright.freeze.Begun;
import eyebright.source.Sources;
import eyebright.sqlite.Afterwards;
import eyebright.sqlite.Database;
import eyebright.sqlite.Failures;
import eyebright.sqlite.Folders;
import eyebright.sqlite.Job;
import eyebright.sqlite.Link;
import eyebright.sqlite.Schema;
import eyebright.sqlite.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What was answered, in a data folder: an append-only log of saved pages, the versions of studies they
/// belong to, and snapshots of findings. For any number of threads.
///
/// One process writes, any number read beside it. What a writing method returned from is on the disk.
/// Every method may throw a [StoreException] that says which file failed, how, and what to do; the store
/// works on once the cause is gone.
///
/// While the store is open, no other code of the process may open its files: closing a file releases
/// SQLite's locks on it.
public final class Store implements AutoCloseable {

    private static final Schema SCHEMA = new Schema("eyebright/store/migration", 1);

    private final Path folder;
    private final Database database;
    private final @Nullable Keys keys;
    private final @Nullable Writing writing;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Store(Path folder, Database database, @Nullable Keys keys, @Nullable Writing writing) {
        this.folder = folder;
        this.database = database;
        this.keys = keys;
        this.writing = writing;
    }

    /// What only the writing process has.
    private record Writing(WriterLock lock, Log log) {}

    private static Path file(Path folder) {
        return folder.resolve("eyebright.db");
    }

    /// Opens the folder to write, and makes it with its database and keys if there is none.
    ///
    /// @param clock gives the day that a save is marked with
    /// @throws StoreLockedException if another process writes to it
    public static Store open(Path folder, InstantSource clock) {
        Path file = file(folder);
        WriterLock lock = null;
        boolean open = false;
        try {
            Folders.create(folder);
            lock = WriterLock.take(folder);
            if (Files.exists(file) && !Files.exists(Keys.file(folder))) {
                throw new StoreException(
                        "%s: is missing, and without it no respondent's code opens anything; restore it from its own backup"
                                .formatted(Keys.file(folder)));
            }
            Keys.create(folder);
            Keys keys = Keys.read(folder);
            var store =
                    new Store(
                            folder,
                            Database.open(file, SCHEMA),
                            keys,
                            new Writing(lock, new Log(clock, new SecureRandom())));
            open = true;
            return store;
        } catch (IOException failed) {
            throw new Failures(file).of(failed);
        } finally {
            if (!open && lock != null) {
                release(lock, file);
            }
        }
    }

    /// Opens the folder to read, beside the process that writes to it if there is one.
    public static Store read(Path folder) {
        Path file = file(folder);
        if (!Files.isRegularFile(file)) {
            throw new StoreException(
                    "%s: is not there; give the folder that `eyebright serve` keeps answers in with --data"
                            .formatted(file));
        }
        try {
            Keys keys = Files.exists(Keys.file(folder)) ? Keys.read(folder) : null;
            return new Store(folder, Database.read(file, SCHEMA), keys, null);
        } catch (IOException failed) {
            throw new Failures(file).of(failed);
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
        return write(
                Afterwards.NOTHING,
                link -> log.start(link, secret, study, questionnaireHash, planHash));
    }

    /// The respondent of a study who has that code.
    public Optional<Respondent> find(String study, Code code) {
        byte[] hidden = keys().sign(code);
        return one(" WHERE r.study = ? AND r.code = ?", study, hidden);
    }

    /// The respondent of that id. Who has withdrawn is not there.
    public Optional<Respondent> respondent(RespondentId id) {
        return one(" WHERE r.id = ?", id.hex());
    }

    private Optional<Respondent> one(String where, Object... values) {
        var found = new ArrayList<Respondent>(1);
        database.read(
                link ->
                        link.query(
                                Replay.ROWS + where + Replay.IN_ORDER,
                                rows -> {
                                    Replay.of(rows, found::add);
                                    return true;
                                },
                                values));
        return found.stream().findFirst();
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
        byte[] content = entry.content();
        Log log = writing().log();
        return write(Afterwards.NOTHING, link -> log.append(link, entry, content));
    }

    /// Deletes everything of a respondent but the random id, which says that there is no more to keep.
    /// The bytes are overwritten in the database, and the write-ahead log is emptied; only a reader that
    /// is in the middle of a long read can delay the latter, until a second after it at most.
    ///
    /// @throws UnknownRespondentException if there never was such a respondent; who withdraws again may
    public void withdraw(RespondentId respondent) {
        write(
                Afterwards.EMPTY_LOG,
                link -> {
                    Log.withdraw(link, respondent);
                    return true;
                });
    }

    /// The versions under which somebody of a study began whose answers are here: the hashes of their questionnaires.
    public Set<String> agreedTo(String study) {
        return database.read(
                link ->
                        link.query(
                                "SELECT DISTINCT questionnaire_hash FROM respondent WHERE study = ?",
                                rows -> {
                                    var hashes = new TreeSet<String>();
                                    while (rows.next()) {
                                        hashes.add(rows.getString(1));
                                    }
                                    return Collections.unmodifiableSortedSet(hashes);
                                },
                                study));
    }

    /// Deletes everything of all respondents of a study who began with one of these versions, in one transaction, as
    /// [#withdraw] deletes one. Earlier snapshots of the study go as well, since what differs between two of them could tell
    /// of one person; the latest, which public pages rest on, stays.
    ///
    /// @param questionnaireHashes as [#agreedTo] gives them
    /// @return how many respondents there were
    public int deleteAnswers(String study, Set<String> questionnaireHashes) {
        return write(
                Afterwards.EMPTY_LOG, link -> Log.deleteAnswers(link, study, questionnaireHashes));
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
                            Replay.ROWS + " WHERE r.study = ?" + Replay.IN_ORDER,
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
                                Replay.ROWS + Replay.UP_TO + " WHERE r.study = ?" + Replay.IN_ORDER,
                                rows -> {
                                    Replay.of(rows, consumer);
                                    return true;
                                },
                                upToSequence,
                                study));
    }

    /// How far the respondents of a study have come, as numbers that name nobody.
    public Progress progress(String study) {
        return database.read(link -> Progress.read(link, study));
    }

    /// How many respondents a study has.
    public Counts counts(String study) {
        return database.read(
                link ->
                        new Counts(
                                (int)
                                        link.number(
                                                "SELECT count(*) FROM respondent WHERE study = ?",
                                                study),
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

    /// Whether a folder holds answers, or could: whether there is a database in it.
    public static boolean isIn(Path folder) {
        return Files.exists(file(folder));
    }

    /// The snapshot that public pages of a study show.
    public Optional<Snapshot> latestSnapshot(String study) {
        return database.read(link -> Log.latestSnapshot(link, study));
    }

    /// Keeps a snapshot. Earlier ones stay as they are.
    ///
    /// @throws IllegalArgumentException if its number is not the one after the latest
    public void addSnapshot(Snapshot snapshot) {
        write(
                Afterwards.NOTHING,
                link -> {
                    Log.addSnapshot(link, snapshot);
                    return true;
                });
    }

    /// What has changed in a study since its latest snapshot; see [Snapshots#worthTrying].
    public SnapshotBasis basis(String study) {
        return database.read(link -> Log.basis(link, study));
    }

    /// Runs a job of this package on the thread that writes.
    <T> T write(Afterwards afterwards, Job<T> job) {
        writing();
        return database.write(afterwards, job);
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
            if (writing != null) {
                release(writing.lock(), file(folder));
            }
        }
    }

    private static void release(WriterLock lock, Path file) {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new Failures(file).of(failed);
        }
    }
}
