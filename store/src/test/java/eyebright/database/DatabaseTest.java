package eyebright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.store.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of its own, with tables of its own.
class DatabaseTest {

    private static final Schema SCHEMA = new Schema("eyebright/database/migration", 2);
    private static final String ADD = "INSERT INTO note (text) VALUES (?)";

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("data").resolve("notes.db");
    }

    private Place place() {
        return new SqliteFile(file());
    }

    private static long notes(Database database) {
        return database.read(link -> link.number("SELECT count(*) FROM note"));
    }

    private static int add(Database database, String text) {
        return database.write(link -> link.update(ADD, text));
    }

    @Test
    void aFileIsMadeWithItsTablesAndFoundAgain() {
        try (Database database = Database.open(place(), SCHEMA)) {
            assertThat(add(database, "one")).isEqualTo(1);
            assertThat(notes(database)).isEqualTo(1);
        }
        try (Database again = Database.open(place(), SCHEMA)) {
            assertThat(add(again, "two")).isEqualTo(1);
        }
        try (Database reader = Database.read(place(), SCHEMA)) {
            assertThat(notes(reader)).isEqualTo(2);
            assertThatThrownBy(() -> add(reader, "three"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("notes.db is open to read");
        }
    }

    @Test
    void olderTablesAreBroughtUpToDateAndNewerOnesLeftAlone() {
        var first = new Schema("eyebright/database/migration", 1);
        try (Database database = Database.open(place(), SCHEMA)) {
            assertThat(
                            database.<Long>write(
                                    link ->
                                            link.number(
                                                    "SELECT count(*) FROM note WHERE author = ''")))
                    .isZero();
        }

        assertThatThrownBy(() -> Database.open(place(), first))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(
                        "was written by a newer Eyebright (tables 2, this one knows 1)");
        assertThatThrownBy(() -> Database.read(place(), first)).isInstanceOf(StoreException.class);
    }

    @Test
    void aFileOfTheVersionBeforeKeepsItsRowsAndIsReadAsItIsMeanwhile() {
        try (Database before = Database.make(place(), SCHEMA, 1)) {
            assertThat(add(before, "from the version before")).isEqualTo(1);
        }

        assertThatThrownBy(() -> Database.read(place(), SCHEMA))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith(
                        "was written by an older Eyebright (tables 1, this one needs 2); run `eyebright serve` on the folder once");
        try (Database reader = Database.readAsItIs(place(), SCHEMA)) {
            assertThat(notes(reader)).isEqualTo(1);
        }

        try (Database now = Database.open(place(), SCHEMA)) {
            assertThat(
                            now.<Long>read(
                                    link ->
                                            link.number(
                                                    "SELECT count(*) FROM note WHERE text = ? AND author = ''",
                                                    "from the version before")))
                    .isEqualTo(1);
            assertThat(add(now, "since")).isEqualTo(1);
        }
    }

    @Test
    void aFileThatIsNotThereIsNotRead() {
        assertThatThrownBy(() -> Database.read(place(), SCHEMA))
                .isInstanceOf(StoreException.class)
                .hasMessage(file() + ": is not there");
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatIsNoDatabaseIsNotTouched() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(
                file(), "a letter to my mother, longer than any head of a database".repeat(20));
        String before = Files.readString(file());

        assertThatThrownBy(() -> Database.open(place(), SCHEMA))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not a database or is broken");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void twoProcessesMakeTheSameFileAndWriteToItSideBySide() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(Child.start(AddNotes.class, file().toString()));
        }
        try (Database ours = Database.open(place(), SCHEMA)) {
            for (int i = 0; i < AddNotes.HOW_MANY; i++) {
                assertThat(add(ours, "ours")).isEqualTo(1);
            }
            for (Process process : processes) {
                assertThat(process.waitFor()).isZero();
            }
            assertThat(notes(ours)).isEqualTo(3 * AddNotes.HOW_MANY);
        }
    }

    @Test
    void whatARefusedJobSaysReachesItsCallerAndTheRestIsWritten() {
        try (Database database = Database.open(place(), SCHEMA)) {
            assertThatThrownBy(
                            () ->
                                    database.write(
                                            _ -> {
                                                throw new Full();
                                            }))
                    .isInstanceOf(Full.class)
                    .hasMessage("full");
            assertThat(add(database, "one")).isEqualTo(1);
        }
    }

    /// An answer so large that there is no memory for it must not be the last that anybody saves.
    @Test
    void whereMemoryRunsOutTheJobIsRefusedInWordsAndTheThreadGoesOn() {
        try (Database database = Database.open(place(), SCHEMA)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(
                                () ->
                                        database.write(
                                                link -> {
                                                    link.update(ADD, "half");
                                                    throw new OutOfMemoryError("Java heap space");
                                                }))
                        .isInstanceOf(StoreException.class)
                        .hasMessageStartingWith(
                                file()
                                        + ": there was not enough memory to write this (Java heap space), and nothing of it is kept; save again");
            }
            assertThat(add(database, "one")).isEqualTo(1);
            assertThat(notes(database)).isEqualTo(1);
        }
    }

    @Test
    void whoeverIsWrittenTogetherWithAJobThatRunsOutOfMemoryIsKeptOnce() throws Exception {
        try (Database database = Database.open(place(), SCHEMA)) {
            Callable<Integer> keeping = () -> add(database, "kept");
            Callable<Integer> failing =
                    () ->
                            database.write(
                                    _ -> {
                                        throw new OutOfMemoryError("Java heap space");
                                    });

            List<Future<Integer>> done =
                    together(database, List.of(keeping, keeping, keeping, failing));

            assertThatThrownBy(done.getLast()::get).hasCauseInstanceOf(StoreException.class);
            for (Future<Integer> each : done.subList(0, 3)) {
                assertThat(each.get()).isEqualTo(1);
            }
            assertThat(notes(database)).isEqualTo(3);
        }
    }

    /// Adds notes, and says of each with how many it was added.
    private record Adding() implements JointJob<String, Integer> {

        @Override
        public List<Outcome<Integer>> run(Link link, List<String> each) throws SQLException {
            var rows = new ArrayList<@Nullable Object[]>();
            var outcomes = new ArrayList<Outcome<Integer>>();
            for (String text : each) {
                if (text.equals("too much")) {
                    outcomes.add(new Outcome.Refused<>(new Full()));
                } else {
                    rows.add(new @Nullable Object[] {text.equals("none") ? null : text});
                    outcomes.add(new Outcome.Done<>(each.size()));
                }
            }
            link.updateEach(ADD, rows);
            return outcomes;
        }
    }

    @Test
    void whoBringsAnEqualJointJobIsServedTogetherAndOneRefusedHarmsNoOther() throws Exception {
        try (Database database = Database.open(place(), SCHEMA)) {
            List<Future<Integer>> done =
                    together(
                            database,
                            List.of(
                                    () -> database.write(new Adding(), "one"),
                                    () -> database.write(new Adding(), "two"),
                                    () -> add(database, "on its own"),
                                    () -> database.write(new Adding(), "too much")));

            assertThat(done.get(0).get()).isEqualTo(3);
            assertThat(done.get(1).get()).isEqualTo(3);
            assertThat(done.get(2).get()).isEqualTo(1);
            assertThatThrownBy(done.get(3)::get).hasCauseInstanceOf(Full.class);
            assertThat(notes(database)).isEqualTo(3);
            assertThat(database.write(new Adding(), "alone")).isEqualTo(1);
        }
    }

    @Test
    void whereAJointJobFailsItIsDoneForEachAlone() throws Exception {
        try (Database database = Database.open(place(), SCHEMA)) {
            List<Future<Integer>> done =
                    together(
                            database,
                            List.of(
                                    () -> database.write(new Adding(), "one"),
                                    () -> database.write(new Adding(), "none"),
                                    () -> database.write(new Adding(), "two")));

            assertThat(done.get(0).get()).isEqualTo(1);
            assertThatThrownBy(done.get(1)::get)
                    .hasCauseInstanceOf(StoreException.class)
                    .hasMessageContaining("NOT NULL constraint failed");
            assertThat(done.get(2).get()).isEqualTo(1);
            assertThat(notes(database)).isEqualTo(2);
        }
    }

    /// Has all of them wait for the thread that writes at once.
    private static <T> List<Future<T>> together(Database database, List<Callable<T>> tasks)
            throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> holding =
                    threads.submit(
                            () ->
                                    database.write(
                                            _ -> {
                                                begun.countDown();
                                                while (go.getCount() > 0) {
                                                    Thread.onSpinWait();
                                                }
                                                return true;
                                            }));
            begun.await();
            var waiting = new ArrayList<Future<T>>();
            for (Callable<T> task : tasks) {
                waiting.add(threads.submit(task));
            }
            while (database.waiting() < tasks.size()) {
                Thread.onSpinWait();
            }
            go.countDown();
            assertThat(holding.get()).isTrue();
            return waiting;
        }
    }

    private static final class Full extends RefusedException {
        private static final long serialVersionUID = 1;

        Full() {
            super("full");
        }
    }

    /// Adds notes to a file, each in a transaction of its own.
    static final class AddNotes {

        static final int HOW_MANY = 50;

        private AddNotes() {}

        // Arguments: file.
        public static void main(String[] arguments) {
            try (Database database = Database.open(new SqliteFile(Path.of(arguments[0])), SCHEMA)) {
                for (int i = 0; i < HOW_MANY; i++) {
                    add(database, "theirs");
                }
            }
        }
    }
}
