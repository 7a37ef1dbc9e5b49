package eyebright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Folder;
import eyebright.analysis.Hello;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTextTest {

    /// A plan with every rule that reads several figures, and with all that says how precise a published figure is.
    private static final String RULES =
            """
            - {plan: rules, alpha: 1%}
            - {claim: mainly, asks: a?, says: b, shares: felt, expects: {mainly: [joy, fear]}, original: {by-option: {joy: joy}}}
            - {claim: differ, asks: a?, says: b, side-by-side: [felt, felt_home], expects: {differ: at least one}}
            - {claim: slopes, asks: a?, says: b, stacked: [hellos ~ age, hellos_home ~ age], expects: {differ: at least one}}
            - claim: adds
              asks: a?
              says: b
              logistic: greeted ~ age + hours
              block: [age, hours]
              beside:
                - {name: within, says: Within., matched: {warmth: [warmth, warmth_home]}}
                - {name: bold, says: Of the bold., logistic: greeted ~ age, block: [age], among: boldness > 5}
              expects: {adds: something, also: [bold, within]}
            - {claim: crosses, asks: a?, says: b, ordinal: after ~ age, levels: {after: [worse, same, better]}, at: {age: [20, 40.5, 60]}, expects: {crosses: {better: [better, same], worse: [worse], low: 20.0, high: 40.50}}}
            - claim: share
              asks: a?
              says: b
              share: greeted == "yes"
              beside: [{name: women, says: Women., share: greeted == "yes", among: gender == "woman"}]
              expects: {above: 50%, also: [women]}
              original: [{published: counted}, {published: joy, with: women}]
            - {claim: slope, asks: a?, says: b, linear: hellos ~ age, expects: {above: 0}, original: [{published: error}, {published: limits}]}
            """;

    private static final String PUBLISHED =
            """
            - {published: joy, quantity: q, value: 60, unit: percent, n: 684, source: s, certainty: verified}
            - {published: counted, quantity: q, value: 72.4, unit: percent, count: 411, n: 568, source: s, certainty: verified}
            - {published: error, quantity: q, value: 0.30, unit: hellos, error: 0.10, source: s, certainty: verified}
            - {published: limits, quantity: q, value: 0.3, unit: hellos, interval: [-0.1, 0.70], source: s, certainty: verified}
            """;

    private static Plan rules(String plan, String published) {
        return Models.with(plan).with("published.yaml", published).plan();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¦',
            value = {
                "paired: [felt.joy, not felt_home.joy] | paired felt.joy ; not felt_home.joy",
                "correlate: [boldness, age] | correlate boldness ; age PEARSON",
                "correlate: [boldness, age], by: kendall | correlate boldness ; age KENDALL",
                "linear: hellos ~ hours+age/10 | linear hellos ~ hours + age / 10",
                "linear: hellos ~ gender * age, shows: age | linear hellos ~ gender + age + gender:age levels gender woman man another shows age",
                "linear: hellos ~ gender, levels: {gender: [man, woman]} | linear hellos ~ gender levels gender man woman",
                "linear: hellos ~ age + gender, block: [gender, age] | linear hellos ~ age + gender levels gender woman man another block gender age",
                "logistic: greeted ~ age | logistic greeted ~ age levels greeted no yes",
                "logistic: felt.joy ~ greeted_home | logistic felt.joy ~ greeted_home levels greeted_home no yes unsure",
                "counts: hellos ~ age + offset(log(hours)) | counts hellos ~ age + offset(log(hours))",
                "ordinal: warmth ~ age, at: {age: [20, 30.5]} | ordinal warmth ~ age at age 20.0 30.5",
                "ordinal: after ~ gender, levels: {gender: [man, woman], after: [worse, same, better]} | ordinal after ~ gender levels after worse same better levels gender man woman",
                "multinomial: after ~ age | multinomial after ~ age levels after better same worse",
                "stacked: [hellos ~ age, hellos_home ~ age + offset(hours)], shows: [age] | stacked hellos ~ age ; hellos_home ~ age + offset(hours) shows age",
                "matched: {warmth: [warmth, warmth_home]} | matched ~ warmth: warmth ; warmth_home",
                "matched: {a: [warmth, warmth_home], b: [felt.joy, felt_home.joy]}, outcome: [felt.fear, felt_home.fear] | matched outcome: felt.fear ; felt_home.fear ~ a: warmth ; warmth_home , b: felt.joy ; felt_home.joy",
                "reliability: boldness | reliability boldness",
                "compare: hellos, between: {gender: [{others: [woman, another]}, man]} | compare hellos between gender (woman another: \"others\") man",
            })
    void anAnalysisIsOneLine(String analysis, String line) {
        String text = PlanText.of(Models.claim(analysis).plan());

        assertThat(text.lines().filter(each -> each.startsWith("analysis ")))
                .containsExactly("analysis " + line);
    }

    @Test
    void thePlanWithEveryAnalysisIsTheFileToTheLetter() {
        assertThat(PlanText.of(Models.folder().plan()))
                .isEqualTo(Folder.resource("models-plan.txt"));
    }

    @Test
    void thePlanWithEveryRuleOfSeveralIsTheFileToTheLetter() {
        assertThat(PlanText.of(rules(RULES, PUBLISHED)))
                .isEqualTo(Folder.resource("rules-plan.txt"));
    }

    @Test
    void whateverChangesAVerdictOrAnAgreementChangesTheHash() {
        Stream<String> plans =
                Stream.of(
                                RULES,
                                RULES.replace(", alpha: 1%", ""),
                                RULES.replace("alpha: 1%", "alpha: 2%"),
                                RULES.replace("mainly: [joy, fear]", "mainly: [joy]"),
                                RULES.replace("also: [bold, within]", "also: [bold]"),
                                RULES.replace(", also: [bold, within]", ""),
                                RULES.replace("better: [better, same]", "better: [better]"),
                                RULES.replace("worse: [worse], low", "worse: [worse, same], low")
                                        .replace("better: [better, same]", "better: [better]"),
                                RULES.replace("low: 20.0", "low: 40.5")
                                        .replace("high: 40.50", "high: 60"),
                                RULES.replace("high: 40.50", "high: 60"),
                                RULES.replace(", with: women", ""))
                        .map(plan -> rules(plan, PUBLISHED).hash());
        Stream<String> published =
                Stream.of(
                                PUBLISHED.replace("n: 684", "n: 492"),
                                PUBLISHED.replace(", n: 684", ""),
                                PUBLISHED.replace("n: 684", "count: 410, n: 684"),
                                PUBLISHED.replace("count: 411, n: 568", "count: 412, n: 569"),
                                PUBLISHED.replace("error: 0.10", "error: 0.11"),
                                PUBLISHED.replace("interval: [-0.1,", "interval: [-0.2,"))
                        .map(each -> rules(RULES, each).hash());

        assertThat(Stream.concat(plans, published)).doesNotHaveDuplicates().hasSize(17);
    }

    @Test
    void howANumberOfARuleIsWrittenDoesNotMatter() {
        assertThat(
                        rules(
                                        RULES.replace("low: 20.0", "low: 20")
                                                .replace("high: 40.50", "high: 40.5"),
                                        PUBLISHED)
                                .hash())
                .isEqualTo(rules(RULES, PUBLISHED).hash());
    }

    @Test
    void wordsArePartOfThePlan() {
        String words =
                """
                - words:
                    gender.woman: women
                    child: {one: child in the family, many: children in the family}
                """;
        String plan = "- plan: hello\n- let: child\n  be: hellos\n";

        assertThat(PlanText.of(Hello.with(plan + words).plan()))
                .contains(
                        "words gender.woman called women\n",
                        "words child one child in the family many children in the family\n");
        assertThat(Hello.with(plan + words).plan().hash())
                .isNotEqualTo(Hello.with(plan).plan().hash());
    }

    @Test
    void whateverChangesAFindingChangesTheHash() {
        String plan = Models.PLAN;
        List<String> others =
                List.of(
                        plan.replace("  simultaneous: [correlations]\n", ""),
                        plan.replace("simultaneous: [correlations]", "simultaneous: [models]"),
                        plan.replace("be: hellos / hours", "be: hellos / (hours + 1)"),
                        plan.replace("{be: felt.joy}", "{be: 1}"),
                        plan.replace("{when: felt.fear, be: 0}", "{when: felt.none, be: 0}"),
                        plan.replace("by: kendall", "by: spearman"),
                        plan.replace(
                                "age / 10 + gender * boldness", "age / 10 + gender + boldness"),
                        plan.replace(
                                "levels: {gender: [man, woman]}", "levels: {gender: [woman, man]}"),
                        plan.replace("shows: [age / 10, gender]", "shows: [age / 10]"),
                        plan.replace("block: [age, gender]", "block: [age]"),
                        plan.replace("at: {warmth: [1, 3.5, 5]}", "at: {warmth: [1, 5]}"),
                        plan.replace("[woman, another]", "[another, woman]"),
                        plan.replace("women, and others", "all others"),
                        plan.replace("says: Of the bold.", "says: Of the very bold."),
                        plan.replace("among: boldness > 5", "among: boldness > 6"),
                        plan.replace("name: bold", "name: bolder"),
                        plan.replace(
                                ", outcome: ['greeted == \"yes\"', 'greeted_home == \"yes\"']", ""),
                        plan.replace(
                                "joy: [felt.joy, felt_home.joy]",
                                "joy: [felt_home.joy, felt.joy]"));

        assertThat(
                        Stream.concat(Stream.of(plan), others.stream())
                                .map(each -> Models.with(each).plan().hash()))
                .doesNotHaveDuplicates()
                .hasSize(others.size() + 1);
    }

    @Test
    void theOrderInWhichLevelsAreDeclaredDoesNotMatter() {
        String one =
                "ordinal: after ~ gender, levels: {gender: [man, woman], after: [worse, better]}";
        String other =
                "ordinal: after ~ gender, levels: {after: [worse, better], gender: [man, woman]}";

        assertThat(Models.claim(one).plan().hash()).isEqualTo(Models.claim(other).plan().hash());
    }

    @Test
    void noLabelOfAGroupReadsLikeTwoGroups() {
        String one =
                "compare: hellos, between: {gender: [{\"a\\\") (man: \\\"b\": [woman]}, another]}";
        String other = "compare: hellos, between: {gender: [{a: [woman]}, {b: [man]}, another]}";

        assertThat(Models.claim(one).plan().hash()).isNotEqualTo(Models.claim(other).plan().hash());
    }
}
