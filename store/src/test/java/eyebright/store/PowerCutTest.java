package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a power cut leaves, imitated: a process that saves is held in the middle, its files are copied, and the copy is
/// opened. What was not synced is then torn off the end of the write-ahead log, or garbled.
class PowerCutTest {

    private static final int COPIES = 5;
    private static final int PAGES = 20;

    @TempDir private Path folder;
    private Process saving;
    private final List<String> acknowledged = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/bin/kill"))
                        || Files.isExecutable(Path.of("/usr/bin/kill")),
                "there is no kill here, which holds a process and lets it go on");
        saving = Child.start(Child.SavePages.class, folder.resolve("data").toString());
    }

    @AfterEach
    void end() {
        saving.destroyForcibly();
    }

    @Test
    void everySaveAcknowledgedBeforeIsInTheCopyAndWhatWasTornOffIsGoneWhole() throws Exception {
        var random = new SplittableRandom(7);
        BufferedReader said = saving.inputReader();
        for (int i = 0; i < COPIES; i++) {
            read(said, random.nextInt(50, 600));
            Set<String> before = new HashSet<>(acknowledged);
            Path copy = copyHeld("copy-" + i);
            Path torn = copy(copy, folder.resolve("torn-" + i));
            Path garbled = copy(copy, folder.resolve("garbled-" + i));

            assertThat(saved(copy)).as("copy %d", i).containsAll(before);

            int whole = saved(copy).size();
            int cut = random.nextInt(1, 60_000);
            tearOff(torn.resolve("eyebright.db-wal"), cut);
            assertThat(saved(torn))
                    .as("torn %d, by %d bytes", i, cut)
                    .hasSizeLessThanOrEqualTo(whole);
            garble(garbled.resolve("eyebright.db-wal"), cut, random);
            assertThat(saved(garbled))
                    .as("garbled %d, %d bytes", i, cut)
                    .hasSizeLessThanOrEqualTo(whole);
        }
    }

    private void read(BufferedReader said, int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            String line = said.readLine();
            assertThat(line).isNotNull();
            acknowledged.add(line);
        }
    }

    private Path copyHeld(String name) throws Exception {
        signal("STOP");
        try {
            return copy(folder.resolve("data"), folder.resolve(name));
        } finally {
            signal("CONT");
        }
    }

    private void signal(String name) throws Exception {
        assertThat(
                        new ProcessBuilder("kill", "-" + name, Long.toString(saving.pid()))
                                .start()
                                .waitFor())
                .isZero();
    }

    /// The database and its log, not the index beside it: that lives in memory.
    private static Path copy(Path data, Path place) throws IOException {
        Files.createDirectories(place.resolve("keys"));
        for (String name : List.of("eyebright.db", "eyebright.db-wal", "keys/eyebright.keys")) {
            Files.copy(data.resolve(name), place.resolve(name));
        }
        return place;
    }

    private static void tearOff(Path log, int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(Math.max(0, channel.size() - bytes));
        }
    }

    private static void garble(Path log, int bytes, SplittableRandom random) throws IOException {
        byte[] whole = Files.readAllBytes(log);
        for (int i = Math.max(0, whole.length - bytes); i < whole.length; i++) {
            whole[i] = (byte) random.nextInt();
        }
        Files.write(log, whole);
    }

    /// What is in a copy, as the child acknowledges it. Also that nobody is there by half: each saved page after page, so that
    /// whoever saved one has saved those before; and that it can be written to.
    private static Set<String> saved(Path data) {
        var saved = new HashSet<String>();
        try (Store store = Store.open(data, InstantSource.system())) {
            for (Respondent each : store.respondents(StoreFixture.STUDY)) {
                Set<String> pages = each.answers().saved();
                for (int page = 0; page < PAGES && pages.contains("page-" + page); page++) {
                    assertThat(each.answers().to("v" + page))
                            .contains(StoreFixture.words("x" + page));
                    saved.add(each.id() + " " + page);
                }
                assertThat(saved.stream().filter(line -> line.startsWith(each.id().hex())))
                        .hasSize(pages.size());
            }
            store.addVersion(StoreFixture.version("q2", "p2", "y"));
        }
        return saved;
    }
}
