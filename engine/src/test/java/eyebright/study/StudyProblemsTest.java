package eyebright.study;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each case of `problems.txt` is a study with faults and every word that is said about them.
class StudyProblemsTest {

    record Case(String name, String study, String questions, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return List.of(Studies.text("problems.txt").split("(?m)^=== ", -1)).stream()
                .filter(text -> !text.isBlank())
                .map(StudyProblemsTest::read);
    }

    private static Case read(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split("(?m)^--- ", -1)) {
            int line = part.indexOf('\n');
            parts.put(part.substring(0, line), part.substring(line + 1));
        }
        return new Case(
                text.lines().findFirst().orElseThrow(),
                parts.getOrDefault(
                        "study.yaml", Studies.HEAD + parts.getOrDefault("more of study.yaml", "")),
                parts.getOrDefault("questions.yaml", ""),
                parts.getOrDefault("says", ""));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everythingIsSaidAtItsPlace(Case given) {
        assertThat(said(given)).isEqualTo(given.says());
    }

    static String said(Case given) {
        return Studies.problems(given.study(), given.questions()).stream()
                .map(StudyProblemsTest::twoLines)
                .collect(Collectors.joining());
    }

    /// Without the third line, which names the page of the rule and is the same for all.
    private static String twoLines(Problem problem) {
        return problem.print("").lines().limit(2).collect(Collectors.joining("\n", "", "\n"));
    }
}
