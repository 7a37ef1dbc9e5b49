package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.score.Scales;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedTest {

    private static StudyFolder read(String study) throws IOException {
        return ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies", study)))
                .folder();
    }

    private static List<CompiledClaim> all(CompiledPlan plan) {
        return plan.claims().stream()
                .flatMap(
                        claim ->
                                Stream.concat(
                                        Stream.of(claim),
                                        claim.beside().stream()
                                                .map(CompiledClaim.Beside::compiled)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tears", "students", "hello"})
    void eachAnalysisFindsAllThatItReads(String study) throws IOException {
        StudyFolder folder = read(study);
        Frame frame = folder.respondents().frame(1, 1, 60);
        Frame whole = Findings.prepared(folder.scales(), folder.plan(), frame);

        for (CompiledClaim claim :
                all(CompiledPlan.of(folder.plan(), folder.study(), folder.scales()))) {
            Frame alone = Prepared.of(folder.plan(), Stream.of(claim)).frame(frame);

            assertThat(claim.summarise(alone)).isEqualTo(claim.summarise(whole));
        }
    }

    @Test
    void whatNoClaimReadsIsNotMade() throws IOException {
        StudyFolder folder = read("tears");
        var plan = CompiledPlan.of(folder.plan(), folder.study(), folder.scales());
        CompiledClaim experience =
                all(plan).stream()
                        .filter(claim -> claim.claim().id().equals("experience"))
                        .findFirst()
                        .orElseThrow();
        Frame frame = folder.respondents().frame(1, 1, 20);

        Set<String> made =
                Prepared.of(folder.plan(), Stream.of(experience)).frame(frame).columns().keySet();

        assertThat(made).contains("years").doesNotContain("tears", "openness", Scales.FLAGS);
    }
}
