package eyebright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.manuscript.Author;
import eyebright.method.Traffic;
import eyebright.publish.data.About;
import eyebright.publish.data.FileFacts;
import eyebright.publish.data.Licence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A small study with an article and a review, rehearsed.
class PublishedFolderTest {

    private static final String ARTICLE =
            """
            ---
            title: "Do people wave?"
            summary: Whether people wave.
            authors: [{name: Rosa Rose}]
            licence: CC BY 4.0
            ---

            ## Results

            Do most people wave? {{wave.answer}} So says @rose2013.

            {{wave.finding}}

            {{wave.picture}}

            {{wave.table}}

            ## References

            {{references}}
            """;

    @TempDir private static Path folder;
    private static StudyFolder study;
    private static Path out;
    private static List<FileFacts> files;

    @BeforeAll
    static void publish() throws IOException {
        study = study(ARTICLE);
        out = Files.createDirectory(folder.resolve("one"));
        files = write(out);
    }

    private static StudyFolder study(String article) {
        return Waving.study(
                Map.of(
                        "study.yaml",
                        Waving.STUDY + "opens: 2026-01-01\ncloses: 2026-03-31\n",
                        "references.bib",
                        "@article{rose2013, author = {Rose, Rosa}, title = {Of waves}, year = {2013}}\n",
                        "article.md",
                        article,
                        "review.md",
                        "---\ntitle: What was known\n---\n\nNothing.\n"));
    }

    private static List<FileFacts> write(Path into) throws IOException {
        Frame frame = study.respondents().frame(1, 0, 60);
        var allowed =
                (PublicAnswers.Allowed) PublicAnswers.of(study.study(), study.publicData(), frame);
        var about =
                new About(
                        "1.0.0",
                        LocalDate.of(2026, 11, 22),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        return new PublishedFolder(
                        study,
                        new Publication(
                                        study.study(),
                                        study.scales(),
                                        study.plan(),
                                        study.standing())
                                .release(
                                        frame,
                                        allowed,
                                        about.orElse(
                                                study.manuscripts()
                                                        .article()
                                                        .orElseThrow()
                                                        .front())),
                        Optional.of(new Traffic(Optional.empty(), 60, 58)),
                        1)
                .write(into);
    }

    @Test
    void everythingIsThereAndTold() {
        assertThat(files.stream().map(FileFacts::path))
                .startsWith(
                        "article.html",
                        "article.pdf",
                        "article.docx",
                        "review.html",
                        "review.pdf",
                        "review.docx",
                        "reporting.html",
                        "reporting.pdf",
                        "reporting.docx",
                        "pictures/wave.svg",
                        "pictures/wave.png")
                .contains("data-package/README.txt", "data-package/analysis.R");
        assertThat(files)
                .allSatisfy(
                        file ->
                                assertThat(out.resolve(file.path()))
                                        .isRegularFile()
                                        .hasSize(file.bytes()));
    }

    @Test
    void theArticleIsFilledOnEveryPaper() throws IOException {
        String html = Files.readString(out.resolve("article.html"));

        assertThat(html)
                .contains(
                        "rehearsed: made-up answers",
                        "Article, version 1 of 22 November 2026",
                        "Rose (2013)",
                        "href=\"#from.wave\"",
                        "id=\"from.wave\"",
                        "the share for whom waves == &quot;yes&quot;",
                        "Table A1.")
                .doesNotContain("{{", "[not known yet]");
        try (var pdf = Loader.loadPDF(out.resolve("article.pdf").toFile())) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Do people wave?");
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Rosa Rose");
        }
        try (InputStream file = Files.newInputStream(out.resolve("article.docx"));
                var word = new XWPFDocument(file)) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("Rosa Rose", "Figure 2", "Table 2", "wave: Most people wave.")
                    .noneMatch(line -> line.contains("[not known yet]"));
            assertThat(word.getAllPictures()).hasSize(1);
        }
    }

    @Test
    void thePackageOfDataNamesTheAuthorsOfTheArticle() throws IOException {
        assertThat(Files.readString(out.resolve("data-package/README.txt"))).contains("Rosa Rose");
        assertThat(Files.readString(out.resolve("data-package/LICENSE.txt")))
                .startsWith("Creative Commons Attribution 4.0");
    }

    @Test
    void whatIsSaidOfADataPackageComesBeforeWhatTheArticleSays() {
        var said =
                new About(
                        "2.0",
                        LocalDate.of(2026, 11, 22),
                        List.of(Author.of("Thorn")),
                        Optional.of("Waves."),
                        Optional.of(Licence.CC0));

        assertThat(said.orElse(study.manuscripts().article().orElseThrow().front()))
                .isEqualTo(said);
    }

    @Test
    void licencesAreKnownByTheNamesAuthorsUse() {
        assertThat(Licence.called("CC BY 4.0")).contains(Licence.CC_BY);
        assertThat(Licence.called("cc0")).contains(Licence.CC0);
        assertThat(Licence.called("CC BY-NC 4.0")).isEmpty();
    }

    @Test
    void equalAnswersGiveEqualBytes() throws IOException {
        Path again = Files.createDirectory(folder.resolve("two"));

        assertThat(write(again)).isEqualTo(files);
    }
}
