package eyebright.server.reading;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.publish.data.FileFacts;
import eyebright.publish.version.Change;
import eyebright.publish.version.KeptVersions;
import eyebright.publish.version.Version;
import eyebright.publish.version.VersionJson;
import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Walk;
import eyebright.server.page.Mode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An article is cited, and its versions are kept.
class VersionPagesTest {

    private static final String ARTICLE =
            """
            ---
            title: What gardens do & "more", where 1 < 2
            summary: A plot.
            authors: [{name: Anna B. Author}]
            keywords: [gardens]
            repeats: author2013
            doi: 10.1000/182
            ---

            ## Results

            {{feelings.answer}}
            """;
    private static final URI HOME = URI.create("https://gardens.example.org");

    @TempDir private Path folder;

    private Path written() throws IOException {
        Path study = Gardens.edited(folder, "plan.yaml", "- claim: feelings", "- claim: feelings");
        Files.writeString(study.resolve("article.md"), ARTICLE);
        Files.writeString(
                study.resolve("references.bib"),
                "@book{author2013, author = {Author, Otto}, title = {Early gardens}, year = {2013}}\n");
        return study;
    }

    private RunningSite site(Mode mode, Path study) {
        return Gardens.start(
                mode, folder.resolve("data"), study, Clock.systemUTC(), Optional.of(HOME));
    }

    /// Keeps versions of so many respondents, with short files.
    private void keep(int... respondents) throws IOException {
        var kept = KeptVersions.of(folder.resolve("data/published"), "garden");
        Optional<Version> before = Optional.empty();
        for (int n : respondents) {
            Version version = version(kept.next(), n, before);
            kept.add(version.number(), into -> write(into, version));
            before = Optional.of(version);
        }
    }

    private static Version version(int number, int respondents, Optional<Version> before) {
        var version =
                new Version(
                        "garden",
                        "Gardens",
                        number,
                        LocalDate.of(2026, 11, number),
                        "development",
                        new Version.Plan("plan", Optional.empty()),
                        new Version.Data(
                                "real",
                                Optional.of("data"),
                                respondents,
                                Map.of(),
                                Optional.of("Ages are in bands.\n\nNobody stands alone."),
                                Optional.empty(),
                                List.of(
                                        new FileFacts("README.txt", "in plain words", 1234, ""),
                                        new FileFacts("gone.txt", "not there", 1, ""))),
                        Optional.empty(),
                        List.of(),
                        List.of("The first version."));
        return before.map(old -> version.with(number, Change.between(old, version)))
                .orElse(version);
    }

    private static void write(Path into, Version version) throws IOException {
        Files.writeString(into.resolve(Version.FILE), VersionJson.write(version));
        Files.writeString(into.resolve("article.html"), "<h1>Gardens</h1>");
        Files.writeString(into.resolve("article.pdf"), "%PDF-1.7");
        Files.createDirectories(into.resolve("data-package"));
        Files.writeString(into.resolve("data-package/README.txt"), "read");
        Files.writeString(into.resolve("data-package/garden.sav"), "sav");
    }

