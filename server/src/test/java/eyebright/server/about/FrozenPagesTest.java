package eyebright.server.about;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.freeze.FreezeFiles;
import eyebright.freeze.Freezing;
import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What readers are told of a frozen plan, over the life of a study.
class FrozenPagesTest {

    @TempDir private Path folder;

    @Test
    void aFrozenPlanAndWhatHasChangedSinceAreSaid() throws IOException, InterruptedException {
        Path study = Gardens.edited(folder, "plan.yaml", "above: 50%", "above: 55%");
        Path data = folder.resolve("data");
        freeze(study);
        try (RunningSite site = Gardens.collecting(data, study)) {
            Walk reader = Walk.at(site, "/garden/findings");
            assertThat(reader.text())
                    .contains("No findings yet · frozen 2026-11-22")
                    .contains("The plan was frozen on 2026-11-22</summary>")
                    .contains("The date is the researchers' own; no time stamp confirms it.")
                    .contains("Nobody has answered yet.")
                    .contains("planned")
                    .doesNotContain("not frozen");
            assertThat(reader.open("/garden/findings/calm").text())
                    .contains(
                            "The claim and everything it reads stand as they were frozen on 2026-11-22.");
            for (int respondent = 1; respondent <= 10; respondent++) {
                Gardens.toReview(Gardens.eligible(site)).press("go", "send");
            }
            assertThat(shows(reader, "The plan was frozen before the first answer.")).isTrue();
        }
        Files.writeString(
                study.resolve("plan.yaml"),
                Files.readString(study.resolve("plan.yaml")).replace("above: 55%", "above: 60%"));
        try (RunningSite site = Gardens.collecting(data, study)) {
            Walk reader = Walk.at(site, "/garden/findings");
            assertThat(reader.text())
                    .contains("frozen 2026-11-22; 1 change since")
                    .contains("The plan was frozen on 2026-11-22, with 1 change since</summary>")
                    .contains("<li>The bound of calm was 55% and is now 60%.</li>")
                    .contains("exploratory");
            assertThat(reader.open("/garden/findings/calm").text())
                    .contains("Changed since the plan was frozen on 2026-11-22.")
                    .contains("The bound of calm was 55% and is now 60%.");
        }
    }

    @Test
    void theQuestionnaireOnPaperIsTheFileOfTheTest() throws IOException {
        StudyFolder garden = read(Gardens.FOLDER);

        assertThat(QuestionnairePaper.html(garden.study()))
                .isEqualTo(
                        Files.readString(
                                Path.of(
                                        "src/test/resources/eyebright/server/about/questionnaire.html")));
    }

    private static void freeze(Path study) throws IOException {
        StudyFolder read = read(study);
        Freezing.Outcome outcome =
                Freezing.of(
                        read.frozen(),
                        read.study(),
                        read.plan(),
                        LocalDate.of(2026, 11, 22),
                        0,
                        OptionalInt.empty(),
                        Optional.empty());
        FreezeFiles.append(study, ((Freezing.Outcome.Ready) outcome).freeze());
    }

    private static StudyFolder read(Path folder) throws IOException {
        return ((StudyFolder.Reading.Valid) StudyFolder.read(folder)).folder();
    }

    private static boolean shows(Walk reader, String text) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            if (reader.open("/garden/findings").text().contains(text)) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }
}
