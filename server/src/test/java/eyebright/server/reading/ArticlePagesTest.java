package eyebright.server.reading;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Walk;
import eyebright.server.page.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticlePagesTest {

    private static final String ARTICLE =
            """
            ---
            title: What gardens do & what "we" know
            summary: A plot, 1 < 2.
            authors: [{name: Anna Author}]
            ---

            ## Results

            {{feelings.answer}} As @author2013 had it. {{study.respondents}} answered.

            {{feelings.finding}}

            Of {{feelings.n}}.

            {{feelings.table}}

            ## References

            {{references}}
            """;

    @TempDir private Path data;

    private Path written() throws IOException {
        Path study = Gardens.edited(data, "plan.yaml", "- claim: feelings", "- claim: feelings");
        Files.writeString(study.resolve("article.md"), ARTICLE);
        Files.writeString(
                study.resolve("references.bib"),
                "@book{author2013, author = {Author, Anna}, title = {Gardens}, year = {2013}}\n");
        return study;
    }

    @Test
    void aStudyWithoutAnArticleHasNoSuchPageAndNoLink() {
        try (RunningSite site = Gardens.collecting(data)) {
            assertThat(Walk.at(site, "/garden/article").status()).isEqualTo(404);
            assertThat(Walk.at(site, "/garden/review").status()).isEqualTo(404);
            assertThat(Walk.at(site, "/garden").text()).doesNotContain("/garden/article");
        }
    }

    @Test
    void anArticleIsFilledAndFoundFromTheStudysPages() throws IOException {
        try (RunningSite site = Gardens.collecting(data.resolve("d"), written())) {
            Walk walk = Walk.at(site, "/garden/article");

            assertThat(walk.status()).isEqualTo(200);
            assertThat(walk.heading()).contains("What gardens do");
            assertThat(walk.text())
                    .containsSubsequence(
                            "Anna Author",
                            "Its figures are filled in once ",
                            "A plot, 1 &lt; 2.",
                            "<h2 id=\"results\">Results</h2>",
                            "<a href=\"#ref-author2013\">Author (2013)</a>",
                            "0 answered",
                            "id=\"feelings\"",
                            "<li id=\"ref-author2013\">Author, A. (2013). <em>Gardens</em>.</li>")
                    .contains("<p>Of <span class=\"open\"")
                    .doesNotContain("{{", "<tbody>\n</tbody>")
                    .doesNotContain("rehearsed respondents");
            assertThat(walk.open("/garden").text()).contains("/garden/article");
        }
    }

    @Test
    void anArticleOfRehearsedRespondentsSaysSo() throws IOException {
        try (RunningSite site =
                Gardens.start(
                        new Mode.Rehearsed(120, 1),
                        data.resolve("d"),
                        written(),
                        Clock.systemUTC(),
                        Optional.empty())) {
            assertThat(Walk.at(site, "/garden/article").text())
                    .contains("Filled with rehearsed respondents")
                    .contains("120 answered");
        }
    }
}
