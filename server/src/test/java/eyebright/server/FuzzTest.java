package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thousand requests that are almost right; `scripts/fuzz.sh` sends a hundred thousand.
class FuzzTest {

    private static final int REQUESTS = 1_000;
    private static final long SEED = 2;

    @TempDir private Path folder;

    @Test
    void nothingThatIsAlmostRightBreaksThePages() throws IOException {
        var outcome = Fuzz.run(folder, REQUESTS, SEED);

        assertThat(outcome.faults()).isEmpty();
        // What is sent must reach the pages, else nothing was tried.
        assertThat(outcome.statuses()).containsKeys(200, 303, 400, 403, 404, 405, 413, 422);
    }
}
