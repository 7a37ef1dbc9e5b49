package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.plan.Expectation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RehearsedVerdictTest {

    @ParameterizedTest(name = "{1} of {0}, seed {2}")
    @CsvSource({"tears, 684, 1", "tears, 12, 2", "volunteering, 60, 1", "students, 60, 1"})
    void everyRuleInNumbersHasItsVerdictAndTheSameAtBothDepths(
            String study, int respondents, long seed) throws IOException {
        StudyFolder folder =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies", study)))
                        .folder();
        Frame frame = folder.respondents().frame(seed, 0, respondents);
        var plan = CompiledPlan.of(folder.plan(), folder.study(), folder.scales());

        List<Finding> full = plan.findings(frame, Depth.FULL);
        List<Finding> verdict = plan.findings(frame, Depth.VERDICT);

        assertThat(verdict).hasSameSizeAs(full);
        for (int i = 0; i < full.size(); i++) {
            Finding finding = full.get(i);
            assertThat(verdict.get(i).verdict()).as(finding.id()).isEqualTo(finding.verdict());
            assertThat(verdict.get(i).why()).as(finding.id()).isEqualTo(finding.why());
            assertThat(finding.verdict().isPresent())
                    .as(finding.id())
                    .isEqualTo(
                            finding.expects()
                                    .filter(rule -> !(rule instanceof Expectation.InWords))
                                    .isPresent());
        }
    }
}
