package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.study.Answers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process that is killed in the middle of saving has kept every page it acknowledged.
/// `scripts/kill.sh` does the same to a whole server, and far more often.
class KilledStoreTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyAcknowledgedPageIsThereAfterKill(long seed) throws Exception {
        int until = new SplittableRandom(seed).nextInt(1, 2000);
        List<String> acknowledged = acknowledgedBeforeKill(until);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(until);

        try (Store store = Store.open(folder, InstantSource.system())) {
            var kept = new HashMap<RespondentId, Answers>();
            for (String line : acknowledged) {
                String[] parts = line.split(" ", 2);
                assertThat(
                                kept.computeIfAbsent(
                                                new RespondentId(parts[0]),
                                                id -> store.respondent(id).orElseThrow().answers())
                                        .to("v" + parts[1]))
                        .as(line)
                        .contains(StoreContract.words("x" + parts[1]));
            }
        }
    }

    /// Kills the child once it has acknowledged so many pages; also gives what it said until it died.
    private List<String> acknowledgedBeforeKill(int until)
            throws IOException, InterruptedException {
        Process child = Child.start(Child.SavePages.class, folder.toString());
        var lines = new ArrayList<String>();
        try (BufferedReader said = child.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
                if (lines.size() == until) {
                    // Not the process itself, which would close the stream that is still to be
                    // read.
                    child.toHandle().destroyForcibly();
                }
            }
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor()).as("killed").isNotZero();
        // The last line may have been cut off by the kill: a whole one ends in a page and is found
        // anyway.
        if (!lines.getLast().matches("[0-9a-f]{32} [0-9]+")) {
            lines.removeLast();
        }
        return lines;
    }
}
