package eyebright.server.figures;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final Room OF_SERVE = new Room(256L << 20);

    private static Study tears;

    @BeforeAll
    static void read() throws IOException {
        tears =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("..", "studies", "tears")))
                        .folder()
                        .study();
    }

    @Test
    void aServerHasRoomForTenThousandAsItIsStarted() {
        assertThat(OF_SERVE.isFor(tears, 10_000)).isTrue();
    }

    @Test
    void whatDoesNotFitIsSaidWithWhatToDo() {
        assertThat(OF_SERVE.isFor(tears, 1_000_000)).isFalse();
        assertThat(OF_SERVE.lacking(tears, 1_000_000))
                .isEqualTo(
                        "there is no new snapshot of tears: its 1,000,000 respondents need more memory than the 256 MB"
                                + " that this server may take. All answers are kept, and public pages stay as they are."
                                + " To go on, start it with EYEBRIGHT_JAVA_OPTS=-Xmx7168m in its environment");
    }

    @Test
    void theMemoryThatItAsksForIsEnough() {
        String said = OF_SERVE.lacking(tears, 300_000);
        long megabytes = Long.parseLong(said.replaceAll(".*-Xmx(\\d+)m.*", "$1"));

        assertThat(new Room(megabytes << 20).isFor(tears, 300_000)).isTrue();
    }
}
