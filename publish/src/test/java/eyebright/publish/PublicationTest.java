package eyebright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Finding;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import eyebright.publish.data.About;
import eyebright.publish.data.Release;
import eyebright.study.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The tears study as it declares what may be published, with 200 rehearsed respondents.
class PublicationTest {

    private static StudyFolder tears;
    private static Frame frame;
    private static Release release;

    @BeforeAll
    static void publish() throws IOException {
        tears =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies/tears")))
                        .folder();
        frame = tears.respondents().frame(1, 0, 200);
        release = released();
    }

    private static Release released() {
        var allowed =
                (PublicAnswers.Allowed) PublicAnswers.of(tears.study(), tears.publicData(), frame);
        return new Publication(tears.study(), tears.scales(), tears.plan(), tears.standing())
                .release(
                        frame,
                        allowed,
                        new About(
                                "1.0.0",
                                LocalDate.of(2026, 1, 2),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
    }

    private static Finding of(List<Finding> findings, String id) {
        return findings.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void textsAndWhatTheStudyWithholdsHaveNoColumn() {
        assertThat(release.dataset().variables())
                .extracting(Variable::name)
                .contains("age", "country", "cried_ever")
                .doesNotContain("setting", "experience_months", "anything");
        assertThat(release.dataset().frame().columns()).doesNotContainKey("anything");
    }

    @Test
    void bothTheStudysNumbersAndThoseOfTheRowsAreThere() {
        Finding own = of(release.own().findings(), "ever");
        Finding here = of(release.findings().findings(), "ever");

        // Nobody is found by it, and so nothing of it is withheld.
        assertThat(here.estimates()).isEqualTo(own.estimates());
        assertThat(of(release.findings().findings(), "experience").n())
                .isLessThan(of(release.own().findings(), "experience").n());
    }

    @Test
    void whatWasTakenOutIsSaid() {
        assertThat(release.removed().orElseThrow())
                .contains("Free text was left out: anything.")
                .contains("is now shared by 5 or more (k-anonymity, k = 5)");
        assertThat(release.dataset().frame().column("country").status(0))
                .isIn(Status.ANSWERED, Status.WITHHELD, Status.SKIPPED);
    }

    @Test
    void theSameAnswersOfRehearsedRespondentsGoOutTheSame() {
        assertThat(released().dataset().frame()).isEqualTo(release.dataset().frame());
    }
}
