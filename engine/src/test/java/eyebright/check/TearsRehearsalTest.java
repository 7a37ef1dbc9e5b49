package eyebright.check;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.population.Scenario;
import eyebright.rehearsal.Advice;
import eyebright.rehearsal.Rehearsal;
import eyebright.rehearsal.ScenarioRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The rehearsal that the tears study ships.
class TearsRehearsalTest {

    private static final String ANEW = "make it anew with: scripts/rehearsal.sh";

    private static StudyFolder folder;
    private static Rehearsal rehearsal;

    @BeforeAll
    static void read() throws IOException {
        folder =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("..", "studies", "tears")))
                        .folder();
        assertThat(folder.rehearsal())
                .as("studies/tears/rehearsal.json is not there: " + ANEW)
                .isPresent();
        rehearsal = folder.rehearsal().orElseThrow();
    }

    @Test
    void itIsOfTheStudyAsItIsNow() {
        assertThat(rehearsal.stamp().changed(folder.rehearsable().stamp()))
                .as("what changed since studies/tears/rehearsal.json was made; " + ANEW)
                .isEmpty();
    }

    @Test
    void itHoldsEveryScenarioInFull() {
        assertThat(rehearsal.respondents()).isEqualTo(folder.plan().respondents());
        assertThat(rehearsal.scenarios())
                .as("scenarios; " + ANEW)
                .extracting(ScenarioRun::scenario)
                .isEqualTo(folder.rehearsable().scenarios().stream().map(Scenario::word).toList());
        assertThat(rehearsal.scenarios())
                .allSatisfy(
                        each -> assertThat(each.replicates()).isEqualTo(rehearsal.replications()));
        assertThat(rehearsal.replications()).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void itGivesAdviceThatBeginsWithTheNumberOfRespondents() {
        Advice advice = Advice.of(rehearsal);

        assertThat(advice.steps().getFirst()).matches("(Ask|Keep) [0-9,]+ respondents.*");
        assertThat(advice.gaps()).isEmpty();
    }
}
