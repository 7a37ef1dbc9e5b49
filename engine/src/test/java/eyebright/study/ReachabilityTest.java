package eyebright.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eyebright.source.Problem;
import eyebright.source.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachabilityTest {

    private static final String FIRST =
            """
            - page: first
              title: A
              questions:
                - {id: cried, ask: A, one-of: [{yes: "Yes"}, {no: "No"}]}
                - {id: felt, ask: A, several-of: [{joy: Joy}, {fear: Fear}]}
                - {id: n, ask: A, count: {from: 0, to: 100, unit: x}}
                - {id: m, ask: A, count: {from: 0, to: 100, unit: x}}
                - {id: d, ask: A, number: {from: 0, to: 10, decimals: 1, unit: x}}
                - {id: word, ask: A, text: {up-to: 9}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cried == \"yes\" and cried == \"no\"",
                "not (cried == \"yes\" or cried != \"yes\")",
                "n > 100",
                "n < 0",
                "n > 3 and n < 4",
                "n > 2.5 and n < 3 ",
                "n == 2.5",
                "n in [-1, 101]",
                "felt.joy and not felt.joy",
                "answered(n) and not answered(n)",
                "d > 3.4 and d < 3.5",
                "not answered(cried) and cried == \"yes\"",
            })
    void noAnswersLeadThere(String condition) {
        assertThat(neverShown("", FIRST + page("p", condition))).containsExactly("p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cried == \"yes\" or cried == \"no\"",
                "not answered(cried)",
                "n > 2.5 and n < 3.5",
                "n > 2.5 and n < 4.5 and n != 4",
                "n == 100",
                "n == 0",
                "n >= 99.5",
                "n > 3 and n < 5",
                "d > 3.4 and d < 3.6",
                "felt.joy and felt.fear",
                "n in [50]",
                "n != 1 and n != 2",
                // What computes is passed over, whatever it says.
                "n * 2 == 84",
                "n + 1 > 200",
                "n > m and m > n",
                "mean(n, m) > 101",
                "word == \"x\" and word == \"y\"",
            })
    void nothingIsClaimedOfWhatCanBeOrComputes(String condition) {
        assertThat(neverShown("", FIRST + page("p", condition))).isEmpty();
    }

    @Test
    void whatOnlyAHiddenPageWouldLeadToIsNeverShown() {
        String pages =
                FIRST
                        + asking("b", "cried == \"yes\"", "b1")
                        + asking("c", "b1 == \"x\" and cried == \"no\"", "c1")
                        + asking("d", "c1 == \"x\"", "d1")
                        + asking("e", "b1 == \"x\"", "e1");
        assertThat(neverShown("", pages)).containsExactly("c", "d");
    }

    @Test
    void whoTheStudyIsNotForLeadsNowhere() {
        assertThat(
                        neverShown(
                                "eligible-if: cried == \"yes\"\ngoodbye: Bye\n",
                                FIRST + page("p", "cried == \"no\"")))
                .containsExactly("p");
    }

    @Test
    void whatDecidesMayItselfStandOnAPageWithACondition() {
        String pages =
                FIRST
                        + asking("b", "n > 30", "why")
                        + page("p", "why == \"x\"")
                        + page("q", "m > 3");
        assertThat(neverShown("eligible-if: why == \"x\"\ngoodbye: Bye\n", pages)).isEmpty();
    }

    @Test
    void moreThanTenThousandCombinationsArePassedOver() {
        var questions = new StringBuilder("- page: a\n  title: A\n  questions:\n");
        var all = new StringBuilder("q0 == \"x\" and q0 == \"y\"");
        for (int i = 0; i < 9; i++) {
            questions.append("    - {id: q%d, ask: A, one-of: [{x: X}, {y: Y}]}\n".formatted(i));
            all.append(" and q%d == \"x\"".formatted(i));
        }
        // 3^8 = 6,561 are tried, 3^9 = 19,683 are not.
        String eight = all.substring(0, all.lastIndexOf(" and"));
        assertThat(neverShown("", questions + page("p", eight))).containsExactly("p");
        assertThat(neverShown("", questions + page("p", all.toString()))).isEmpty();
    }

    @Test
    void aLargeStudyIsCheckedSoon() {
        var pages = new StringBuilder(FIRST);
        String before = "cried == \"yes\"";
        for (int i = 0; i < 400; i++) {
            pages.append(asking("p" + i, before, "v" + i));
            // Each page reads the one before it many times.
            String read = "v%d == \"x\" or ".formatted(i);
            before = read.repeat(20) + "v%d == \"y\"".formatted(i);
        }
        String blocks = pages.toString();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(neverShown("", blocks)).isEmpty());
    }

    @Test
    void aLargeStudyWithRandomBlocksIsCheckedSoon() {
        var pages = new StringBuilder(FIRST);
        for (int i = 0; i < 400; i++) {
            pages.append(
                    "- {page: p%d, title: A, block: b%d, questions: [{id: v%d, ask: A, text: {up-to: 9}}]}\n"
                            .formatted(i, i / 80, i));
        }
        String blocks = pages.toString();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        assertThat(
                                        neverShown(
                                                "blocks-in-random-order: [b0, b1, b2, b3, b4]\n",
                                                blocks))
                                .isEmpty());
    }

    private static String page(String id, String condition) {
        return asking(id, condition, "of_" + id);
    }

    private static String asking(String id, String condition, String question) {
        return """
        - page: %s
          title: A
          show-if: '%s'
          questions:
            - {id: %s, ask: A, one-of: [{x: X}, {y: Y}]}
        """
                .formatted(id, condition, question);
    }

    private static List<String> neverShown(String more, String questions) {
        List<Problem> problems = Studies.problems(Studies.HEAD + more, questions);
        assertThat(problems).allMatch(problem -> problem.rule() == Rule.NEVER_SHOWN);
        return problems.stream()
                .map(problem -> problem.problem().replaceAll(".*\"(.*)\"", "$1"))
                .toList();
    }
}
