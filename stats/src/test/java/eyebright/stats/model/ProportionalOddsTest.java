package eyebright.stats.model;

import static eyebright.stats.model.Fits.fitted;
import static eyebright.stats.model.Fits.reason;
import static eyebright.stats.model.RealData.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Fitting;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProportionalOddsTest {

    private static final List<String> SIX = List.of("1", "2", "3", "4", "5", "6");
    private static final List<String> FIVE = List.of("1", "2", "3", "4", "5");
    private static final List<String> THREE = List.of("worse", "same", "better");
    private static final CsvTable BFI =
            CsvTable.read("data/bfi.csv").complete("A2", "gender", "age");
    private static final CsvTable WINE = CsvTable.read("data/wine.csv");
    private static final ProportionalOdds ANSWER =
            fitted(
                    ProportionalOdds.fit(
                            List.of("gender", "age"),
                            Matrix.ofColumns(
                                    RealData.indicator(BFI, "gender", "woman"), BFI.numbers("age")),
                            SIX,
                            RealData.codes(BFI, "A2", SIX)));
    private static final Matrix WINE_X =
            Matrix.ofColumns(
                    RealData.indicator(WINE, "temp", "warm"),
                    RealData.indicator(WINE, "contact", "yes"));
    private static final int[] RATING = RealData.codes(WINE, "rating", FIVE);
    private static final ProportionalOdds BITTER =
            fitted(ProportionalOdds.fit(List.of("temp", "contact"), WINE_X, FIVE, RATING));

    @Test
    void agreesWithROnAnAnswerOfTheBigFive() {
        var actual = coefficients(ANSWER, Map.of("gender", "genderwoman"));
        actual.put("loglik", ANSWER.logLikelihood());

        ExpectedValues.of("bfi A2 ordinal ~ gender + age").areMetBy(actual);
    }

    @Test
    void agreesWithROnTheBitternessOfWine() {
        var actual = coefficients(BITTER, Map.of("temp", "tempwarm", "contact", "contactyes"));

        ExpectedValues.of("wine rating ~ temp + contact").areMetBy(actual);
    }

    @Test
    void chancesProfilesAndTestsAgreeWithROnTheBigFive() {
        var actual =
                rest(ANSWER, List.of("gender", "age"), new double[] {0, 20}, new double[] {1, 60});
        TestResult brant = ANSWER.proportionality().brant().orElseThrow();
        actual.put("Brant", brant.statistic().orElseThrow());
        actual.put("Brant df", brant.df().getFirst());

        ExpectedValues.in("more/ordinal.csv", "bfi A2 ordinal").areMetBy(actual);
    }

    @Test
    void chancesProfilesAndTestsAgreeWithROnWine() {
        var actual =
                rest(BITTER, List.of("temp", "contact"), new double[] {0, 0}, new double[] {1, 1});

        ExpectedValues.in("more/ordinal.csv", "wine ordinal").areMetBy(actual);
    }

    private static Map<String, Double> coefficients(
            ProportionalOdds model, Map<String, String> inR) {
        Map<String, Double> actual = new HashMap<>();
        for (String name : model.coefficients().names()) {
            String key = inR.getOrDefault(name, name);
            actual.put("b[" + key + "]", model.coefficients().value(name));
            actual.put("se[" + key + "]", model.coefficients().standardError(name));
        }
        return actual;
    }

    private static Map<String, Double> rest(
            ProportionalOdds model, List<String> predictors, double[]... rows) {
        Map<String, Double> actual = new HashMap<>();
        actual.put("loglik", model.logLikelihood());
        for (int i = 0; i < rows.length; i++) {
            for (String level : model.levels()) {
                Estimate chance = model.chance(level, rows[i], 0.95);
                String key = "chance" + level + " row " + (i + 1);
                actual.put(key, value(chance));
                actual.put(key + " low", ExpectedValues.interval(chance).low());
                actual.put(key + " high", ExpectedValues.interval(chance).high());
            }
        }
        for (String name : predictors) {
            actual.put("LR[" + name + "]", ratio(model, name));
            actual.put(
                    "nominal[" + name + "]", statistic(model.proportionalityTest(List.of(name))));
            Interval profile = ExpectedValues.interval(model.profile(name, 0.95));
            actual.put("profile low[" + name + "]", profile.low());
            actual.put("profile high[" + name + "]", profile.high());
            Interval ratio = ExpectedValues.interval(model.oddsRatio(name, 0.95));
            actual.put("OR profile low[" + name + "]", ratio.low());
            actual.put("OR profile high[" + name + "]", ratio.high());
        }
        actual.put("nominal all", statistic(model.proportionalityTest()));
        return actual;
    }

    private static double ratio(ProportionalOdds model, String name) {
        var ratio = fitted(model.likelihoodRatio(List.of(name), 0.95));
        return ratio.test().statistic().orElseThrow();
    }

    private static double statistic(Fitting<TestResult> test) {
        return fitted(test).statistic().orElseThrow();
    }

    @Test
    void aFormulaGivesTheSameModel() {
        List<Predictor> predictors =
                List.of(
                        categorical("temp", List.of("cold", "warm")),
                        categorical("contact", List.of("no", "yes")));
        Design design = fitted(Design.of(Formula.parse("rating ~ temp + contact"), predictors));
        var model = fitted(ProportionalOdds.fit(design, new Categorical("rating", FIVE, RATING)));

        assertThat(model.coefficients().names())
                .containsExactly("1|2", "2|3", "3|4", "4|5", "temp.warm", "contact.yes");
        assertThat(model.coefficients().values())
                .containsExactly(BITTER.coefficients().values(), within(1e-13));
        assertThat(value(model.chance("4", design.matrix().row(5), 0.95)))
                .isCloseTo(value(BITTER.chance("4", WINE_X.row(5), 0.95)), within(1e-14));
        Design without = fitted(Design.of(Formula.parse("rating ~ temp - 1"), predictors));
        assertThat(reason(ProportionalOdds.fit(without, new Categorical("rating", FIVE, RATING))))
                .isEqualTo("this model always has a constant, which the formula takes out");
    }

    private static Categorical categorical(String name, List<String> levels) {
        return new Categorical(name, levels, RealData.codes(WINE, name, levels));
    }

    @Test
    void testOfProportionalOddsSaysWhichItIs() {
        TestResult test = fitted(ANSWER.proportionalityTest());

        assertThat(test.name()).isEqualTo("Likelihood-ratio test of proportional odds");
        assertThat(test.df()).containsExactly(8.0);
        assertThat(test.p()).isBetween(0.35, 0.37);
    }

    @Test
    void chancesOfAllCategoriesAddUpToOne() {
        double[] row = {1, 33};
        double sum = SIX.stream().mapToDouble(level -> value(ANSWER.chance(level, row, 0.9))).sum();

        assertThat(sum).isCloseTo(1, within(1e-14));
        for (String level : SIX) {
            double atMost = value(ANSWER.chanceAtMost(level, row, 0.9));
            assertThat(atMost + value(ANSWER.chanceAbove(level, row, 0.9)))
                    .isCloseTo(1, within(1e-14));
        }
        assertThat(value(ANSWER.chanceAtMost("6", row, 0.9))).isEqualTo(1);
        assertThat(value(ANSWER.chanceAbove("6", row, 0.9))).isZero();
    }

    @Test
    void oddsRatioIsTheOneOfTwoPredictedChances() {
        double with = value(BITTER.chanceAbove("3", new double[] {1, 0}, 0.95));
        double without = value(BITTER.chanceAbove("3", new double[] {0, 0}, 0.95));
        double ratio = with / (1 - with) / (without / (1 - without));

        assertThat(value(BITTER.waldOddsRatio("temp", 0.95)))
                .isCloseTo(ratio, within(1e-12 * ratio));
    }

    @Test
    void orderOfRowsChangesNothingButTheLastDigits() {
        for (long seed = 0; seed < 5; seed++) {
            int[] order = RealData.shuffled(RATING.length, seed);
            var other =
                    fitted(
                            ProportionalOdds.fit(
                                    List.of("temp", "contact"),
                                    RealData.rows(WINE_X, order),
                                    FIVE,
                                    RealData.rows(RATING, order)));

            assertThat(other.coefficients().values())
                    .containsExactly(BITTER.coefficients().values(), within(1e-12));
        }
    }

    @Test
    void turningTheCategoriesRoundTurnsTheSigns() {
        int[] turned = IntStream.of(RATING).map(code -> 4 - code).toArray();
        var other =
                fitted(
                        ProportionalOdds.fit(
                                List.of("temp", "contact"), WINE_X, FIVE.reversed(), turned));

        assertThat(other.coefficients().value("temp"))
                .isCloseTo(-BITTER.coefficients().value("temp"), within(1e-12));
        assertThat(other.coefficients().value("2|1"))
                .isCloseTo(-BITTER.coefficients().value("1|2"), within(1e-12));
        assertThat(other.logLikelihood()).isCloseTo(BITTER.logLikelihood(), within(1e-11));
    }

    @Test
    void unitAndOriginOfAPredictorChangeNoChance() {
        double[] shifted = BFI.numbers("age");
        for (double[] unit : new double[][] {{1000, 0}, {1e-6, 3}, {1, 1e9}}) {
            double[] age = shifted.clone();
            for (int i = 0; i < age.length; i++) {
                age[i] = age[i] * unit[0] + unit[1];
            }
            var other =
                    fitted(
                            ProportionalOdds.fit(
                                    List.of("gender", "age"),
                                    Matrix.ofColumns(
                                            RealData.indicator(BFI, "gender", "woman"), age),
                                    SIX,
                                    RealData.codes(BFI, "A2", SIX)));

            assertThat(other.logLikelihood()).isCloseTo(ANSWER.logLikelihood(), within(1e-8));
            assertThat(value(other.chance("3", new double[] {1, 40 * unit[0] + unit[1]}, 0.95)))
                    .isCloseTo(value(ANSWER.chance("3", new double[] {1, 40}, 0.95)), within(1e-9));
        }
    }

    @Test
    void categoryThatNobodyIsInIsLeftOutAndNamed() {
        var model =
                fitted(
                        ProportionalOdds.fit(
                                List.of("x"),
                                Matrix.ofColumns(new double[] {1, 2, 3, 4, 5, 6, 7, 8}),
                                FIVE,
                                new int[] {0, 0, 2, 0, 2, 4, 2, 4}));

        assertThat(model.emptyLevels()).containsExactly("2", "4");
        assertThat(model.coefficients().names()).containsExactly("1|3", "3|5", "x");
        assertThat(RealData.reason(model.chance("2", new double[] {3}, 0.95)))
                .isEqualTo("nobody is in the category 2");
    }

    @Test
    void twoCategoriesHaveNothingToBeProportional() {
        var model =
                fitted(
                        ProportionalOdds.fit(
                                List.of("x"),
                                Matrix.ofColumns(new double[] {1, 2, 3, 4, 5}),
                                List.of("no", "yes"),
                                new int[] {0, 1, 0, 1, 1}));

        assertThat(reason(model.proportionalityTest()))
                .isEqualTo("two categories have only one place to cut");
    }

    @Test
    void whatCannotBeFittedHasAReason() {
        double[] x = {1, 2, 3, 4, 5, 6};
        int[] mixed = {0, 1, 2, 0, 1, 2};

        assertThat(why(new int[6], x)).isEqualTo("everyone is in the category worse");
        assertThat(why(mixed, new double[] {3, 3, 3, 3, 3, 3}))
                .isEqualTo("x has the same value for everyone");
        assertThat(why(mixed, new double[] {1e300, 2, 3, 4, 5, 6}))
                .isEqualTo("x has values too large to compute with");
        assertThat(why(new int[] {0, 0, 1, 1, 2, 2}, x))
                .isEqualTo("x separates the outcomes: its coefficient grows without end");
        assertThat(why(new int[] {1}, new double[] {4}))
                .isEqualTo("x has the same value for everyone");
        assertThat(why(new int[] {1, 2}, new double[] {4, 5}))
                .isEqualTo("x separates the outcomes: its coefficient grows without end");
        assertThat(
                        reason(
                                ProportionalOdds.fit(
                                        List.of("age", "birth"),
                                        Matrix.ofColumns(x, new double[] {9, 8, 7, 6, 5, 4}),
                                        THREE,
                                        mixed)))
                .isEqualTo("birth follows from the predictors before it");
    }

    private static String why(int[] codes, double[] x) {
        return reason(ProportionalOdds.fit(List.of("x"), Matrix.ofColumns(x), THREE, codes));
    }

    @Test
    void mistakesOfTheCallerAreNamed() {
        var x = Matrix.ofColumns(new double[] {1, 2, 3});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionalOdds.fit(List.of("x"), x, THREE, new int[] {0, 1, 3}))
                .withMessage("codes must be from 0 to 2, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionalOdds.fit(List.of("x"), x, THREE, new int[] {0, 1}))
                .withMessage("codes must be 3, one for each row, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BITTER.oddsRatio("warmth", 0.95))
                .withMessage("no predictor warmth; there are [temp, contact]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BITTER.chance("9", new double[] {0, 0}, 0.95))
                .withMessage("no level 9; there are [1, 2, 3, 4, 5], and empty []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BITTER.likelihoodRatio(List.of(), 0.95))
                .withMessage("tested must name 1 predictor or more, not none");
    }
}
