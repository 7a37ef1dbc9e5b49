package eyebright.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTextTest {

    private static final Path GOLDEN =
            Path.of("src/test/resources/eyebright/rehearsal/two-groups.txt");

    @Test
    void aRehearsalReadsLikeTheAdviceOfAColleague() throws IOException {
        Rehearsal rehearsal =
                TwoGroups.rehearsed(
                        new Settings(
                                List.of("as-published", "nothing"),
                                60,
                                192,
                                3,
                                2_000,
                                Settings.Curve.WITH),
                        2,
                        Optional.empty());

        assertThat(RehearsalText.of(rehearsal) + "\n").isEqualTo(Files.readString(GOLDEN));
    }
}
