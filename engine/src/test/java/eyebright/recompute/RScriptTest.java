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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written, on a study of every analysis whose labels would like to be code. That R comes to the
/// same numbers is for `./verify` to see, where R is installed.
class RScriptTest {

    private static final Path STUDY =
            Path.of("src/test/resources/eyebright/recompute/every-analysis");
    private static final Path TABLE = Path.of("../studies/data/bfi.csv");
    private static final Pattern QUOTED = Pattern.compile("\"[A-Za-z0-9_ .:/()|,-]*\"");

    @TempDir private Path folder;

    private static StudyFolder study() throws IOException {
        return ((StudyFolder.Reading.Valid) StudyFolder.read(STUDY)).folder();
    }

    private Path written(String name) throws IOException {
        StudyFolder study = study();
        Frame all = TableReader.read(TABLE, study.study(), new Problems());
        Frame frame = all.rows(java.util.stream.IntStream.range(0, 60).toArray());
        Findings findings = Findings.of(study.study(), study.scales(), study.plan(), frame);
        Path into = folder.resolve(name);
        RScript.write(study.study(), study.scales(), study.plan(), frame, findings, into);
        return into;
    }

    private static String recipe(Path into) throws IOException {
        String script = Files.readString(into.resolve("recompute.R"));
        return script.substring(script.indexOf("# ---------------------------------------------------------------- the plan"));
    }

    @Test
    void noLabelOfTheStudyStandsInTheScript() throws IOException {
        String recipe = recipe(written("once"));
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
        Path into = written("once");
        String script = Files.readString(into.resolve("recompute.R"));
        String calls = QUOTED.matcher(recipe(into)).replaceAll("");
        assertThat(calls).doesNotContain("\"").doesNotContain("'");
        Stream<String> functions =
                Pattern.compile("([a-z_0-9]+)\\(").matcher(calls).results().map(each -> each.group(1));
        assertThat(functions.distinct())
                .allSatisfy(
                        name ->
                                assertThat(
                                                List.of("c", "list", "character").contains(name)
                                                        || script.contains("\n" + name + " <- function("))
                                        .as(name)
                                        .isTrue());
    }

    @Test
    void whatIsComparedWithAnswersStandsBesideIt() throws IOException {
        assertThat(Files.readString(written("once").resolve("texts.csv")))
                .isEqualTo("place,text\n1,'); quit(status = 0) # \\ ` $(id)\n");
    }

    @Test
    void everyFigureOfEveryFindingIsExpected() throws IOException {
        List<String> lines = Files.readAllLines(written("once").resolve("expected.csv"));
        assertThat(lines.getFirst())
                .isEqualTo("finding,kind,name,value,low,high,level,p,adjusted_p,df1,df2");
        assertThat(lines)
                .contains("linear,respondents,n,55,,,,,,,")
                .anyMatch(line -> line.startsWith("linear.log,estimate,b[log(age / 10)],"))
                .anyMatch(line -> line.startsWith("counts,test,wald[gender.woman],"))
                .contains("nobody,estimate,mean,,,,,,,,");
        assertThat(lines).noneMatch(line -> line.contains("NaN") || line.contains("Infinity"));
    }

    @Test
    void equalFindingsGiveEqualBytes() throws IOException {
        Path one = written("one");
        Path two = written("two");
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.toList()) {
                assertThat(two.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }
}
