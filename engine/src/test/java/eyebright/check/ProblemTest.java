package eyebright.check;

import static eyebright.check.Reading.FILES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.FolderReader;
import eyebright.source.Rule;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every rule has a folder that breaks it, what is said about that folder to the letter, and a folder
/// that keeps it.
class ProblemTest {

    @ParameterizedTest
    @EnumSource
    void everyRuleSaysExactlyThisAboutItsBadFolder(Rule rule, @TempDir Path made)
            throws IOException {
        List<Problem> problems = bad(rule, made);

        assertThat(Reading.printed(problems))
                .isEqualTo(Files.readString(FILES.resolve(rule.slug()).resolve("bad.txt")));
        assertThat(problems).extracting(Problem::rule).contains(rule);
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleIsSilentAboutItsGoodFolder(Rule rule) throws IOException {
        assertThat(Reading.problems(FILES.resolve(rule.slug()).resolve("good"))).isEmpty();
    }

    private static List<Problem> bad(Rule rule, Path made) throws IOException {
        Path files = FILES.resolve(rule.slug());
        return switch (rule) {
            case OUTSIDE_PATH -> {
                Path bad = copyOfGood(files, made);
                Path elsewhere = Files.createDirectory(made.resolve("elsewhere"));
                Files.move(bad.resolve("questions.yaml"), elsewhere.resolve("questions.yaml"));
                Files.createSymbolicLink(
                        bad.resolve("questions.yaml"), elsewhere.resolve("questions.yaml"));
                yield Reading.problems(bad);
            }
            case NOT_TEXT -> {
                Path bad = copyOfGood(files, made);
                String text = Files.readString(bad.resolve("questions.yaml"));
                Files.writeString(
                        bad.resolve("questions.yaml"),
                        text.replace("I nod", "Ich grüße"),
                        ISO_8859_1);
                yield Reading.problems(bad);
            }
            default -> Reading.problems(files.resolve("bad"));
        };
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
}
