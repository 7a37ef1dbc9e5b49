package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.database.Databases;
import eyebright.database.PostgresqlUrl;
import eyebright.database.StoreException;
import eyebright.postgresql.Cluster;
import eyebright.postgresql.PostgresqlPrograms;
import eyebright.postgresql.WithPostgresql;
import eyebright.study.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A PostgreSQL that is killed, that lets nobody in, or that does not promise enough.
@WithPostgresql
class PostgresqlServerTest {

    private static Cluster cluster;

    @TempDir Path folder;
    private String url;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(PostgresqlPrograms.find().orElseThrow());
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @BeforeEach
    void begin() {
        url = cluster.newDatabase();
    }

    private Store open() {
        return open(url);
    }

    private Store open(String there) {
        Databases.use(folder, new PostgresqlUrl(there));
        return Store.open(folder, InstantSource.system());
    }

    @Test
    void everyAcknowledgedPageIsThereAfterPostgresqlCrashed() throws Exception {
        var acknowledged = new ArrayList<String>();
        try (Store store = open()) {
            store.addVersion(
                    StoreFixture.version(
                            StoreFixture.QUESTIONNAIRE, StoreFixture.PLAN, "a question"));
            for (int round = 0; round < 2; round++) {
                Process child = Child.start(Child.SavePages.class, folder.toString());
                try (BufferedReader said = child.inputReader()) {
                    acknowledged.addAll(PostgresqlProcessesTest.readLines(said, 200));
                    cluster.crash();
                    assertThatSavingFails(store);
                    said.lines().filter(PostgresqlServerTest::isWhole).forEach(acknowledged::add);
                } finally {
                    PostgresqlProcessesTest.kill(child);
                }
                cluster.begin();
                // The same open store goes on.
                PostgresqlProcessesTest.assertThatEachIsKept(store, acknowledged);
            }
        }
    }

    private static void assertThatSavingFails(Store store) {
        try {
            store.start(StoreFixture.STUDY, StoreFixture.QUESTIONNAIRE, StoreFixture.PLAN);
        } catch (StoreException down) {
            assertThat(down)
                    .hasMessageContaining("PostgreSQL cannot be reached; check that it runs");
            return;
        }
        throw new AssertionError("saved without a database");
    }

    private static boolean isWhole(String line) {
        return line.matches("[0-9a-f]{32} [0-9]+");
    }

    @ParameterizedTest
    @CsvSource({
        "fsync=off, does not wait for its disk",
        "full_page_writes=off, does not wait for its disk",
        "track_commit_timestamp=on, notes when each answer came",
        "log_statement=mod, notes when each answer came"
    })
    void aServerThatPromisesLessIsRefused(String setting, String says) throws IOException {
        cluster.crash();
        cluster.begin(setting);
        try {
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("schema eyebright: the server " + says);
        } finally {
            cluster.crash();
            cluster.begin();
        }
    }

    /// PostgreSQL quotes a row that it refuses ("Failing row contains …"), and messages reach logs.
    @Test
    void whatSomebodyAnsweredIsInNoMessageAndNoStackTrace() {
        try (Store store = open()) {
            store.addVersion(
                    StoreFixture.version(
                            StoreFixture.QUESTIONNAIRE, StoreFixture.PLAN, "a question"));
            RespondentId id =
                    store.start(StoreFixture.STUDY, StoreFixture.QUESTIONNAIRE, StoreFixture.PLAN)
                            .id();
            cluster.sql(
                    url.replaceFirst(".*/([^/?]+).*", "$1"),
                    "ALTER TABLE eyebright.log ADD CHECK (page <> 'refused')");

            assertThatThrownBy(
                            () ->
                                    store.save(
                                            new PageSave(
                                                    id,
                                                    "refused",
                                                    "s1",
                                                    List.of("v"),
                                                    Map.of("v", new Answer.Words("zephyrine")),
                                                    StoreFixture.QUESTIONNAIRE,
                                                    StoreFixture.PLAN,
                                                    "",
                                                    7)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("violates check constraint")
                    .hasStackTraceContaining("PSQLException")
                    .satisfies(
                            refused -> {
                                var said = new StringWriter();
                                refused.printStackTrace(new PrintWriter(said));
                                assertThat(said.toString())
                                        .doesNotContain("zephyrine", id.hex(), "Failing row");
                            });
        }
    }

    @Test
    void whoIsNotLetInIsToldWhatToDo() {
        cluster.sql("postgres", "CREATE ROLE locked LOGIN PASSWORD 'secret'");

        assertThatThrownBy(() -> open(url.replace("user=eyebright", "user=locked")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("PostgreSQL does not let this role in")
                .hasMessageContaining("PGPASSWORD");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> open(cluster.url("nowhere")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is no such database; make it with createdb");
    }
}
