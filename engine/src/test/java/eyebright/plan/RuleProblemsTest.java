package eyebright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Folder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said about a rule that cannot be, and about a published figure that says wrongly how precise it is: one
/// problem, at its place, with a fix.
class RuleProblemsTest {

    private static final String JOY =
            "- {published: joy, quantity: q, value: 60, unit: percent, source: s, certainty: verified}\n";

    private static void isOneProblem(
            Folder folder, String file, String column, String rule, String problem, String fix) {
        List<String> said = folder.problems().lines().toList();

        assertThat(said)
                .containsExactly(
                        "%s:1:%s: error: %s [%s]".formatted(file, column, problem, rule),
                        "  fix: " + fix,
                        "  see: docs/problems/%s.md".formatted(rule));
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/eyebright/analysis/rule-faults.txt",
            delimiter = '|',
            quoteCharacter = '¦',
            commentCharacter = '#')
    void aRuleThatCannotBeIsOneProblem(
            String claim, String column, String rule, String problem, String fix) {
        isOneProblem(
                Models.claim(claim).with("published.yaml", JOY),
                "plan.yaml",
                column,
                rule,
                problem,
                fix);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/eyebright/analysis/published-faults.txt",
            delimiter = '|',
            quoteCharacter = '¦',
            commentCharacter = '#')
    void aPrecisionThatCannotBeIsOneProblem(
            String precision, String column, String rule, String problem, String fix) {
        isOneProblem(with(precision), "published.yaml", column, rule, problem, fix);
    }

    private static Folder with(String precision) {
        return Models.claim("share: felt.joy, original: {published: joy}")
                .with("published.yaml", JOY.replace("certainty:", precision + ", certainty:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n: 1 | n 1",
                "n: 999999999 | n 999999999",
                "count: 3, n: 5 | count 3 of 5",
                "count: 413, n: 684 | count 413 of 684",
                "error: 0.10 | error 0.10",
                "error: 0.10, n: 50 | error 0.10",
                "interval: [-1.5, 2] | interval -1.5 2",
                "interval: [1, 2], n: 50 | interval 1 2"
            })
    void theMostPreciseIsRead(String precision, String canonical) {
        assertThat(
                        with(precision)
                                .plan()
                                .published()
                                .getFirst()
                                .precision()
                                .orElseThrow()
                                .canonical())
                .isEqualTo(canonical);
    }

    @Test
    void whatMustAlsoHoldIsReadOnce() {
        Plan plan =
                Models.claim(
                                "share: felt.joy, beside: [{name: home, says: c, share: felt_home.joy}], expects: {above: 50%, also: [home, home]}")
                        .plan();

        assertThat(plan.claims().getFirst().also()).containsExactly("home");
    }
}
