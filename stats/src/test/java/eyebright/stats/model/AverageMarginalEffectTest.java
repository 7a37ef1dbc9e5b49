package eyebright.stats.model;

import static eyebright.stats.model.ModelCases.data;
import static eyebright.stats.model.ModelCases.design;
import static eyebright.stats.model.ModelCases.estimates;
import static eyebright.stats.model.ModelCases.fitted;
import static eyebright.stats.model.ModelCases.has;
import static eyebright.stats.model.ModelCases.levels;
import static eyebright.stats.model.ModelCases.more;
import static eyebright.stats.model.ModelCases.number;
import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eyebright.stats.Estimate;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.formula.Design;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AverageMarginalEffectTest {

    @Test
    void effectsOfPartsOfAnInteractionAgreeWithR() {
        var cowles = data("cowles");
        var design =
                design(
                        "volunteer ~ sex + neuroticism * extraversion",
                        levels(cowles, "sex"),
                        number(cowles, "neuroticism"),
                        number(cowles, "extraversion"));
        var model =
                fitted(
                        LogisticRegression.of(
                                design, has(cowles, "volunteer", "yes"), WhenSeparated.REFUSE));
        Map<String, Double> actual = new TreeMap<>();
        put(actual, "neuroticism", effect(model, design, "neuroticism", 0));
        put(actual, "extraversion", effect(model, design, "extraversion", 0));
        put(actual, "male", effect(model, design, "sex", 0));

        more("cowles average marginal effects")
                .without("probability", "low", "high")
                .areMetBy(actual);
    }

    @Test
    void effectsOfALogarithmAndOfLevelsAgreeWithR() {
        var students = data("students").complete("W.Hnd", "Sex", "Height", "Exer", "Pulse");
        var design =
                design(
                        "Sex ~ log(Height) + Exer * Pulse",
                        number(students, "Height"),
                        levels(students, "Exer"),
                        number(students, "Pulse"));
        var model =
                fitted(
                        LogisticRegression.of(
                                design, has(students, "Sex", "Male"), WhenSeparated.REFUSE));
        Map<String, Double> actual = estimates(model.coefficients());
        put(actual, "Height", effect(model, design, "Height", 0));
        put(actual, "Pulse", effect(model, design, "Pulse", 0));
        put(actual, "None", effect(model, design, "Exer", 0));
        put(actual, "Some", effect(model, design, "Exer", 1));

        more("students Sex ~ log(Height) + Exer*Pulse").areMetBy(actual);
    }

    @Test
    void designOfAnotherModelIsAFault() {
        var cowles = data("cowles");
        var design = design("volunteer ~ sex", levels(cowles, "sex"));
        var other = design("volunteer ~ neuroticism", number(cowles, "neuroticism"));
        var model =
                fitted(
                        LogisticRegression.of(
                                design, has(cowles, "volunteer", "yes"), WhenSeparated.REFUSE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AverageMarginalEffect.of(model, other, "neuroticism", 0.95))
                .withMessageStartingWith("design must be that of the model: 1421 respondents");
    }

    private static Estimate effect(
            LogisticRegression model, Design design, String predictor, int place) {
        return AverageMarginalEffect.of(model, design, predictor, 0.95).get(place).estimate();
    }

    private static void put(Map<String, Double> actual, String name, Estimate effect) {
        actual.put("ame_" + name, known(effect).value());
        double width = interval(effect).high() - interval(effect).low();
        actual.put("se_" + name, width / 2 / Quantiles.normal(0.95));
    }
}
