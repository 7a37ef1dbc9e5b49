package eyebright.stats.model;

import static eyebright.stats.model.Fits.fitted;
import static eyebright.stats.model.Fits.reason;
import static eyebright.stats.model.RealData.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionalLogisticTest {

    private static final CsvTable INFERT = CsvTable.read("more/infert.csv");
    private static final CsvTable MATCHED = CsvTable.read("more/matched.csv");
    private static final CsvTable PAIRS = CsvTable.read("more/pairs.csv");

    @Test
    void oneCaseToTwoControlsAgreesWithR() {
        var names = List.of("spontaneous", "induced");
        var model = model(INFERT, names, "case", "stratum");

        ExpectedValues.in("more/ordinal.csv", "infert").areMetBy(actual(model, names));
        assertThat(model.discordantSets()).isEqualTo(83);
        assertThat(model.n()).isEqualTo(248);
    }

    @Test
    void setsOfAnySizeWithAnyNumberOfCasesAgreeWithR() {
        var names = List.of("age", "dose");
        var model = model(MATCHED, names, "answer", "set");
        var actual = actual(model, names);
        actual.put("concordant", (double) model.concordantSets());
        actual.put("informative", (double) model.discordantSets());

        ExpectedValues.in("more/ordinal.csv", "matched").areMetBy(actual);
    }

    @Test
    void pairsAgreeWithR() {
        var names = List.of("x", "w");
        var model = model(PAIRS, names, "answer", "pair");

        ExpectedValues.in("more/ordinal.csv", "pairs").areMetBy(actual(model, names));
    }

    private static ConditionalLogistic model(
            CsvTable table, List<String> names, String outcome, String set) {
        return fitted(
                ConditionalLogistic.fit(
                        names,
                        Matrix.ofColumns(
                                names.stream().map(table::numbers).toArray(double[][]::new)),
                        integers(table, outcome),
                        integers(table, set)));
    }

    private static int[] integers(CsvTable table, String column) {
        return Arrays.stream(table.numbers(column)).mapToInt(each -> (int) each).toArray();
    }

    private static Map<String, Double> actual(ConditionalLogistic model, List<String> names) {
        Map<String, Double> actual = new HashMap<>();
        for (String name : names) {
            actual.put("b[" + name + "]", model.coefficients().value(name));
            actual.put("se[" + name + "]", model.coefficients().standardError(name));
        }
        actual.put("loglik", model.logLikelihood());
        actual.put("null", model.logLikelihood() - ratio(model, names) / 2);
        actual.put("LR without the last", ratio(model, names.subList(1, 2)));
        return actual;
    }

    private static double ratio(ConditionalLogistic model, List<String> tested) {
        return fitted(model.likelihoodRatio(tested, 0.95)).test().statistic().orElseThrow();
    }

    @Test
    void aFormulaGivesTheSameModelWithOrWithoutItsConstant() {
        var one = model(PAIRS, List.of("x", "w"), "answer", "pair");
        for (String formula : List.of("answer ~ x + w", "answer ~ x + w - 1")) {
            Design design =
                    fitted(
                            Design.of(
                                    Formula.parse(formula),
                                    List.of(
                                            new Numeric("x", PAIRS.numbers("x")),
                                            new Numeric("w", PAIRS.numbers("w")))));
            var other =
                    fitted(
                            ConditionalLogistic.fit(
                                    design, integers(PAIRS, "answer"), integers(PAIRS, "pair")));

            assertThat(other.coefficients().names()).containsExactly("x", "w");
            assertThat(other.coefficients().values()).containsExactly(one.coefficients().values());
        }
    }

    @Test
    void aYesNoPredictorInPairsGivesTheRatioOfTheTwoKindsOfDiscordantPairs() {
        // 9 pairs in which only the case has it, 4 in which only the control has, 5 of equals.
        var x = new double[36];
        var outcomes = new int[36];
        var sets = new int[36];
        for (int pair = 0; pair < 18; pair++) {
            sets[2 * pair] = pair;
            sets[2 * pair + 1] = pair;
            outcomes[2 * pair] = 1;
            x[2 * pair] = pair < 9 || pair >= 13 ? 1 : 0;
            x[2 * pair + 1] = pair >= 9 ? 1 : 0;
        }
        var model =
                fitted(ConditionalLogistic.fit(List.of("x"), Matrix.ofColumns(x), outcomes, sets));

        assertThat(value(model.waldOddsRatio("x", 0.95))).isCloseTo(9.0 / 4, within(1e-12));
        assertThat(model.coefficients().standardError("x"))
                .isCloseTo(Math.sqrt(1 / 9.0 + 1 / 4.0), within(1e-12));
        var profile = ExpectedValues.interval(model.oddsRatio("x", 0.95));
        assertThat(profile.contains(9.0 / 4)).isTrue();
    }

    @Test
    void whatIsConstantWithinASetDropsOut() {
        double[] age = MATCHED.numbers("age");
        double[] moved = age.clone();
        int[] sets = integers(MATCHED, "set");
        for (int i = 0; i < moved.length; i++) {
            moved[i] += 1e5 * sets[i];
        }
        int[] answers = integers(MATCHED, "answer");
        var one =
                fitted(ConditionalLogistic.fit(List.of("a"), Matrix.ofColumns(age), answers, sets));
        var other =
                fitted(
                        ConditionalLogistic.fit(
                                List.of("a"), Matrix.ofColumns(moved), answers, sets));

        assertThat(other.coefficients().value("a"))
                .isCloseTo(one.coefficients().value("a"), within(1e-9));
        assertThat(
                        reason(
                                ConditionalLogistic.fit(
                                        List.of("set"),
                                        Matrix.ofColumns(MATCHED.numbers("set")),
                                        answers,
                                        sets)))
                .isEqualTo("set has the same value within every set");
    }

    @Test
    void changingCasesForControlsTurnsTheSigns() {
        int[] turned =
                Arrays.stream(integers(MATCHED, "answer")).map(answer -> 1 - answer).toArray();
        var names = List.of("age", "dose");
        var one = model(MATCHED, names, "answer", "set");
        var other =
                fitted(
                        ConditionalLogistic.fit(
                                names,
                                Matrix.ofColumns(MATCHED.numbers("age"), MATCHED.numbers("dose")),
                                turned,
                                integers(MATCHED, "set")));

        assertThat(other.coefficients().value("dose"))
                .isCloseTo(-one.coefficients().value("dose"), within(1e-12));
        assertThat(other.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-11));
    }

    @Test
    void orderOfRowsChangesNothingButTheLastDigits() {
        var names = List.of("age", "dose");
        var one = model(MATCHED, names, "answer", "set");
        var x = Matrix.ofColumns(MATCHED.numbers("age"), MATCHED.numbers("dose"));
        for (long seed = 0; seed < 5; seed++) {
            int[] order = RealData.shuffled(x.rows(), seed);
            var other =
                    fitted(
                            ConditionalLogistic.fit(
                                    names,
                                    RealData.rows(x, order),
                                    RealData.rows(integers(MATCHED, "answer"), order),
                                    RealData.rows(integers(MATCHED, "set"), order)));

            assertThat(other.coefficients().values())
                    .containsExactly(one.coefficients().values(), within(1e-12));
        }
    }

    @Test
    void whatCannotBeFittedHasAReason() {
        var x = Matrix.ofColumns(new double[] {1, 2, 3, 4});
        var names = List.of("x");

        assertThat(reason(ConditionalLogistic.fit(names, x, new int[] {1, 1, 0, 0}, pairs())))
                .isEqualTo("no set holds both a case and a control");
        assertThat(reason(ConditionalLogistic.fit(names, x, new int[] {0, 1, 0, 1}, pairs())))
                .isEqualTo("x separates the outcomes: its coefficient grows without end");
        assertThat(
                        reason(
                                ConditionalLogistic.fit(
                                        names,
                                        Matrix.ofColumns(new double[] {1}),
                                        new int[] {1},
                                        new int[] {1})))
                .isEqualTo("no set holds both a case and a control");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ConditionalLogistic.fit(names, x, new int[] {0, 2, 0, 1}, pairs()))
                .withMessage("outcomes must be 0 or 1, not 2");
    }

    private static int[] pairs() {
        return new int[] {1, 1, 2, 2};
    }
}
