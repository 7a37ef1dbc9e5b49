package eyebright.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eyebright.manuscript.Bibliography;
import eyebright.source.FolderReader;
import eyebright.source.Problem;
import eyebright.source.Rule;
import eyebright.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders from somewhere else: full of faults, or made to do harm.
class HostileFolderTest {

    private static final Path FOLDERS = Said.FILES.resolve("hostile");
    private static final List<String> FILES = FolderReader.KNOWN;

    static final List<String> YAML = FILES.stream().filter(file -> file.endsWith(".yaml")).toList();
    static final List<String> ARTICLES =
            FILES.stream().filter(file -> file.endsWith(".md")).toList();

    /// Where the texts of the whole folder stand.
    private static final String TEXT = "harmless";

    @ParameterizedTest
    @ValueSource(strings = {"many", "later"})
    void manyFaultsAreShownAtOnceInTheOrderOfTheFilesAndEachOnce(String name) throws IOException {
        List<Problem> problems = Said.of(FOLDERS.resolve(name));

        assertThat(Said.printed(problems))
                .isEqualTo(Files.readString(FOLDERS.resolve(name + ".txt")));
        assertThat(problems).doesNotHaveDuplicates();
        assertThat(problems)
                .isSortedAccordingTo(
                        Comparator.comparingInt(HostileFolderTest::placeOfFile)
                                .thenComparing(Problem::place));
    }

    private static int placeOfFile(Problem problem) {
        int place = FILES.indexOf(problem.place().file());
        return place < 0 ? FILES.size() : place;
    }

