package eyebright.publish.data;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Dataset;
import eyebright.manuscript.Author;
import eyebright.publish.HostileTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataPackageTest {

    private static final Path EXPECTED = Path.of("src/test/resources/eyebright/publish");

    @TempDir private static Path folder;
    private static Path once;
    private static Path hostile;
    private static List<FileFacts> files;

    @BeforeAll
    static void write() throws IOException {
        once = folder.resolve("once");
        files = DataPackage.write(Garden.release(), once);
        hostile = folder.resolve("hostile");
        DataPackage.write(hostileRelease(), hostile);
    }

    /// Every label, option and answer in words is a hostile text, and so are the words about it.
    private static Release hostileRelease() {
        List<String> texts = HostileTexts.all();
        var table = new StringBuilder(Garden.table());
        for (int i = 0; i < texts.size(); i++) {
            String cell = CellOf.written(texts.get(i));
            table.append("h%02d,,yes,yes,30,1,0,0,3,%d,%s\n".formatted(i, 1 + i % 5, cell));
        }
        var dataset = Dataset.of(Garden.folder().study(), Garden.frame(table.toString()));
        String all = String.join(" ", texts);
        return Garden.release(
                new Dataset(
                        dataset.study(), Garden.called(dataset.variables(), all), dataset.frame()),
                new About(
                        "1",
                        Garden.ABOUT.day(),
                        List.of(Author.of(all)),
                        Optional.of(all),
                        Optional.empty()));
    }

    /// A text as a cell of a table.
    private static final class CellOf {
        static String written(String text) {
            var out = new java.io.StringWriter();
            try {
                new eyebright.frame.CsvWriter(out).text(text);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return out.toString();
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(file));
    }

    private static JsonNode answers(Path packaged) throws IOException {
        return json(packaged.resolve("datapackage.json")).get("resources").get(0);
    }

    private static Stream<Path> written(Path packaged) throws IOException {
        try (Stream<Path> all = Files.walk(packaged)) {
            return all.filter(Files::isRegularFile).toList().stream();
        }
    }

    @Test
    void holdsAFileForEachWayOfReadingIt() {
        assertThat(files)
                .extracting(FileFacts::path)
                .containsExactly(
                        "LICENSE.txt",
                        "README.txt",
                        "SHA256SUMS",
                        "analysis.R",
                        "claims.csv",
                        "codebook.csv",
                        "data/study-mygarden_data.csv",
                        "datapackage.json",
                        "dataset_description.json",
                        "ddi-codebook.xml",
                        "my-garden.json",
                        "my-garden.sav",
                        "numbers.csv",
                        "texts.csv");
    }

    @Test
    void equalReleasesGiveEqualBytes() throws IOException {
        Path twice = folder.resolve("twice");
        DataPackage.write(Garden.release(), twice);
        for (Path file : written(once).toList()) {
            assertThat(twice.resolve(once.relativize(file))).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void saysInPlainWordsWhatIsHere() throws IOException {
        assertThat(once.resolve("README.txt"))
                .hasSameTextualContentAs(EXPECTED.resolve("README.txt"));
        assertThat(once.resolve("LICENSE.txt"))
                .hasSameTextualContentAs(EXPECTED.resolve("LICENSE.txt"));
    }

    @Test
    void withoutALicenceItSaysWhomToAsk() throws IOException {
        assertThat(Files.readString(hostile.resolve("LICENSE.txt")))
                .isEqualTo(
                        """
                        No licence was declared for these data. Ask before you use them: Rose & Sons,
                        rose@example.org.
                        """);
        assertThat(json(hostile.resolve("datapackage.json")).has("licenses")).isFalse();
    }

    @Test
    void everyFileIsInTheChecksumsButTheyThemselves() throws IOException, NoSuchAlgorithmException {
        Set<String> listed = new HashSet<>();
        for (String line : Files.readAllLines(once.resolve("SHA256SUMS"))) {
            assertThat(line).matches("[0-9a-f]{64}  .+");
            String path = line.substring(66);
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(Files.readAllBytes(once.resolve(path)));
            assertThat(line).startsWith(HexFormat.of().formatHex(hash));
            listed.add(path);
        }
        assertThat(written(once).map(file -> once.relativize(file).toString()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(listed.stream(), Stream.of("SHA256SUMS")).toList());
    }

    @Test
    void everyCellIsWhatTheTableSchemaSays() throws IOException {
        for (Path packaged : List.of(once, hostile)) {
            JsonNode table = answers(packaged);
            FrictionlessTable.holds(
                    table.get("schema"),
                    FrictionlessTable.cells(
                            Files.readString(packaged.resolve(table.get("path").asString()))));
        }
    }

    @Test
    void theFrictionlessDescriptionHasWhatVersionTwoAsksFor() throws IOException {
        JsonNode root = json(once.resolve("datapackage.json"));
        assertThat(root.get("$schema").asString())
                .isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
        assertThat(root.get("name").asString()).isEqualTo("my-garden");
        assertThat(root.get("created").asString()).isEqualTo("2026-11-22T00:00:00Z");
        assertThat(root.get("licenses").get(0).get("name").asString()).isEqualTo("CC-BY-4.0");
        assertThat(root.get("contributors").get(0).get("path").asString())
                .isEqualTo("https://orcid.org/0000-0002-1825-0097");
        Set<String> names = new HashSet<>();
        for (JsonNode resource : root.get("resources").valueStream().toList()) {
            assertThat(names.add(resource.get("name").asString())).isTrue();
            assertThat(resource.get("name").asString()).matches("[a-z0-9-]+");
            Path file = once.resolve(resource.get("path").asString());
            assertThat(Files.size(file)).isEqualTo(resource.get("bytes").asLong());
            assertThat(resource.get("hash").asString()).matches("sha256:[0-9a-f]{64}");
        }
        JsonNode age = answers(once).get("schema").get("fields").get(4);
        assertThat(age.get("title").asString()).isEqualTo("How old are you?");
        assertThat(age.get("type").asString()).isEqualTo("number");
        assertThat(answers(once).get("type").asString()).isEqualTo("table");
    }

    @Test
    void aHostileTextStandsInEveryFileAsTheTextItIs() throws IOException {
        String all = String.join(" ", HostileTexts.all());
        JsonNode field = answers(hostile).get("schema").get("fields").get(4);
        assertThat(field.get("title").asString()).isEqualTo(all);
        assertThat(json(hostile.resolve("dataset_description.json")).get("description").asString())
                .isEqualTo(all);
        assertThat(
                        json(hostile.resolve("my-garden.json"))
                                .get("variables")
                                .get(2)
                                .get("label")
                                .asString())
                .isEqualTo(all);
        List<List<String>> codebook =
                FrictionlessTable.cells(Files.readString(hostile.resolve("codebook.csv")));
        // A label that begins as a formula has an apostrophe before it.
        assertThat(codebook).anyMatch(line -> line.get(1).equals("'" + all));
        List<List<String>> table =
                FrictionlessTable.cells(
                        Files.readString(hostile.resolve("data/study-mygarden_data.csv")));
        assertThat(table.stream().flatMap(List::stream))
                .noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0);
        String script = Files.readString(hostile.resolve("analysis.R"));
        assertThat(script.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 127));
        assertThat(script).doesNotContain("quit(status = 0)").doesNotContain("system(");
        assertThat(Files.readString(hostile.resolve("README.txt")).chars())
                .noneMatch(c -> c != '\n' && Character.isISOControl(c));
        for (String name : List.of("README.txt", "datapackage.json", "ddi-codebook.xml")) {
            assertThat(Files.readString(hostile.resolve(name))).endsWith("\n");
        }
    }

    @Test
    void whereNobodyIsNothingFails() throws IOException {
        Path nobody = folder.resolve("nobody");
        var about =
                new About(
                        "1",
                        Garden.ABOUT.day(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(Licence.CC0));
        DataPackage.write(Garden.release(Garden.frame("respondent,garden\n"), about), nobody);
        assertThat(Files.readString(nobody.resolve("README.txt")))
                .contains("Rose & Sons. Version 1 of 2026-11-22.", "0 respondents count.");
        assertThat(Files.readString(nobody.resolve("LICENSE.txt")))
                .startsWith("Creative Commons Zero");
        assertThat(Files.readAllLines(nobody.resolve("data/study-mygarden_data.csv"))).hasSize(1);
    }

    static boolean isRThere() {
        try {
            Process process =
                    new ProcessBuilder(
                                    "Rscript",
                                    "--vanilla",
                                    "-e",
                                    "quit(status = !requireNamespace('MASS', quietly = TRUE))")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What the script says, with its exit code as the last line.
    private static List<String> recomputed(Path packaged) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                "Rscript", "--vanilla", packaged.resolve("analysis.R").toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Stream.concat(said.lines(), Stream.of("exit " + process.waitFor())).toList();
    }

    @Test
    @EnabledIf(value = "isRThere", disabledReason = "R with MASS is not installed")
    void rComesToEveryNumber() throws IOException, InterruptedException {
        List<String> said = recomputed(once);
        assertThat(said)
                .contains(
                        "gardens: Do most people have a garden?", "PASS  respondents  40", "exit 0")
                .noneMatch(line -> line.startsWith("FAIL"))
                .noneMatch(line -> line.contains("NOT RECOMPUTED"))
                .anyMatch(line -> line.startsWith("PASS  estimate  0.65  [0.49"))
                .anyMatch(line -> line.matches("[0-9]+ passed, 0 failed, 0 not recomputed"));
    }

    @Test
    @EnabledIf(value = "isRThere", disabledReason = "R with MASS is not installed")
    void hostileTextsDoNothingInR() throws IOException, InterruptedException {
        assertThat(recomputed(hostile))
                .contains("exit 0")
                .noneMatch(line -> line.startsWith("FAIL"))
                .anyMatch(line -> line.startsWith("PASS  exact_p  "));
    }

    @Test
    @EnabledIf(value = "isRThere", disabledReason = "R with MASS is not installed")
    void oneChangedAnswerFails() throws IOException, InterruptedException {
        Path changed = folder.resolve("changed");
        DataPackage.write(Garden.release(), changed);
        Path table = changed.resolve("data/study-mygarden_data.csv");
        Files.writeString(
                table, Files.readString(table).replaceFirst("r01,,yes,yes", "r01,,yes,no"));
        List<String> said = recomputed(changed);
        assertThat(said).contains("exit 1");
        assertThat(
                        said.stream()
                                .filter(line -> line.startsWith("FAIL"))
                                .collect(Collectors.joining("\n")))
                .contains("FAIL  estimate  estimate value is 0.625 here, 0.65 there");
    }
}
