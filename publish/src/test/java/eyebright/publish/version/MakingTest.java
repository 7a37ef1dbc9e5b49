package eyebright.publish.version;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Findings;
import eyebright.analysis.PublicFindings;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.publish.PublicAnswers;
import eyebright.publish.Publication;
import eyebright.publish.data.About;
import eyebright.publish.data.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MakingTest {

    private static StudyFolder tears;
    private static Release release;

    @BeforeAll
    static void read() throws IOException {
        tears =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies/tears")))
                        .folder();
        Frame frame = tears.respondents().frame(1, 0, 60);
        release =
                new Publication(tears.study(), tears.scales(), tears.plan(), tears.standing())
                        .release(
                                frame,
                                (PublicAnswers.Allowed)
                                        PublicAnswers.of(tears.study(), tears.publicData(), frame),
                                new About(
                                        "1.0.0",
                                        LocalDate.of(2026, 1, 2),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty()));
    }

    private static Version of(Findings told, Optional<Version> before) {
        return Making.of(
                told,
                release,
                Optional.of(new Making.Article("Tears", "A text.")),
                Edition.number(before),
                before);
    }

    @Test
    void aVersionHoldsEveryFigureAsATextPrintsIt() {
        Version version = of(release.own(), Optional.empty());

        assertThat(version.number()).isEqualTo(1);
        assertThat(version.changed()).containsExactly("The first version.");
        assertThat(version.data().isRehearsed()).isTrue();
        assertThat(version.data().respondents()).isEqualTo(release.own().data().respondents());
        assertThat(version.data().removed()).isPresent();
        Version.Figure ever =
                version.findings().stream()
                        .filter(each -> each.id().equals("ever"))
                        .findFirst()
                        .orElseThrow()
                        .figures()
                        .getFirst();
        assertThat(ever.name()).isEqualTo("estimate");
        assertThat(ever.printed()).endsWith("\u00a0%");
        assertThat(ever.value()).isBetween(0.5, 0.9);
        assertThat(VersionJson.read(VersionJson.write(version)))
                .isEqualTo(new VersionJson.Reading.Read(version));
    }

    @Test
    void whatIsWithheldHasNoFigure() {
        Version version = of(PublicFindings.of(release.own()), Optional.empty());

        assertThat(version.findings()).isNotEmpty().allMatch(each -> each.figures().isEmpty());
        assertThat(version.data().hash()).isEmpty();
    }

    @Test
    void theNextVersionCountsOnAndSaysWhatChanged() {
        Version first = of(release.own(), Optional.empty());

        Version second = of(release.own(), Optional.of(first));

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.changed()).containsExactly("Nothing changed.");
    }
}
