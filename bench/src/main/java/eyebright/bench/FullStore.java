package eyebright.bench;

import eyebright.check.StudyFolder;
import eyebright.frame.Response;
import eyebright.store.PageSave;
import eyebright.store.Started;
import eyebright.store.Store;
import eyebright.store.Version;
import eyebright.study.Answer;
import eyebright.study.Draw;
import eyebright.study.Page;
import eyebright.study.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Fills a data folder with rehearsed respondents. The first 1,000 come through the store's own doors, page by page; the
/// others have the pages of one of these under an id and a code of their own, copied within the database, since a
/// hundred thousand would knock for an hour.
final class FullStore {

    private static final int AT_THE_DOOR = 1_000;
    private static final int AT_ONCE = 256;
    private static final long SEED = 1;

    private final StudyFolder folder;
    private final Map<String, List<String>> asked = new LinkedHashMap<>();

    private FullStore(StudyFolder folder) {
        this.folder = folder;
        for (Variable variable : folder.study().variables().values()) {
            asked.computeIfAbsent(variable.page(), _ -> new ArrayList<>()).add(variable.name());
        }
    }

    /// Fills a folder that is empty.
    static void fill(Path data, StudyFolder folder, int respondents)
            throws IOException, InterruptedException {
        try (Store store = Store.open(data, Clock.systemUTC())) {
            store.addVersion(
                    new Version(
                            folder.study().name(),
                            folder.questionnaireHash(),
                            folder.plan().hash(),
                            folder.sources()));
            new FullStore(folder)
                    .come(
                            store,
                            folder.respondents()
                                    .responses(SEED, Math.min(AT_THE_DOOR, respondents)));
        }
        try (Connection database =
                DriverManager.getConnection("jdbc:sqlite:" + data.resolve("eyebright.db"))) {
            copy(database, respondents);
        } catch (SQLException fault) {
            throw new IOException(fault);
        }
    }

    private void come(Store store, List<Response> all) throws IOException, InterruptedException {
        var turn = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var coming = new ArrayList<Future<Boolean>>();
            for (Response response : all) {
                coming.add(
                        threads.submit(
                                () -> {
                                    turn.acquire();
                                    try {
                                        answer(store, response);
                                    } finally {
                                        turn.release();
                                    }
                                    return true;
                                }));
            }
            for (Future<Boolean> each : coming) {
                each.get();
            }
        } catch (ExecutionException fault) {
            throw new IOException(fault.getCause());
        }
    }

    private void answer(Store store, Response response) {
        String questionnaire = folder.questionnaireHash();
        String plan = folder.plan().hash();
        Started started = store.start(folder.study().name(), questionnaire, plan);
        var draw = Draw.of(started.id().hex());
        for (Page page : draw.pages(folder.study())) {
            if (!response.answers().saved().contains(page.id())) {
                continue;
            }
            List<String> names = asked.getOrDefault(page.id(), List.of());
            var own = new LinkedHashMap<String, Answer>();
            names.forEach(
                    name -> response.answers().to(name).ifPresent(answer -> own.put(name, answer)));
            store.save(
                    new PageSave(
                            started.id(),
                            page.id(),
                            "bench-" + page.id(),
                            names,
                            own,
                            questionnaire,
                            plan,
                            draw.shown(page),
                            0));
        }
        store.send(started.id(), "bench", questionnaire, plan);
    }

    private static void copy(Connection database, int respondents) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute(
                    """
                    CREATE TEMP TABLE copy AS
                    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d),
                    first AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM respondent)
                    SELECT first.id AS old, lower(hex(randomblob(16))) AS new
                    FROM n JOIN first ON first.place = n.i %% %d
                    WHERE n.i >= %d AND n.i < %d"""
                            .formatted(respondents, AT_THE_DOOR, AT_THE_DOOR, respondents));
            statement.execute(
                    """
                    INSERT INTO respondent (id, study, questionnaire_hash, plan_hash, code)
                    SELECT copy.new, study, questionnaire_hash, plan_hash, randomblob(32)
                    FROM copy JOIN respondent ON respondent.id = copy.old""");
            statement.execute("CREATE INDEX temp.copied ON copy (old)");
            statement.execute(
                    """
                    INSERT INTO log (sequence, respondent, kind, save_id, content, page, asked, answers,
                        questionnaire_hash, plan_hash, order_shown, seconds, day)
                    SELECT (SELECT value FROM counter WHERE name = 'sequence') + row_number() OVER (),
                        copy.new, kind, save_id, content, page, asked, answers,
                        questionnaire_hash, plan_hash, order_shown, seconds, day
                    FROM copy JOIN log ON log.respondent = copy.old""");
            statement.execute(
                    "UPDATE counter SET value = (SELECT max(sequence) FROM log) WHERE name = 'sequence'");
            database.commit();
        }
    }
}
