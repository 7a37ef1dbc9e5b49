package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PublishCommandTest {

    private static final String HELLO = "../studies/hello";

    @TempDir private static Path folder;
    private static Path table;

    @BeforeAll
    static void simulate() {
        table = folder.resolve("hello.csv");
        Ran ran =
                Ran.of(
                        "simulate",
                        HELLO,
                        "--respondents",
                        "30",
                        "--seed",
                        "1",
                        "--out",
                        table.toString());
        assertThat(ran.exit()).as(ran.err()).isEqualTo(0);
    }

    private static Ran publish(Path out, String... more) {
        return Ran.of(
                Stream.concat(
                                Stream.of(
                                        "publish",
                                        HELLO,
                                        "--data",
                                        table.toString(),
                                        "--day",
                                        "2026-11-22",
                                        "--out",
                                        out.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void rehearsedRespondentsGoOutWithAllThatDescribesThem() throws IOException {
        Path out = folder.resolve("new/one");

        Ran ran = publish(out, "--author", "Rosa Rose", "--licence", "cc-by", "--release", "2.1");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(0);
        assertThat(ran.out())
                .startsWith("hello 2.1 of 2026-11-22: 30 rehearsed respondents\n")
                .contains(
                        "  pictures/most-wave.svg ",
                        "  data-package/README.txt ",
                        "  data-package/hello.sav ");
        assertThat(ran.err())
                .isEqualTo(
                        "there is no article.md, so checklists, pictures and data went out\nversion 1\n  The first version.\nRscript %s computes every number again\n"
                                .formatted(out.resolve("data-package/analysis.R")));
        assertThat(Files.readString(out.resolve("data-package/README.txt")))
                .contains("THESE RESPONDENTS ARE REHEARSED (as-published:1).", "Rosa Rose.");
        assertThat(Files.readString(out.resolve("data-package/LICENSE.txt")))
                .startsWith("Creative Commons Attribution 4.0 International (CC-BY-4.0)\n");
    }

    @Test
    void aSecondVersionTakesThePlaceOfTheFirst() throws IOException {
        Path out = folder.resolve("versions");
        assertThat(publish(out).exit()).isEqualTo(0);
        assertThat(Files.readString(out.resolve("data-package/datapackage.json")))
                .contains("\"version\" : \"1.0.0\"");
        Files.writeString(out.resolve("data-package/left-over"), "of the first");

        Ran second =
                publish(out, "--release", "1.1.0", "--public-url", "https://hello.example.org");

        assertThat(second.exit()).isEqualTo(0);
        assertThat(second.err()).contains("version 2\n  Nothing changed.\n");
        assertThat(Files.readString(out.resolve("cite/article.bib")))
                .contains("url = {https://hello.example.org/hello/article/2}");

        assertThat(out.resolve("data-package/left-over")).doesNotExist();
        assertThat(Files.readString(out.resolve("data-package/datapackage.json")))
                .contains("\"version\" : \"1.1.0\"");
    }

    @Test
    void aVersionThatDoesNotReadIsNotReplaced() throws IOException {
        Path out = folder.resolve("broken");
        assertThat(publish(out).exit()).isEqualTo(0);
        Files.writeString(out.resolve("version.json"), "{}");

        Ran ran = publish(out);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--out must hold a version.json that reads, or none: ");
    }

    @Test
    void equalAnswersAndOneDayGiveEqualBytes() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");

        assertThat(publish(one, "--json").out()).isEqualTo(publish(two, "--json").out());

        try (Stream<Path> files = Files.walk(one)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(two.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void theJsonNamesEveryFileWithItsChecksum() {
        Ran ran = publish(folder.resolve("json"), "--json");

        JsonNode root = new ObjectMapper().readTree(ran.out());
        assertThat(root.get("study").asString()).isEqualTo("hello");
        assertThat(root.get("day").asString()).isEqualTo("2026-11-22");
        assertThat(root.get("licence").isNull()).isTrue();
        assertThat(root.get("data").get("kind").asString()).isEqualTo("rehearsed");
        assertThat(root.get("files").valueStream().map(file -> file.get("sha256").asString()))
                .hasSize(26)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void realAnswersStayHere() throws IOException {
        Path real = folder.resolve("real.csv");
        Files.writeString(real, "respondent,greeting\na,wave\n");
        Path out = folder.resolve("real");

        Ran ran = Ran.of("publish", HELLO, "--data", real.toString(), "--out", out.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains(
                        "not published: these are answers of real people, and study.yaml does not say");
        assertThat(ran.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
        Path out = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(out.resolve("thesis.txt"), "mine");

        Ran ran = publish(out);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith(
                        "--out must be a new folder, not \"%s\": the folder holds files that Eyebright did not publish\n"
                                .formatted(out));
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).containsExactlyElementsOf(List.of(out.resolve("thesis.txt")));
        }
    }

    @Test
    void aVersionOfOtherSignsIsWrongUse() {
        Ran ran = publish(folder.resolve("version"), "--release", "the first");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("version must be like 1.0.0, not \"the first\"\n");
    }

    @Test
    void aDayThatIsNoneIsWrongUse() {
        Ran wrong =
                Ran.of("publish", HELLO, "--out", folder.resolve("x").toString(), "--day", "soon");

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("--day", "a day must be such as 2026-11-22, not \"soon\"")
                .doesNotContain("java.");
    }
}
