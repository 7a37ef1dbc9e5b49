package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eyebright.database.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, and a file system that is read-only: real ones, in a name space of mounts that a child process has to
/// itself.
class FailingDiskTest {

    /// A tmpfs of two megabytes in place of the folder.
    private static final String SMALL_DISK = "mount -t tmpfs -o size=2m none \"$0\"";

    /// The folder as it is, and read-only.
    private static final String READ_ONLY =
            "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\"";

    @TempDir Path folder;

    @Test
    void onAFullDiskNothingAcknowledgedIsLostAndAllGoesOnOnceThereIsRoom() throws Exception {
        List<String> said = under(SMALL_DISK, FillDisk.class);

        assertThat(said).hasSize(4);
        assertThat(said.getFirst())
                .startsWith(
                        folder.resolve("eyebright.db")
                                + ": the disk is full; make room, nothing needs a restart (");
        assertThat(said.get(1)).matches("acknowledged before: [1-9][0-9]*");
        assertThat(said.get(2)).isEqualTo("acknowledged once there is room: 8");
        assertThat(said.get(3)).isEqualTo("lost: 0");
    }

    @Test
    void onAReadOnlyFileSystemItIsSaidAndNothingIsHarmed() throws Exception {
        RespondentId id;
        try (Store store = Store.open(folder, InstantSource.system())) {
            store.addVersion(StoreFixture.version(StoreFixture.QUESTIONNAIRE, "p1", "x"));
            id = store.start(StoreFixture.STUDY, StoreFixture.QUESTIONNAIRE, "p1").id();
            store.save(StoreFixture.answer(id, "s1", "kept"));
        }

        List<String> said = under(READ_ONLY, OpenReadOnly.class);

        assertThat(said)
                .hasSize(1)
                .allSatisfy(
                        message ->
                                assertThat(message)
                                        .startsWith(folder + ": cannot be made or read (")
                                        .contains("Read-only file system")
                                        .endsWith(
                                                "give this process the right to write there, or another folder with --data"));
        try (Store store = Store.open(folder, InstantSource.system())) {
            assertThat(store.respondent(id).orElseThrow().answers().to("a"))
                    .contains(StoreFixture.words("kept"));
        }
    }

    /// Runs a main in a process of its own, after a mount that only it sees.
    private List<String> under(String mount, Class<?> main) throws Exception {
        List<String> unshare = unshare();
        var command = new ArrayList<>(unshare);
        command.addAll(List.of("sh", "-c", mount + " && exec \"$@\"", folder.toString()));
        command.addAll(Child.command(main, folder.toString()));
        Process child =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> said = child.inputReader().readAllLines();
        assertThat(child.waitFor()).as("exit code").isZero();
        return said;
    }

    /// What gives a process mounts of its own here.
    private static List<String> unshare() throws InterruptedException {
        for (List<String> way : List.of(List.of("unshare", "-m"), List.of("unshare", "-r", "-m"))) {
            if (works(way)) {
                return way;
            }
        }
        assumeTrue(
                false,
                "this system lets nobody make a mount of their own (unshare -m, unshare -r -m): no small disk and no read-only file system can be had");
        return List.of();
    }

    private static boolean works(List<String> way) throws InterruptedException {
        var command = new ArrayList<>(way);
        command.addAll(List.of("sh", "-c", "mount -t tmpfs -o size=1m none /mnt"));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /// Saves with eight threads until the disk is full, makes room, saves once more, and looks what is there.
    static final class FillDisk {

        private static final int THREADS = 8;
        private static final int BALLAST = 600_000;

        private FillDisk() {}

        // Arguments: folder.
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Path ballast = Files.write(folder.resolve("ballast"), new byte[BALLAST]);
            var kept = new ConcurrentLinkedQueue<Map.Entry<RespondentId, Integer>>();
            var refused = new ConcurrentLinkedQueue<String>();
            try (Store store = Store.open(folder, InstantSource.system())) {
                store.addVersion(
                        StoreFixture.version(StoreFixture.QUESTIONNAIRE, StoreFixture.PLAN, "x"));
                List<RespondentId> ids = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    ids.add(
                            store.start(
                                            StoreFixture.STUDY,
                                            StoreFixture.QUESTIONNAIRE,
                                            StoreFixture.PLAN)
                                    .id());
                }
                List<Thread> threads = new ArrayList<>();
                for (RespondentId id : ids) {
                    threads.add(
                            Thread.ofPlatform()
                                    .start(() -> saveUntilFull(store, id, kept, refused)));
                }
                for (Thread thread : threads) {
                    thread.join();
                }
                System.out.println(refused.peek());
                System.out.println("acknowledged before: " + kept.size());
                Files.delete(ballast);
                int after = 0;
                for (RespondentId id : ids) {
                    save(store, id, 499);
                    kept.add(Map.entry(id, 499));
                    after++;
                }
                System.out.println("acknowledged once there is room: " + after);
            }
            try (Store store = Store.open(folder, InstantSource.system())) {
                long lost =
                        kept.stream()
                                .filter(
                                        save ->
                                                !store.respondent(save.getKey())
                                                        .orElseThrow()
                                                        .answers()
                                                        .saved()
                                                        .contains("page-" + save.getValue()))
                                .count();
                System.out.println("lost: " + lost);
            }
        }

        private static void saveUntilFull(
                Store store,
                RespondentId id,
                ConcurrentLinkedQueue<Map.Entry<RespondentId, Integer>> kept,
                ConcurrentLinkedQueue<String> refused) {
            for (int number = 0; number < 499; number++) {
                try {
                    save(store, id, number);
                    kept.add(Map.entry(id, number));
                } catch (StoreException full) {
                    refused.add(String.valueOf(full.getMessage()));
                    return;
                }
            }
        }

        private static void save(Store store, RespondentId id, int number) {
            store.save(
                    StoreFixture.page(
                            id,
                            "page-" + number,
                            "s" + number,
                            List.of("a"),
                            Map.of("a", StoreFixture.words("x".repeat(1000)))));
        }
    }

    /// Tries to open the folder to write, and says what it was told.
    static final class OpenReadOnly {

        private OpenReadOnly() {}

        // Arguments: folder.
        public static void main(String[] arguments) {
            try (Store store = Store.open(Path.of(arguments[0]), InstantSource.system())) {
                System.out.println("opened, with keys " + store.keys().fingerprint());
            } catch (StoreException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
