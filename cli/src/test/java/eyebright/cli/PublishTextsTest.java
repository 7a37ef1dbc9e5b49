package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An article that goes out with the libraries of the command, which hold a part of what the tests of `publish` have.
class PublishTextsTest {

    private static final String ARTICLE =
            """
            ---
            title: Do people wave?
            ---

            ## Abstract

            {{most-wave.answer}} It is {{most-wave.estimate.apa}}.

            ## Results

            1. First [there](https://example.org).

            {{most-wave.finding}}
            """;

    @Test
    void anArticleBecomesADocumentWithItsPictureAndItsTable(@TempDir Path folder)
            throws IOException {
        Path study = Files.createDirectory(folder.resolve("hello"));
        for (String file : List.of("study.yaml", "questions.yaml", "plan.yaml")) {
            Files.copy(Path.of("../studies/hello").resolve(file), study.resolve(file));
        }
        Files.writeString(study.resolve("article.md"), ARTICLE);
        String table = folder.resolve("hello.csv").toString();
        assertThat(
                        Ran.of(
                                        "simulate",
                                        study.toString(),
                                        "--respondents",
                                        "120",
                                        "--seed",
                                        "1",
                                        "--out",
                                        table)
                                .exit())
                .isEqualTo(0);
        Path out = folder.resolve("out");

        Ran ran =
                Ran.of(
                        "publish",
                        study.toString(),
                        "--data",
                        table,
                        "--day",
                        "2026-11-22",
                        "--out",
                        out.toString());

        assertThat(ran.exit()).as(ran.err()).isEqualTo(0);
        assertThat(ran.out()).contains("  article.docx ", "  article.html ", "  article.pdf ");
        try (InputStream file = Files.newInputStream(out.resolve("article.docx"));
                var document = new XWPFDocument(file)) {
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("Do people wave?", "Figure 1", "Table 1")
                    .anyMatch(line -> line.startsWith("most-wave: "));
            assertThat(document.getAllPictures()).hasSize(1);
            assertThat(document.getTables()).hasSize(1);
        }
    }
}
