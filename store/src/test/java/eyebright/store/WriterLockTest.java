package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {

    @TempDir Path folder;

    @Test
    void aSecondProcessIsRefusedAndToldThePidOfTheFirst() throws Exception {
        Process first = Child.start(Child.HoldFolder.class, folder.toString());
        try {
            assertThat(first.inputReader().readLine()).isEqualTo("holds 0");

            assertThatThrownBy(() -> Store.open(folder, InstantSource.system()))
                    .isInstanceOfSatisfying(
                            StoreLockedException.class,
                            locked -> {
                                assertThat(locked.folder()).isEqualTo(folder);
                                assertThat(locked.pid()).isEqualTo(Long.toString(first.pid()));
                            })
                    .hasMessage(
                            "%s: process %d writes to this folder already; stop that process, or give another folder with --data"
                                    .formatted(folder, first.pid()));
            try (Store reader = Store.read(folder)) {
                assertThat(reader.counts("tears")).isEqualTo(new Counts(0, 0));
            }
        } finally {
            first.destroyForcibly().waitFor();
        }
        Store.open(folder, InstantSource.system()).close();
        assertThat(folder.resolve("writer.lock")).isRegularFile();
    }

    @Test
    void aSecondStoreOfThisProcessIsRefusedAndTheLockStays() throws Exception {
        try (Store store = Store.open(folder, InstantSource.system())) {
            assertThatThrownBy(() -> Store.open(folder, InstantSource.system()))
                    .isInstanceOf(StoreLockedException.class)
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));

            Process other = Child.start(Child.HoldFolder.class, folder.toString());
            assertThat(other.inputReader().readLine())
                    .isEqualTo("locked by " + ProcessHandle.current().pid());
            assertThat(other.waitFor()).isZero();
            assertThat(store.counts("tears").started()).isZero();
        }
    }

    @Test
    void anotherNameOfTheFolderIsTheSameFolder() throws Exception {
        Path link = folder.resolveSibling(folder.getFileName() + "-link");
        Files.createSymbolicLink(link, folder);
        try (Store store = Store.open(folder, InstantSource.system())) {
            assertThatThrownBy(() -> Store.open(link, InstantSource.system()))
                    .isInstanceOf(StoreLockedException.class);
            assertThat(store.counts("tears").started()).isZero();
        } finally {
            Files.delete(link);
        }
    }
}
