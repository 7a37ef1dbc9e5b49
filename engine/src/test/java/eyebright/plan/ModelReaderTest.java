package eyebright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.expression.Expression;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelReaderTest {

    private static Analysis read(String analysis) {
        return Models.claim(analysis).plan().claims().getFirst().analysis();
    }

    private static Analysis.Regression regression(String analysis) {
        return (Analysis.Regression) read(analysis);
    }

    @Test
    void levelsThatAreNotDeclaredAreAllOptionsWithNoBeforeYes() {
        assertThat(regression("linear: hellos ~ gender + greeted").levels())
                .containsExactly(
                        new Analysis.Levels("gender", List.of("woman", "man", "another")),
                        new Analysis.Levels("greeted", List.of("no", "yes", "unsure")));
        assertThat(regression("logistic: greeted ~ age").levels())
                .containsExactly(new Analysis.Levels("greeted", List.of("no", "yes")));
        assertThat(regression("linear: hellos ~ age + felt.joy").levels()).isEmpty();
    }

    @Test
    void levelsThatAreDeclaredStandInTheirOrder() {
        assertThat(
                        regression("linear: hellos ~ gender, levels: {gender: [another, woman]}")
                                .levels())
                .containsExactly(new Analysis.Levels("gender", List.of("another", "woman")));
    }

    @Test
    void showsNamesCoefficientsOrPredictors() {
        String model = "linear: hellos ~ age / 10 + gender * boldness, shows: ";

        assertThat(regression(model + "age").shows()).containsExactly("age / 10");
        assertThat(regression(model + "age / 10").shows()).containsExactly("age / 10");
        assertThat(regression(model + "gender").shows())
                .containsExactly("gender.man", "gender.another");
        assertThat(regression(model + "[gender.man, gender, gender.man]").shows())
                .containsExactly("gender.man", "gender.another");
        assertThat(regression(model + "'gender:boldness'").shows())
                .containsExactly("gender.man:boldness", "gender.another:boldness");
        assertThat(regression("linear: hellos ~ age").shows()).isEmpty();
    }

    @Test
    void aBlockIsOneNameOrSeveral() {
        assertThat(regression("linear: hellos ~ age + hours, block: age").block())
                .containsExactly("age");
        assertThat(
                        regression("linear: hellos ~ age / 10 + hours, block: [hours, age, hours]")
                                .block())
                .containsExactly("hours", "age");
    }

    @Test
    void chancesAreShownAtNumbersOfAPredictor() {
        assertThat(regression("ordinal: warmth ~ age, at: {age: [20, 30.5, -0]}").at())
                .contains(new Analysis.At("age", List.of(20.0, 30.5, 0.0)));
    }

    @Test
    void theSameTermInWhateverSpacesIsTheSameModel() {
        assertThat(regression("linear: 'hellos~age*gender'").formula().text())
                .isEqualTo(
                        regression("linear: hellos ~ age + gender + age:gender").formula().text());
    }

    @Test
    void correlationsArePearsonsUnlessOneIsNamed() {
        assertThat(read("correlate: [age, greeted]"))
                .isEqualTo(
                        new Analysis.Correlate(
                                Expression.of("age"),
                                Expression.of("greeted"),
                                Analysis.Correlation.PEARSON));
        assertThat(
                        ((Analysis.Correlate) read("correlate: [age, felt.joy], by: kendall"))
                                .correlation())
                .isEqualTo(Analysis.Correlation.KENDALL);
    }

    @Test
    void stackedFormulasMayHaveOffsetsOfTheirOwn() {
        var stacked =
                (Analysis.Stacked)
                        read(
                                "stacked: [hellos ~ age + offset(log(hours)), hellos_home ~ age], shows: age");

        assertThat(stacked.first().offsets()).hasSize(1);
        assertThat(stacked.second().offsets()).isEmpty();
        assertThat(stacked.shows()).containsExactly("age");
    }

    @Test
    void whatIsMatchedMayBeNumbersConditionsAndTheSameOptions() {
        var matched =
                (Analysis.Matched)
                        read(
                                "matched: {warmth: [warmth, warmth_home], joy: [felt.joy, felt_home.joy], greeted: [greeted, greeted_home]}");

        assertThat(matched.outcome()).isEmpty();
        assertThat(matched.predictors())
                .extracting(Analysis.Both::name)
                .containsExactly("warmth", "joy", "greeted");
    }

    @Test
    void rulesAreInTheUnitOfTheirAnalysis() {
        assertThat(rule("logistic: greeted ~ age, expects: {within: 1.25 times}"))
                .contains(new Expectation.Within(new BigDecimal("1.25"), Expectation.In.TIMES));
        assertThat(rule("linear: hellos ~ age, expects: {above: -2.5}"))
                .contains(new Expectation.Above(new BigDecimal("-2.5"), Expectation.In.NUMBER));
        assertThat(rule("correlate: [age, hellos], expects: {inside: [-.1, 0.3]}"))
                .contains(
                        new Expectation.Inside(
                                new BigDecimal("-0.1"),
                                new BigDecimal("0.3"),
                                Expectation.In.NUMBER));
        assertThat(rule("paired: [felt.joy, felt_home.joy], expects: {within: 10 points}"))
                .contains(new Expectation.Within(BigDecimal.TEN, Expectation.In.POINTS));
    }

    private static Optional<Expectation> rule(String claim) {
        return Models.claim(claim).plan().claims().getFirst().expects();
    }

    @Test
    void aPoolHasALabelAndItsOptions() {
        var compare =
                (Analysis.Compare)
                        read(
                                "compare: hellos, between: {gender: [{women and others: [woman, another]}, man]}");

        assertThat(compare.groups())
                .containsExactly(
                        new Analysis.Pool(
                                Optional.of("women and others"), List.of("woman", "another")),
                        new Analysis.Pool(Optional.empty(), List.of("man")));
    }

    @Test
    void thePlanKnowsItsNumbersItsFamiliesAndWhatStandsBeside() {
        Plan plan = Models.folder().plan();

        assertThat(plan.simultaneous()).containsExactly("correlations");
        assertThat(plan.lets()).extracting(Let::name).containsExactly("per_hour", "step", "glad");
        assertThat(plan.lets().getFirst().label()).contains("one hello an hour");
        assertThat(plan.claims().getLast().beside())
                .extracting(Companion::name)
                .containsExactly("bold", "model", "later");
    }
}
