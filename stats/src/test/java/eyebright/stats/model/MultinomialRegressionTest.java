package eyebright.stats.model;

import static eyebright.stats.model.Fits.fitted;
import static eyebright.stats.model.Fits.reason;
import static eyebright.stats.model.RealData.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MultinomialRegressionTest {

    private static final CsvTable DATA = CsvTable.read("data/womenlf.csv");
    private static final List<String> LEVELS = List.of("fulltime", "not.work", "parttime");
    private static final List<String> NAMES = List.of("hincome", "children");
    private static final Matrix X =
            Matrix.ofColumns(
                    DATA.numbers("hincome"), RealData.indicator(DATA, "children", "present"));
    private static final int[] WORK = RealData.codes(DATA, "partic", LEVELS);
    private static final MultinomialRegression MODEL =
            fitted(MultinomialRegression.fit(NAMES, X, LEVELS, WORK, "fulltime"));
    private static final Map<String, String> IN_R =
            Map.of(
                    "(intercept)",
                    "(Intercept)",
                    "hincome",
                    "hincome",
                    "children",
                    "childrenpresent");

    @Test
    void agreesWithROnWorkOfWomen() {
        Map<String, Double> actual = new HashMap<>();
        for (String level : List.of("not.work", "parttime")) {
            IN_R.forEach(
                    (ours, theirs) ->
                            actual.put(
                                    "b[" + level + "," + theirs + "]",
                                    MODEL.coefficients().value(MODEL.coefficient(level, ours))));
        }
        actual.put("deviance", -2 * MODEL.logLikelihood());

        ExpectedValues.of("womenlf partic ~ hincome + children, multinomial").areMetBy(actual);
    }

    @Test
    void errorsTestsAndChancesAgreeWithR() {
        Map<String, Double> actual = new HashMap<>();
        for (String level : List.of("not.work", "parttime")) {
            IN_R.forEach(
                    (ours, theirs) ->
                            actual.put(
                                    "se[" + level + ":" + theirs + "]",
                                    MODEL.coefficients()
                                            .standardError(MODEL.coefficient(level, ours))));
        }
        actual.put("LR[hincome]", ratio(List.of("hincome")));
        actual.put("LR[children]", ratio(List.of("children")));
        actual.put("LR all", ratio(NAMES));
        for (String level : LEVELS) {
            Estimate chance = MODEL.chance(level, new double[] {20, 1}, 0.95);
            actual.put("chance " + level, value(chance));
            actual.put("chance " + level + " low", ExpectedValues.interval(chance).low());
            actual.put("chance " + level + " high", ExpectedValues.interval(chance).high());
        }

        ExpectedValues.in("more/ordinal.csv", "womenlf multinomial").areMetBy(actual);
    }

    private static double ratio(List<String> tested) {
        return fitted(MODEL.likelihoodRatio(tested, 0.95)).test().statistic().orElseThrow();
    }

    @Test
    void anotherReferenceTurnsTheSignsAndChangesNoChance() {
        var other = fitted(MultinomialRegression.fit(NAMES, X, LEVELS, WORK, "parttime"));

        assertThat(other.coefficients().value("fulltime: hincome"))
                .isCloseTo(-MODEL.coefficients().value("parttime: hincome"), within(1e-12));
        assertThat(other.logLikelihood()).isCloseTo(MODEL.logLikelihood(), within(1e-11));
        for (String level : LEVELS) {
            assertThat(value(other.chance(level, new double[] {11, 0}, 0.95)))
                    .isCloseTo(
                            value(MODEL.chance(level, new double[] {11, 0}, 0.95)), within(1e-13));
        }
    }

    @Test
    void aFormulaGivesTheSameModel() {
        var children =
                new Categorical(
                        "children",
                        List.of("absent", "present"),
                        RealData.codes(DATA, "children", List.of("absent", "present")));
        Design design =
                fitted(
                        Design.of(
                                Formula.parse("partic ~ hincome + children"),
                                List.of(
                                        new Numeric("hincome", DATA.numbers("hincome")),
                                        children)));
        var model =
                fitted(MultinomialRegression.fit(design, new Categorical("partic", LEVELS, WORK)));

        assertThat(model.coefficients().names())
                .containsExactly(
                        "not.work: (intercept)",
                        "not.work: hincome",
                        "not.work: children.present",
                        "parttime: (intercept)",
                        "parttime: hincome",
                        "parttime: children.present");
        assertThat(model.coefficients().values())
                .containsExactly(MODEL.coefficients().values(), within(1e-13));
        assertThat(value(model.chance("parttime", design.matrix().row(7), 0.95)))
                .isCloseTo(value(MODEL.chance("parttime", X.row(7), 0.95)), within(1e-13));
    }

    @Test
    void twoCategoriesAreLogisticRegression() {
        double[] x = {1, 2, 3, 4, 5, 6};
        int[] codes = {0, 0, 1, 0, 1, 1};
        var two =
                fitted(
                        MultinomialRegression.fit(
                                List.of("x"),
                                Matrix.ofColumns(x),
                                List.of("no", "yes"),
                                codes,
                                "no"));
        var ordinal =
                fitted(
                        ProportionalOdds.fit(
                                List.of("x"), Matrix.ofColumns(x), List.of("no", "yes"), codes));

        assertThat(two.coefficients().value("yes: x"))
                .isCloseTo(ordinal.coefficients().value("x"), within(1e-12));
        assertThat(two.coefficients().standardError("yes: x"))
                .isCloseTo(ordinal.coefficients().standardError("x"), within(1e-12));
        Interval profile = ExpectedValues.interval(two.oddsRatio("yes", "x", 0.95));
        Interval other = ExpectedValues.interval(ordinal.oddsRatio("x", 0.95));
        assertThat(profile.low()).isCloseTo(other.low(), within(1e-9));
        assertThat(profile.high()).isCloseTo(other.high(), within(1e-9));
    }

    @Test
    void unitAndOriginOfAPredictorChangeNoChance() {
        for (double[] unit : new double[][] {{1e-7, 0}, {1, 1e9}, {1e6, -5}}) {
            double[] income = DATA.numbers("hincome");
            for (int i = 0; i < income.length; i++) {
                income[i] = income[i] * unit[0] + unit[1];
            }
            var other =
                    fitted(
                            MultinomialRegression.fit(
                                    NAMES,
                                    Matrix.ofColumns(income, X.column(1)),
                                    LEVELS,
                                    WORK,
                                    "fulltime"));

            assertThat(
                            value(
                                    other.chance(
                                            "parttime",
                                            new double[] {9 * unit[0] + unit[1], 1},
                                            0.9)))
                    .isCloseTo(
                            value(MODEL.chance("parttime", new double[] {9, 1}, 0.9)),
                            within(1e-8));
        }
    }

    @Test
    void whatCannotBeFittedHasAReason() {
        double[] x = {1, 2, 3, 4, 5, 6};
        List<String> levels = List.of("a", "b", "c");

        assertThat(why(new int[] {0, 1, 1, 0, 1, 1}, x, levels, "c"))
                .isEqualTo("nobody is in the reference category c");
        assertThat(why(new int[6], x, levels, "a")).isEqualTo("everyone is in the category a");
        assertThat(why(new int[] {0, 0, 1, 1, 2, 2}, x, levels, "a"))
                .isEqualTo("x separates the outcomes: its coefficient grows without end");
        assertThat(why(new int[] {0, 1, 2, 0, 1, 2}, new double[6], levels, "a"))
                .isEqualTo("x has the same value for everyone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> why(new int[6], x, levels, "d"))
                .withMessage("no level d; there are [a], and empty [b, c]");
    }

    private static String why(int[] codes, double[] x, List<String> levels, String reference) {
        return reason(
                MultinomialRegression.fit(
                        List.of("x"), Matrix.ofColumns(x), levels, codes, reference));
    }
}
