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