    @Test
    void whatWasPutInThePlaceOfAFileIsNotSent() throws IOException {
        keep(12);
        Path kept = folder.resolve("data/published/garden/1");
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        try (RunningSite site = site(new Mode.Collecting(), written())) {
            Files.delete(kept.resolve("article.pdf"));
            Files.createSymbolicLink(kept.resolve("article.pdf"), secret);
            Files.delete(kept.resolve("data-package/README.txt"));

            Walk walk = Walk.at(site, "/garden/article/1/article.pdf");
            assertThat(walk.status()).isEqualTo(404);
            assertThat(walk.text()).doesNotContain("secret");
            assertThat(walk.open("/garden/article/1/data-package/README.txt").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aPageThatWasPutAmongTheFilesSendsNobodyOn() throws IOException {
        keep(12);
        try (RunningSite site = site(new Mode.Collecting(), written())) {
            assertThat(
                            Walk.at(site, "/garden/article/1/article.html")
                                    .header("Content-Security-Policy"))
                    .contains("default-src 'none'", "form-action 'none'", "; sandbox ")
                    .doesNotContain("allow-scripts", "allow-forms", "allow-top-navigation ");
        }
    }

    @Test
    void beforeTheFirstVersionTheArticleIsCitedAsItStands() throws IOException {
        try (RunningSite site = site(new Mode.Collecting(), written())) {
            Walk walk = Walk.at(site, "/garden/article");

            assertThat(walk.text())
                    .contains("no version published yet")
                    .contains(
                            "No version has been published yet. This cites the article as it stands today")
                    .contains("<a href=\"https://doi.org/10.1000/182\"")
                    .contains("And the study it repeats:")
                    .contains("Author, O. (2013). <em>Early gardens</em>.")
                    .contains(
                            "<link rel=\"canonical\" href=\"https://gardens.example.org/garden/article\">")
                    .contains("<meta name=\"citation_author\" content=\"Author, Anna B.\">")
                    .contains("<meta name=\"citation_doi\" content=\"10.1000/182\">")
                    .contains("<meta property=\"og:description\" content=\"A plot.\">")
                    .contains("<script type=\"application/ld+json\">{\"@context\"")
                    .contains(
                            "\"headline\":\"What gardens do \\u0026 \\\"more\\\", where 1 \\u003c 2\"")
                    .contains("What gardens do &amp; &#34;more&#34;, where 1 &lt; 2\">")
                    .doesNotContain("noindex");
            assertThat(walk.header("X-Robots-Tag")).isEmpty();
            assertThat(walk.open("/garden/article/versions").text())
                    .contains("No version has been published yet");
            assertThat(walk.open("/garden/data").text())
                    .contains("No version has been published yet");
        }
    }

    @Test
    void filesForReferenceManagersHaveTheirTypesAndNames() throws IOException {
        try (RunningSite site = site(new Mode.Collecting(), written())) {
            Walk walk = Walk.at(site, "/garden/article.bib");
            assertThat(walk.text()).startsWith("@misc{garden-");
            assertThat(walk.header("Content-Type")).isEqualTo("application/x-bibtex;charset=UTF-8");
            assertThat(walk.header("Content-Disposition"))
                    .matches("attachment; filename=\"garden-\\d{4}\\.bib\"");
            assertThat(walk.open("/garden/article.ris").text()).startsWith("TY  - ELEC\r\n");
            assertThat(walk.header("Content-Type"))
                    .isEqualTo("application/x-research-info-systems;charset=UTF-8");
            assertThat(walk.open("/garden/article.csl.json").text()).contains("\"family\"");
            assertThat(walk.header("Content-Type"))
                    .isEqualTo("application/vnd.citationstyles.csl+json");
            assertThat(walk.open("/garden/article.atom").text())
                    .startsWith("<?xml")
                    .contains("<name>Anna B. Author</name>");
            assertThat(walk.header("Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
            assertThat(walk.open("/other/article.bib").status()).isEqualTo(404);
        }
    }

    @Test
    void rehearsedRespondentsAreNothingToCite() throws IOException {
        try (RunningSite site = site(new Mode.Rehearsed(30, 1), written())) {
            Walk walk = Walk.at(site, "/garden/article");

            assertThat(walk.text())
                    .contains("<meta name=\"robots\" content=\"noindex\">")
                    .contains("there is nothing to cite yet")
                    .contains("[rehearsed respondents: nobody answered]");
            assertThat(walk.header("X-Robots-Tag")).isEqualTo("noindex");
            assertThat(walk.open("/garden/article.bib").text())
                    .contains("rehearsed respondents: nobody answered");
            assertThat(walk.header("X-Robots-Tag")).isEqualTo("noindex");
        }
    }

    @Test
    void versionsAreReadAsTheyWere() throws IOException {
        Path study = written();
        keep(40, 60);
        try (RunningSite site = site(new Mode.Collecting(), study)) {
            Walk walk = Walk.at(site, "/garden/article");
            assertThat(walk.text())
                    .contains("latest version: 2 of 2 November 2026")
                    .contains("https://gardens.example.org/garden/article/2/article.pdf");
            assertThat(walk.open("/garden/article/versions").text())
                    .containsSubsequence(
                            "Version 2",
                            "20 more respondents: 60 now, 40 before.",
                            "Version 1",
                            "The first version.");

            assertThat(walk.open("/garden/article/1").status()).isEqualTo(200);
            assertThat(walk.path()).isEqualTo("/garden/article/1/article.html");
            assertThat(walk.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;");
            assertThat(walk.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(walk.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");

            walk.open("/garden/article/2/article.pdf");
            assertThat(walk.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(walk.header("Content-Disposition"))
                    .isEqualTo("inline; filename=\"garden-2-article.pdf\"");
            walk.open("/garden/article/2/data-package/garden.sav");
            assertThat(walk.header("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"garden-2-garden.sav\"");
            assertThat(walk.open("/garden/data").text())
                    .contains("Version 2 · 2 November 2026 · 60 respondents")
                    .contains("/garden/article/2/data-package/README.txt")
                    .doesNotContain("gone.txt")
                    .contains("1 kB", "Nobody stands alone.", "No licence was declared")
                    .contains("Cite these data");
        }
    }

    @Test
    void nothingElseIsEverSent() throws IOException {
        Path study = written();
        keep(40);
        Files.writeString(folder.resolve("data/published/secret.txt"), "secret");
        try (RunningSite site = site(new Mode.Collecting(), study)) {
            for (String address :
                    List.of(
                            "/garden/article/2",
                            "/garden/article/0",
                            "/garden/article/1/",
                            "/garden/article/1/.eyebright-published",
                            "/garden/article/1/../../secret.txt",
                            "/garden/article/1/..%2f..%2fsecret.txt",
                            "/garden/article/1/%2e%2e/%2e%2e/secret.txt",
                            "/garden/article/1/data-package",
                            "/garden/article/1//etc/passwd",
                            "/garden/article/99999999999")) {
                Walk walk = Walk.at(site, address);
                if (!walk.path().endsWith("article.html")) {
                    assertThat(walk.status()).as(address).isBetween(400, 404);
                }
                assertThat(walk.text()).as(address).doesNotContain("secret");
            }
        }
    }
}