    @Test
    void theFolderThatIsMadeHostileBelowHasNoFault() throws IOException {
        assertThat(Said.of(FOLDERS.resolve("whole"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "[look](javascript:alert(1))",
                "![look](https://example.org/look.png)",
                "<img src=x onerror=alert(1)>",
                "</p><iframe>",
                "[look](data:text/html;base64,PHNjcmlwdD4=)"
            })
    void scriptInAnyTextOfAnyFileIsAProblemInItsLine(String script) throws IOException {
        Map<String, String> files = whole();
        for (Map.Entry<String, String> whole : files.entrySet()) {
            String file = whole.getKey();
            String text = whole.getValue();
            if (file.equals(Bibliography.FILE)) {
                // BibTeX is no Markdown: its words are escaped where they are written out.
                continue;
            }
            assertThat(text).contains(TEXT);
            for (int at = text.indexOf(TEXT); at >= 0; at = text.indexOf(TEXT, at + 1)) {
                String hostile = text.substring(0, at) + quoted(text, at, script);
                var changed = new HashMap<>(files);
                changed.put(file, hostile + text.substring(at + TEXT.length()));

                List<Problem> problems = Said.of(StudyFolder.of(new Sources("whole", changed)));

                int line = (int) text.substring(0, at).lines().count();
                assertThat(problems)
                        .as("%s, line %d: %s", file, line, problems)
                        .anyMatch(
                                problem ->
                                        problem.rule() == Rule.UNSAFE_TEXT
                                                && problem.place().file().equals(file)
                                                && Math.abs(problem.place().line() - line) <= 2);
            }
        }
    }

    /// As a scalar of its own the script needs quotes; in a text of several lines it needs none.
    private static String quoted(String text, int at, String script) {
        return text.startsWith("is ", at - 3) ? script : "'" + script + "'";
    }

    @ParameterizedTest
    @FieldSource("YAML")
    void aListOfListsOfListsInAnyFileIsRefusedAtOnce(String file) throws IOException {
        assertThat(rules(file, bomb(4))).contains(file + " TOO_DEEP");
        // More aliases than a file may use, before anything is written out.
        assertThat(rules(file, bomb(10))).contains(file + " TOO_DEEP");
    }

    /// Twelve lists, each of which names the one before it so many times.
    private static String bomb(int times) {
        var bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            String aliases = "*a%d , ".formatted(i - 1).repeat(times);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, aliases));
        }
        return bomb.toString();
    }

    @ParameterizedTest
    @FieldSource("ARTICLES")
    void theHeadOfAnArticleIsReadAsCarefully(String file) throws IOException {
        assertThat(rules(file, "---\n" + bomb(4) + "---\n")).contains(file + " TOO_DEEP");
        assertThat(rules(file, "---\n" + "[".repeat(400_000) + "\n---\n"))
                .contains(file + " TOO_DEEP");
        assertThat(rules(file, "---\n".repeat(200_000))).isNotEmpty();
        assertThat(rules(file, "> ".repeat(400_000))).isNotEmpty();
        assertThat(rules(file, "---\ntitle: a\n---\n" + "[".repeat(200_000))).isEmpty();
        assertThat(rules(file, "---\ntitle: a\n---\n" + "> ".repeat(200_000)))
                .contains(file + " TOO_DEEP");
        assertThat(
                        rules(
                                file,
                                "---\ntitle: a\n---\n"
                                        + "*a **b ".repeat(50)
                                        + "b** a* ".repeat(50)))
                .contains(file + " TOO_DEEP");
        assertThat(rules(file, "---\ntitle: a\n---\n" + "{{".repeat(200_000)))
                .contains(file + " UNKNOWN_PLACEHOLDER");
    }

    @ParameterizedTest
    @FieldSource("YAML")
    void deepNestingInAnyFileIsRefusedAtOnce(String file) throws IOException {
        assertThat(rules(file, "[".repeat(400_000))).contains(file + " TOO_DEEP");
        assertThat(rules(file, "- ".repeat(400_000) + "a")).contains(file + " TOO_DEEP");
        assertThat(rules(file, "{a: ".repeat(200_000))).contains(file + " TOO_DEEP");
    }

    @ParameterizedTest
    @FieldSource("YAML")
    void whatIsNoStudyInAnyFileIsAProblemAndNoFailure(String file) throws IOException {
        for (String text :
                List.of(
                        "",
                        "---",
                        "--- a\n--- b",
                        "null",
                        "42",
                        "a: b: c",
                        "&a [*a]",
                        "&a {a: *a}",
                        "*nobody",
                        "!!javax.script.ScriptEngineManager [a]",
                        "!!binary aGVsbG8=",
                        "? [a, b]\n: c",
                        "<<: {a: b}",
                        "- - - a",
                        "\"unfinished",
                        "a: \tb\n\tc: d",
                        "%YAML 9.9\n---\na",
                        "[{}, [], '', null]",
                        "- {'': ''}",
                        "\uD83D\uDE00: \uD83D\uDE00")) {
            assertThat(rules(file, text)).as(text).anyMatch(rule -> rule.startsWith(file + " "));
        }
    }

    private static List<String> rules(String file, String text) throws IOException {
        var changed = new HashMap<>(whole());
        changed.put(file, text);
        var sources = new Sources("whole", changed);
        StudyFolder.Reading reading =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> StudyFolder.of(sources));
        return Said.of(reading).stream()
                .map(problem -> problem.place().file() + " " + problem.rule())
                .toList();
    }

    private static Map<String, String> whole() throws IOException {
        var files = new HashMap<String, String>();
        for (String file : FILES) {
            files.put(file, Files.readString(FOLDERS.resolve("whole").resolve(file)));
        }
        return files;
    }

    /// A folder that holds these files, each with what may be written in its place.
    private static Path folder(Path at, Map<String, byte[]> changes) throws IOException {
        Path folder = Files.createDirectory(at.resolve("whole"));
        for (Map.Entry<String, String> file : whole().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        for (Map.Entry<String, byte[]> change : changes.entrySet()) {
            Files.write(folder.resolve(change.getKey()), change.getValue());
        }
        return folder;
    }

    @Test
    void aFileOfFiftyMegabytesIsNotRead(@TempDir Path made) throws IOException {
        Path folder = folder(made, Map.of("plan.yaml", new byte[50_000_000]));

        assertThat(Said.printed(Said.of(folder)))
                .isEqualTo(
                        """
                        plan.yaml:1:1: error: plan.yaml must have at most 1,000,000 bytes, not 50,000,000 [too-large]
                          fix: make it shorter
                          see: docs/problems/too-large.md
                        """);
    }

    @Test
    void aFolderOfManyFilesIsNotRead(@TempDir Path made) throws IOException {
        Path folder = folder(made, Map.of());
        for (int i = 0; i < 1000; i++) {
            Files.createFile(folder.resolve("note" + i + ".txt"));
        }

        assertThat(Said.printed(Said.of(folder)))
                .isEqualTo(
                        """
                        study.yaml:1:1: error: a study folder must hold at most 200 files [too-large]
                          fix: move what is not of the study elsewhere
                          see: docs/problems/too-large.md
                        """);
    }

    static List<Map.Entry<String, String>> charactersThatNoTextHas() {
        return List.of(
                Map.entry("\u0000", "0000"),
                Map.entry("\u001B", "001B"),
                Map.entry("\u202E", "202E"));
    }

    @ParameterizedTest
    @MethodSource("charactersThatNoTextHas")
    void aCharacterThatNoTextHasIsNamedByItsNumber(
            Map.Entry<String, String> character, @TempDir Path made) throws IOException {
        byte[] scales = ("# a\n- sc" + character.getKey() + "ale: a\n").getBytes(UTF_8);
        Path folder = folder(made, Map.of("scales.yaml", scales));

        assertThat(Said.printed(Said.of(folder)))
                .isEqualTo(
                        """
                        scales.yaml:2:5: error: character U+%s does not belong in a text [not-text]
                          fix: delete it
                          see: docs/problems/not-text.md
                        """
                                .formatted(character.getValue()));
    }

    @Test
    void aFileThatMayNotBeReadIsAProblem(@TempDir Path made) throws IOException {
        Path folder = folder(made, Map.of());
        Path plan = folder.resolve("plan.yaml");
        Files.setPosixFilePermissions(plan, Set.of());
        // The administrator of a machine may read every file.
        boolean mayBeRead = Files.isReadable(plan);

        assertThat(Said.printed(Said.of(folder)))
                .isEqualTo(
                        mayBeRead
                                ? ""
                                : """
                        plan.yaml:1:1: error: plan.yaml may not be read by you [missing-file]
                          fix: change its permissions
                          see: docs/problems/missing-file.md
                        """);
    }

    @Test
    void aFolderInPlaceOfAFileIsAProblem(@TempDir Path made) throws IOException {
        Path folder = folder(made, Map.of());
        Files.delete(folder.resolve("plan.yaml"));
        Files.createDirectory(folder.resolve("plan.yaml"));

        assertThat(Said.printed(Said.of(folder)))
                .isEqualTo(
                        """
                        plan.yaml:1:1: error: plan.yaml is not a file [wrong-kind]
                          fix: make it a text
                          see: docs/problems/wrong-kind.md
                        """);
    }

    @Test
    void whatIsNoFolderIsAProblem(@TempDir Path made) throws IOException {
        Path file = Files.createFile(made.resolve("study.yaml"));

        assertThat(Said.printed(Said.of(made.resolve("nowhere"))))
                .isEqualTo(
                        """
                        study.yaml:1:1: error: there is no folder "nowhere" here [missing-file]
                          fix: name a folder that holds study.yaml and questions.yaml
                          see: docs/problems/missing-file.md
                        """);
        assertThat(Said.printed(Said.of(file)))
                .isEqualTo(
                        """
                        study.yaml:1:1: error: "study.yaml" is a file, not a folder [missing-file]
                          fix: name a folder that holds study.yaml and questions.yaml
                          see: docs/problems/missing-file.md
                        """);
    }
}
