package eyebright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Folder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said about an analysis that cannot be: one problem, at its place, with a fix.
class ModelProblemsTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "/eyebright/analysis/faults.txt",
            delimiter = '|',
            quoteCharacter = '¦',
            commentCharacter = '#')
    void aFaultIsOneProblemAtItsPlaceWithAFix(
            String analysis, String column, String rule, String problem, String fix) {
        List<String> said = Models.claim(analysis).problems().lines().toList();

        assertThat(said).hasSize(3);
        assertThat(said.getFirst())
                .isEqualTo("plan.yaml:1:%s: error: %s [%s]".formatted(column, problem, rule));
        assertThat(said.get(1)).startsWith("  fix: " + fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¦',
            value = {
                "- {be: 1} | 1:3 | missing-key | a claim has no claim",
                "- {let: a} | 1:3 | missing-key | a number of the plan has no be",
                "- {let: A, be: 1} | 1:9 | wrong-name | \"A\" is no name of a number: lower-case letters, digits and _",
                "- {let: mean, be: 1} | 1:9 | reserved-name | let must not be \"mean\", which Eyebright needs for itself",
                "- {let: excluded, be: 1} | 1:9 | reserved-name | let must not be \"excluded\", which Eyebright needs for itself",
                "- {let: age, be: 1} | 1:9 | duplicate-id | \"age\" is already asked, scored or made",
                "- {let: traits, be: 1} | 1:9 | duplicate-id | \"traits\" is already asked, scored or made",
                "- {let: boldness, be: 1} | 1:9 | duplicate-id | \"boldness\" is already asked, scored or made",
                "- {let: a, be: a + 1} | 1:16 | never-asked | \"a\" is neither asked nor scored",
                "- {let: a, be: hellos +} | 1:24 | bad-expression | the expression ends too early",
                "- {let: a, be: hellos + hourz} | 1:25 | never-asked | \"hourz\" is neither asked nor scored; nearest is \"hours\"",
                "- {let: a, be: gender} | 1:16 | wrong-type | let makes a number, and \"gender\" is none",
                "- {let: a, be: word} | 1:16 | wrong-type | let makes a number, and \"word\" is none",
                "- {let: a, be: felt} | 1:16 | wrong-type | \"felt\" has several answers, so it is no condition",
                "- {let: a, be: []} | 1:12 | wrong-value | let has no case",
                "- {let: a, be: {when: felt.joy}} | 1:16 | wrong-kind | be of a number of the plan must be a list, not a mapping",
                "- {let: a, be: [1]} | 1:17 | wrong-kind | a case of let must be a mapping (key: value), not a text",
                "- {let: a, be: [{when: felt.joy}]} | 1:17 | missing-key | a case of let has no be",
                "- {let: a, be: [{when: hellos, be: 1}]} | 1:24 | wrong-type | a condition is needed here, not a number",
                "- {let: a, be: [{when: felt.joy, be: 1, otherwise: 0}]} | 1:41 | unknown-key | \"otherwise\" is no key of a case of let",
                "- {let: a, be: [{be: 1}, {when: felt.joy, be: 0}]} | 1:26 | wrong-value | nobody comes to this case, since the one before has no when",
                "- {let: a, be: 1, labels: x} | 1:19 | unknown-key | \"labels\" is no key of a number of the plan; nearest is \"label\"",
                "- {let: a, be: 1, label: <b>} | 1:26 | unsafe-text | texts are Markdown without HTML, so \"<b\" cannot stand here",
            })
    void aNumberThatCannotBeMadeIsOneProblem(
            String let, String place, String rule, String problem) {
        List<String> said =
                Models.with(let + "\n").problems().lines().filter(this::isError).toList();

        assertThat(said.getFirst()).startsWith("plan.yaml:%s: error: %s".formatted(place, problem));
        assertThat(said.getFirst()).endsWith("[%s]".formatted(rule));
        assertThat(said).hasSize(let.contains("let") ? 1 : 5);
    }

    private boolean isError(String line) {
        return line.contains(": error: ");
    }

    @Test
    void aNumberIsMadeOnceAndReadsThoseBefore() {
        assertThat(
                        Models.with(
                                        """
                                        - {let: a, be: hellos / 2}
                                        - {let: b, be: a + 1}
                                        - {let: a, be: 1}
                                        - {let: c, be: d}
                                        - {let: d, be: 1}
                                        """)
                                .problems()
                                .lines()
                                .filter(this::isError))
                .containsExactly(
                        "plan.yaml:3:9: error: \"a\" is already asked, scored or made [duplicate-id]",
                        "plan.yaml:4:16: error: \"d\" is neither asked nor scored; nearest is \"a\" [never-asked]");
    }

    @Test
    void simultaneousNamesFamiliesThatAreThere() {
        String claim = "- {claim: x, asks: a?, says: b, family: greetings, share: felt.joy}\n";

        assertThat(Models.with("- {plan: p, simultaneous: [greetings]}\n" + claim).problems())
                .isEmpty();
        assertThat(
                        Models.with(
                                        "- {plan: p, simultaneous: [greetings, greetins, other]}\n"
                                                + claim)
                                .problems()
                                .lines())
                .containsExactly(
                        "plan.yaml:1:39: error: no family \"greetins\"; there are greetings [unknown-variable]",
                        "  fix: write greetings",
                        "  see: docs/problems/unknown-variable.md",
                        "plan.yaml:1:49: error: no family \"other\"; there are greetings [unknown-variable]",
                        "  fix: use one of these",
                        "  see: docs/problems/unknown-variable.md");
        assertThat(Models.with("- {plan: p, simultaneous: [greetings]}\n").problems().lines())
                .contains(
                        "plan.yaml:1:28: error: no family \"greetings\"; there is none [unknown-variable]");
    }

    @Test
    void aFormulaIsBounded() {
        String long2001 = "hellos ~ age" + " ".repeat(1_984) + "+ hours";
        assertThat(Models.claim("linear: '%s'".formatted(long2001)).problems())
                .startsWith(
                        "plan.yaml:1:41: error: a formula must have at most 2,000 characters, not 2,003 [bad-formula]");
        assertThat(
                        Models.claim("linear: " + "hellos ~ " + "age + ".repeat(10_000) + "age")
                                .problems())
                .contains("at most 2,000 characters, not 60,012 [bad-formula]");
        assertThat(
                        Models.claim(
                                        "linear: hellos ~ "
                                                + IntStream.rangeClosed(1, 101)
                                                        .mapToObj(i -> "age / " + i)
                                                        .collect(Collectors.joining(" + ")))
                                .problems())
                .contains("here the formula has more than 100 terms [bad-formula]");
    }

    @Test
    void bracketsMayBeTwentyDeep() {
        assertThat(Models.claim("linear: hellos ~ " + nested(20)).problems()).isEmpty();
        assertThat(Models.claim("linear: hellos ~ " + nested(21)).problems())
                .contains("brackets more than 20 deep [bad-formula]");
        assertThat(Models.claim("linear: hellos ~ " + "(".repeat(1_900)).problems())
                .contains("brackets more than 20 deep [bad-formula]");
    }

    private static String nested(int deep) {
        return "(".repeat(deep) + "age" + ")".repeat(deep);
    }

    @Test
    void whatIsCrossedIsBounded() {
        String crossed =
                IntStream.rangeClosed(1, 30)
                        .mapToObj(i -> "v" + i)
                        .collect(Collectors.joining(" * ", "linear: hellos ~ ", ""));

        assertThat(Models.claim(crossed).problems())
                .startsWith("plan.yaml:1:")
                .contains("here the formula has more than 100 terms [bad-formula]");
    }

    @Test
    void theCoefficientsOfCrossedQuestionsAreBounded() {
        String options =
                IntStream.rangeClosed(1, 100)
                        .mapToObj(i -> "{c%d: Country %d}".formatted(i, i))
                        .collect(Collectors.joining(", ", "[", "]"));
        String questions =
                """
                - page: one
                  title: One
                  questions:
                    - {id: here, ask: Where?, one-of: %s}
                    - {id: before, ask: Before?, one-of: %s}
                    - {id: next, ask: Next?, one-of: %s}
                    - {id: age, ask: How old?, number: {from: 18, to: 90, unit: years}}
                """
                        .formatted(options, options, options);

        assertThat(
                        new Folder(questions)
                                .with(
                                        "plan.yaml",
                                        "- {claim: x, asks: a?, says: b, linear: age ~ here * before * next}\n")
                                .problems())
                .startsWith(
                        "plan.yaml:1:41: error: a formula must have at most 300 coefficients, not 999999 [bad-formula]");
    }

    @Test
    void listsAreBounded() {
        assertThat(
                        Models.claim(
                                        "share: felt.joy, beside: "
                                                + many(
                                                        51,
                                                        "{name: n%d, says: s, share: felt.fear}"))
                                .problems())
                .startsWith(
                        "plan.yaml:1:50: error: beside must list at most 50 analyses, not 51 [too-large]");
        assertThat(
                        Models.claim(
                                        "share: felt.joy, beside: "
                                                + many(
                                                        50,
                                                        "{name: n%d, says: s, share: felt.fear}"))
                                .problems())
                .isEmpty();
        assertThat(
                        Models.claim(
                                        "matched: "
                                                + many(51, "p%d: [warmth, warmth_home]")
                                                        .replace('[', '{')
                                                        .replace(']', '}')
                                                        .replace(
                                                                "{warmth, warmth_home}",
                                                                "[warmth, warmth_home]"))
                                .problems())
                .startsWith(
                        "plan.yaml:1:33: error: matched must name at most 50, not 51 [too-large]");
        assertThat(
                        Models.with(
                                        "- {let: a, be: "
                                                + many(51, "{when: hellos == %d, be: 1}")
                                                + "}\n")
                                .problems())
                .startsWith(
                        "plan.yaml:1:12: error: let must have at most 50 cases, not 51 [too-large]");
        assertThat(
                        Models.with(
                                        IntStream.rangeClosed(1, 201)
                                                .mapToObj("- {let: n%d, be: 1}\n"::formatted)
                                                .collect(Collectors.joining()))
                                .problems())
                .startsWith(
                        "plan.yaml:201:3: error: a plan must make at most 200 numbers, not 201 [too-large]");
    }

    private static String many(int count, String pattern) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(pattern::formatted)
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
