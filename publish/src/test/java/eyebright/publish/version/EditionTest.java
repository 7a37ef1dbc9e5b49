package eyebright.publish.version;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.manuscript.Author;
import eyebright.publish.Gathered;
import eyebright.publish.PublicAnswers;
import eyebright.publish.Waving;
import eyebright.publish.cite.Home;
import eyebright.publish.data.About;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionTest {

    @TempDir private Path folder;

    private static Edition of(int respondents, Optional<Version> before) {
        StudyFolder study = Waving.study(Map.of());
        Frame frame = study.respondents().frame(1, 0, respondents);
        int number = Edition.number(before);
        return Edition.of(
                study,
                new Gathered(
                        frame,
                        (PublicAnswers.Allowed)
                                PublicAnswers.of(study.study(), study.publicData(), frame),
                        Optional.empty()),
                new About(
                        Edition.release(number),
                        LocalDate.of(2026, 11, 22),
                        List.of(Author.of("Rosa Rose")),
                        Optional.empty(),
                        Optional.empty()),
                new Home(Optional.of(URI.create("https://waves.example.org"))),
                number,
                before);
    }

    @Test
    void aStudyWithoutAnArticleHasVersionsToo() throws IOException {
        Edition edition = of(60, Optional.empty());
        edition.write(folder);

        assertThat(KeptVersions.read(folder))
                .isInstanceOfSatisfying(
                        VersionJson.Reading.Read.class,
                        read -> {
                            assertThat(read.version().title()).isEqualTo("Waving");
                            assertThat(read.version().text()).isEmpty();
                            assertThat(read.version().data().files())
                                    .extracting("path")
                                    .contains("README.txt", "data/study-waving_data.csv");
                        });
        assertThat(Files.readString(folder.resolve("cite/article.bib")))
                .contains(
                        "author = {Rose, Rosa}",
                        "url = {https://waves.example.org/waving/article/1}");
    }

    @Test
    void theNextVersionTellsWhatChanged() {
        Version first = of(60, Optional.empty()).version();
        Version second = of(80, Optional.of(first)).version();

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.changed()).contains("20 more respondents: 80 now, 60 before.");
    }

    @Test
    void ownNumbersGoOutOnlyAsFarAsPublicPagesShowThem() throws IOException {
        of(30, Optional.empty()).write(folder);

        assertThat(Files.readAllLines(folder.resolve("data-package/numbers.csv")))
                .containsExactly("finding,name,study,low,high,n,here,here_low,here_high,here_n");
    }
}
