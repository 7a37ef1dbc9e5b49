package eyebright.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Findings;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.TableReader;
import eyebright.source.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written, on a study of every analysis whose labels would like to be code. That R comes to the
/// same numbers is for `./verify` to see, where R is installed.
class RScriptTest {

    private static final Path STUDY =
            Path.of("src/test/resources/eyebright/recompute/every-analysis");
    private static final Path TABLE = Path.of("../studies/data/bfi.csv");
    private static final Pattern QUOTED = Pattern.compile("\"[A-Za-z0-9_ .:/()|,-]*\"");

    private static final String RECIPE = "-------- the plan\n";

    @TempDir private static Path folder;
    private static Path once;
    private static Path twice;
    private static Path alone;

    @BeforeAll
    static void write() throws IOException {
        StudyFolder study = ((StudyFolder.Reading.Valid) StudyFolder.read(STUDY)).folder();
        Frame all = TableReader.read(TABLE, study.study(), new Problems());
        Frame frame = all.rows(IntStream.range(0, 60).toArray());
        Findings findings = Findings.of(study.study(), study.scales(), study.plan(), frame);
        once = folder.resolve("once");
        twice = folder.resolve("a/folder/that/is/made");
        for (Path into : List.of(once, twice)) {
            RScript.write(study.study(), study.scales(), study.plan(), frame, findings, into);
        }
        alone = folder.resolve("alone");
        RScript.writeAlone(
                study.study(),
                study.scales(),
                study.plan(),
                findings,
                Set.of("age"),
                "data/study-x_data.csv",
                alone);
    }

    @Test
    void aScriptOfAPackageHoldsTheNumbersExpectedAndNoLabel() throws IOException {
        String script = Files.readString(alone.resolve("analysis.R"));
        assertThat(script)
                .contains("data_file <- \"data/study-x_data.csv\"\n")
                .contains("\n\"linear,respondents,n,60,,,,,,,\",\n")
                .containsPattern("not_published <- c\\(\"[a-z_0-9]+\", ")
                .doesNotContainPattern("not_published <- .*\"age\"")
                .doesNotContain("$(id)")
                .endsWith("\nreport_numbers()\n");
        assertThat(script.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 127));
        assertThat(Files.readAllLines(alone.resolve("claims.csv")))
                .contains("claim,question,says,among")
                .anyMatch(line -> line.startsWith("linear,"));
    }

    @ParameterizedTest
    @MethodSource("eyebright.frame.HostileTexts#all")
    void anyTextMayStandBetweenQuotes(String text) {
        String quoted = RText.quoted(text);
        assertThat(quoted).startsWith("\"").endsWith("\"");
        String inside = quoted.substring(1, quoted.length() - 1);
        assertThat(inside.replaceAll("\\\\(\"|\\\\|U[0-9a-f]{8})", ""))
                .doesNotContain("\"")
                .doesNotContain("\\")
                .matches("[ -~]*");
    }

    private static String script() throws IOException {
        return Files.readString(once.resolve("recompute.R"));
    }

    private static String recipe() throws IOException {
        String script = script();
        return script.substring(script.indexOf(RECIPE) + RECIPE.length());
    }

    @Test
    void noLabelOfTheStudyStandsInTheScript() throws IOException {
        String recipe = recipe();
        assertThat(recipe)
                .contains("finding(\"linear\"")
                .doesNotContain("quit")
                .doesNotContain("stop(")
                .doesNotContain("$(id)")
                .doesNotContain("\\");
        assertThat(recipe.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 127));
    }

    @Test
    void withoutItsPlainTextsTheRecipeIsCallsOfTheScriptsOwnFunctions() throws IOException {
        String script = script();
        String calls = QUOTED.matcher(recipe()).replaceAll("");
        assertThat(calls).doesNotContain("\"").doesNotContain("'");
        Stream<String> functions =
                Pattern.compile("([a-z_0-9]+)\\(")
                        .matcher(calls)
                        .results()
                        .map(each -> each.group(1));
        assertThat(functions.distinct())
                .allSatisfy(
                        name ->
                                assertThat(
                                                List.of("c", "list", "character").contains(name)
                                                        || script.contains(
                                                                "\n" + name + " <- function("))
                                        .as(name)
                                        .isTrue());
    }

    @Test
    void whatIsComparedWithAnswersStandsBesideIt() throws IOException {
        assertThat(Files.readString(once.resolve("texts.csv")))
                .isEqualTo("place,text\n1,\"'); quit(status = 0) # \\ ` $(id)\"\n");
    }

    @Test
    void everyFigureOfEveryFindingIsExpected() throws IOException {
        List<String> lines = Files.readAllLines(once.resolve("expected.csv"));
        assertThat(lines.getFirst())
                .isEqualTo("finding,kind,name,value,low,high,level,p,adjusted_p,df1,df2");
        assertThat(lines)
                .contains("linear,respondents,n,60,,,,,,,")
                .anyMatch(line -> line.startsWith("linear.log,estimate,b[log(age / 10)],"))
                .anyMatch(line -> line.startsWith("counts,test,wald[gender.woman],"))
                .contains("nobody,estimate,mean,,,,,,,,");
        assertThat(lines).noneMatch(line -> line.contains("NaN") || line.contains("Infinity"));
    }

    @Test
    void equalFindingsGiveEqualBytes() throws IOException {
        try (Stream<Path> files = Files.list(once)) {
            for (Path file : files.toList()) {
                assertThat(twice.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }
}
