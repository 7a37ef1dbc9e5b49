package eyebright.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Specimen;
import eyebright.source.Problem;
import eyebright.source.Severity;
import eyebright.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The examples of the guide, one after another, are a file that reads.
class FeedbackGuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    @Test
    void theExamplesOfTheGuideTogetherAreFeedbackOfTheTearsStudy() throws IOException {
        String examples =
                EXAMPLE.matcher(Files.readString(Path.of("../docs/guide/feedback.md")))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.joining());
        var files = new LinkedHashMap<>(Specimen.folder("tears").files());
        files.put("feedback.yaml", examples);

        switch (StudyFolder.of(new Sources("tears", files))) {
            case StudyFolder.Reading.Valid(StudyFolder folder, List<Problem> _) -> {
                assertThat(folder.feedback().parts()).hasSize(1);
                assertThat(folder.feedback().predictions())
                        .extracting(each -> each.outcome().getClass().getSimpleName())
                        .containsExactly("Times", "First", "Yes");
                assertThat(folder.feedback().clients()).isPresent();
            }
            case StudyFolder.Reading.Invalid(List<Problem> problems) ->
                    assertThat(problems)
                            .filteredOn(each -> each.rule().severity() == Severity.ERROR)
                            .isEmpty();
        }
    }
}
