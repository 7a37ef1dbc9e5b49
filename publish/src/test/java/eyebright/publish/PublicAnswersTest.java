package eyebright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.TableReader;
import eyebright.source.Problems;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublicAnswersTest {

    private static PublicAnswers of(String table) throws IOException {
        StudyFolder hello =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies/hello")))
                        .folder();
        Frame frame =
                TableReader.read("t.csv", new StringReader(table), hello.study(), new Problems());
        return PublicAnswers.of(hello.study(), hello.publicData(), frame);
    }

    @Test
    void nothingOfRealPeopleGoesOutWhereTheStudyDoesNotSayWhatMay() throws IOException {
        assertThat(of("respondent,greeting\na,wave\n"))
                .isInstanceOfSatisfying(
                        PublicAnswers.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .startsWith(
                                                "these are answers of real people, and study.yaml does not"));
    }

    @Test
    void whomNobodyCanRecogniseGoesOutWhole() throws IOException {
        assertThat(of("respondent,rehearsed,greeting\na,as-published:1,wave\n"))
                .isInstanceOfSatisfying(
                        PublicAnswers.Allowed.class,
                        allowed -> {
                            assertThat(allowed.dataset().frame().size()).isEqualTo(1);
                            assertThat(allowed.report()).isEmpty();
                        });
    }
}
