package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `backup` and `restore` as an operator types them.
class BackupCommandTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir private Path folder;
    private String data;
    private String backup;

    @BeforeEach
    void write() {
        data = folder.resolve("data").toString();
        backup = folder.resolve("monday.eyebright").toString();
        Store.open(folder.resolve("data"), CLOCK).close();
    }

    @Test
    void aBackupPrintsItsHashAndComesBackWithItsKeys() throws IOException {
        Files.createDirectories(folder.resolve("safe"));
        String keys = folder.resolve("safe").resolve("keys").toString();

        Ran made = Ran.of("backup", backup, "--keys", keys, "--data", data);

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).matches("[0-9a-f]{64}  \\Q" + backup + "\\E\\R");
        assertThat(made.err())
                .contains("0 respondents, 0 saves, 0 comments, 0 accounts, 0 published versions")
                .contains("Keep them where no backup is.");

        String again = folder.resolve("again").toString();
        Ran restored =
                Ran.of(
                        "restore",
                        backup,
                        "--data",
                        again,
                        "--keys",
                        keys,
                        "--sha256",
                        made.out().substring(0, 64));
        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(restored.out()).isEmpty();
        assertThat(restored.err()).startsWith(again + ": restored from a backup of 20");
        Store.open(Path.of(again), CLOCK).close();
    }

    @Test
    void whatIsThereIsReplacedOnlyWhereThatIsSaid() {
        assertThat(Ran.of("backup", backup, "--data", data).exit()).isZero();

        Ran refused = Ran.of("restore", backup, "--data", data);
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .isEqualTo(
                        "eyebright: %s: is there already; restore into another folder with --data, or replace it with --replace%n"
                                .formatted(Path.of(data, "eyebright.db")));

        Ran replaced = Ran.of("restore", backup, "--data", data, "--replace");
        assertThat(replaced.exit()).as(replaced.err()).isZero();
    }

    @Test
    void aFolderWithoutKeysSaysWhatIsMissing() {
        Ran.of("backup", backup, "--data", data);

        Ran restored = Ran.of("restore", backup, "--data", folder.resolve("again").toString());

        assertThat(restored.exit()).isZero();
        assertThat(restored.err()).contains("There are no keys. `serve` starts once they are in");
    }

    @Test
    void keysAndTheListOfTheWithdrawnAreWrittenAlone() {
        Path keys = folder.resolve("keys");
        Path list = folder.resolve("list");

        Ran both =
                Ran.of(
                        "backup",
                        "--keys",
                        keys.toString(),
                        "--withdrawn",
                        list.toString(),
                        "--data",
                        data);
        Ran quiet = Ran.of("backup", "--withdrawn", list.toString(), "--data", data, "--quiet");

        assertThat(both.exit()).as(both.err()).isZero();
        assertThat(both.out()).isEmpty();
        assertThat(both.err()).contains(list + ": 0 withdrawn or deleted");
        assertThat(quiet).isEqualTo(new Ran(0, "", ""));
        assertThat(keys).isNotEmptyFile();
        assertThat(list).isEmptyFile();
    }

    @Test
    void keysDoNotLieBesideTheBackup() {
        Ran refused =
                Ran.of(
                        "backup",
                        backup,
                        "--keys",
                        folder.resolve("keys").toString(),
                        "--data",
                        data);

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("the keys must not lie beside the backup");
        assertThat(Path.of(backup)).doesNotExist();
    }

    @Test
    void withoutAFileNothingIsDone() {
        assertThat(Ran.of("backup", "--data", data).exit()).isEqualTo(2);
        assertThat(Ran.of("restore", "--data", data).exit()).isEqualTo(2);
        Ran nowhere = Ran.of("backup", backup, "--data", folder.resolve("nowhere").toString());
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("there is no data folder");
    }

    /// Nobody listens there, so nothing can be restored into it.
    @Test
    void aRestoreThatIsRefusedLeavesNoNameOfADatabaseBehind() {
        assertThat(Ran.of("backup", backup, "--data", data).exit()).isZero();
        Path again = folder.resolve("again");

        Ran refused =
                Ran.of(
                        "restore",
                        backup,
                        "--data",
                        again.toString(),
                        "--database",
                        "jdbc:postgresql://127.0.0.1:1/eyebright");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("PostgreSQL cannot be reached");
        assertThat(again).doesNotExist();
        assertThat(Ran.of("restore", backup, "--data", again.toString()).exit()).isZero();
    }
}
