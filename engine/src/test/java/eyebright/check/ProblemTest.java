package eyebright.check;

import static eyebright.check.Said.FILES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.TableReader;
import eyebright.rehearsal.SavedRehearsal;
import eyebright.rehearsal.Settings;
import eyebright.source.FolderReader;
import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Severity;
import eyebright.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every rule has a folder or a table that breaks it, what is said about it to the letter, and one that
/// keeps it.
class ProblemTest {

    @ParameterizedTest
    @EnumSource
    void everyRuleSaysExactlyThisAboutItsBadFolder(Rule rule, @TempDir Path made)
            throws IOException {
        List<Problem> problems = bad(rule, made);

        assertThat(Said.printed(problems))
                .isEqualTo(Files.readString(FILES.resolve(rule.slug()).resolve("bad.txt")));
        assertThat(problems).extracting(Problem::rule).contains(rule);
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleIsSilentAboutItsGoodFolder(Rule rule) throws IOException {
        Path files = FILES.resolve(rule.slug());

        assertThat(Said.of(files.resolve("good"))).isEmpty();
        if (isOfTables(rule)) {
            assertThat(table(files, "good.csv")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnErrorMakesAFolderInvalid(Rule rule, @TempDir Path made) throws IOException {
        boolean hasErrors =
                bad(rule, made).stream().anyMatch(each -> each.rule().severity() == Severity.ERROR);

        assertThat(hasErrors).isEqualTo(rule.severity() == Severity.ERROR);
    }

    private static List<Problem> bad(Rule rule, Path made) throws IOException {
        Path files = FILES.resolve(rule.slug());
        return switch (rule) {
            case OUTSIDE_PATH -> {
                Path bad = copyOfGood(files, made);
                Path elsewhere = Files.createDirectory(made.resolve("elsewhere"));
                Path moved = elsewhere.resolve("questions.yaml");
                Files.move(bad.resolve("questions.yaml"), moved);
                Files.createSymbolicLink(bad.resolve("questions.yaml"), moved);
                yield Said.of(bad);
            }
            case NOT_TEXT -> {
                Path bad = copyOfGood(files, made);
                Path questions = bad.resolve("questions.yaml");
                String text = Files.readString(questions).replace("I nod", "Ich grüße");
                Files.writeString(questions, text, ISO_8859_1);
                yield Said.of(bad);
            }
            case TABLE_CELL, TABLE_COLUMN -> table(files, "bad.csv");
            case OTHER_REHEARSAL -> resumed(files.resolve("bad"));
            default -> Said.of(files.resolve("bad"));
        };
    }

    private static boolean isOfTables(Rule rule) {
        return rule == Rule.TABLE_CELL || rule == Rule.TABLE_COLUMN;
    }

    /// The good folder of a rule once more, under the name `bad`, for faults that no repository can hold.
    private static Path copyOfGood(Path files, Path made) throws IOException {
        Path bad = Files.createDirectory(made.resolve("bad"));
        for (String file : List.of("study.yaml", "questions.yaml")) {
            String text = Files.readString(files.resolve("good").resolve(file));
            Files.writeString(bad.resolve(file), text.replace("study: good", "study: bad"));
        }
        return bad;
    }

    /// What is said when a rehearsal of that folder is to go on from its file.
    private static List<Problem> resumed(Path folder) throws IOException {
        var problems = new Problems();
        var study = (StudyFolder.Reading.Valid) StudyFolder.read(folder);
        var settings =
                new Settings(
                        List.of("as-published"),
                        100,
                        64,
                        1,
                        Settings.CENSUS,
                        Settings.Curve.WITHOUT);
        SavedRehearsal.resumed(
                ".rehearsing.json",
                Files.readString(folder.resolve(".rehearsing.json")),
                study.folder().rehearsable(),
                settings,
                problems);
        return problems.inFileOrder();
    }

    /// What is said about a table of the good study.
    private static List<Problem> table(Path files, String table) throws IOException {
        var problems = new Problems();
        var study =
                StudyReader.read(FolderReader.read(files.resolve("good"), problems), problems)
                        .orElseThrow();
        TableReader.read(files.resolve(table), study, problems);
        return problems.inFileOrder();
    }
}
