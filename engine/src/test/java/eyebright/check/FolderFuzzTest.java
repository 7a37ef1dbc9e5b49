package eyebright.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few folders and tables with something changed in them; `scripts/fuzz.sh folders` and `scripts/fuzz.sh tables` read
/// thousands.
class FolderFuzzTest {

    private static final Path STUDIES = Path.of("..", "studies");
    private static final List<Path> QUICK =
            List.of(STUDIES.resolve("hello"), STUDIES.resolve("students"));
    private static final long SEED = 1;

    @TempDir private Path work;

    @Test
    void aFolderWithSomethingChangedIsAStudyOrHasProblems() throws IOException {
        var outcome = FolderFuzz.folders(QUICK, work, 150, SEED);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.read()).as("studies all the same").isBetween(1, 149);
    }

    @Test
    void aTableWithSomethingChangedIsReadOrHasProblems() throws IOException {
        var outcome = FolderFuzz.tables(QUICK, work, 300, SEED);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.read()).as("read all the same").isBetween(1, 299);
    }
}
