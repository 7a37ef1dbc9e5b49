package eyebright.stats.model;

import static eyebright.stats.model.Fits.fitted;
import static eyebright.stats.model.Fits.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Interval;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.RandomInterceptModel.Criterion;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomInterceptModelTest {

    private static final CsvTable SLEEP = CsvTable.read("data/sleepstudy.csv");
    private static final CsvTable WINE = CsvTable.read("data/wine.csv");
    private static final List<String> DAYS = List.of("Days");
    private static final RandomInterceptModel MODEL = sleep(SLEEP, Criterion.REML);

    private static RandomInterceptModel sleep(CsvTable table, Criterion criterion) {
        return fitted(
                RandomInterceptModel.fit(
                        DAYS,
                        Matrix.ofColumns(table.numbers("Days")),
                        table.numbers("Reaction"),
                        groups(table, "Subject"),
                        criterion));
    }

    private static int[] groups(CsvTable table, String column) {
        return RealData.codes(table, column, table.levels(column));
    }

    @Test
    void agreesWithROnReactionTimes() {
        Map<String, Double> actual = new HashMap<>();
        actual.putAll(coefficients(MODEL, Map.of()));
        actual.put("sd_subject", MODEL.groupDeviation());
        actual.put("sd_residual", MODEL.residualDeviation());
        actual.put("reml", MODEL.deviance());

        ExpectedValues.of("sleepstudy Reaction ~ Days + (1|Subject)").areMetBy(actual);
    }

    @Test
    void bothCriteriaAndTheIccAgreeWithR() {
        meets("sleepstudy REML", MODEL, Map.of());
        meets("sleepstudy ML", sleep(SLEEP, Criterion.ML), Map.of());
    }

    @Test
    void groupsOfDifferentSizesAgreeWithR() {
        meets("sleepstudy with gaps", sleep(gaps(), Criterion.REML), Map.of());
    }

    @Test
    void aModelWithoutPredictorsAgreesWithR() {
        CsvTable gaps = gaps();
        Design design =
                fitted(
                        Design.of(
                                Formula.parse("Reaction ~ 1"),
                                List.of(new Numeric("Days", gaps.numbers("Days")))));
        var model =
                fitted(
                        RandomInterceptModel.fit(
                                design,
                                gaps.numbers("Reaction"),
                                groups(gaps, "Subject"),
                                Criterion.ML));

        meets("sleepstudy with gaps ML", model, Map.of());
    }

    @Test
    void twoPredictorsAgreeWithR() {
        var model =
                fitted(
                        RandomInterceptModel.fit(
                                List.of("temp", "contact"),
                                Matrix.ofColumns(
                                        RealData.indicator(WINE, "temp", "warm"),
                                        RealData.indicator(WINE, "contact", "yes")),
                                WINE.numbers("response"),
                                groups(WINE, "judge"),
                                Criterion.REML));

        meets("wine response", model, Map.of("temp", "tempwarm", "contact", "contactyes"));
    }

    /// The rows that the script leaves out, counted from 1 there.
    private static CsvTable gaps() {
        Set<Integer> left = new HashSet<>(List.of(12, 33, 77, 130));
        IntStream.rangeClosed(1, 7).forEach(left::add);
        IntStream.rangeClosed(15, 18).forEach(left::add);
        IntStream.rangeClosed(90, 95).forEach(left::add);
        return new CsvTable(
                SLEEP.header(),
                IntStream.range(0, SLEEP.rows().size())
                        .filter(i -> !left.contains(i + 1))
                        .mapToObj(SLEEP.rows()::get)
                        .toList());
    }

    private static void meets(String name, RandomInterceptModel model, Map<String, String> inR) {
        Map<String, Double> actual = new HashMap<>(coefficients(model, inR));
        actual.put("sd_group", model.groupDeviation());
        actual.put("sd_residual", model.residualDeviation());
        actual.put("criterion", model.deviance());
        actual.put("icc", RealData.value(model.icc(0.95)));
        Interval limits = ExpectedValues.interval(model.icc(0.95));
        actual.put("icc_low", limits.low());
        actual.put("icc_high", limits.high());

        ExpectedValues.in("more/ordinal.csv", name).areMetBy(actual);
    }

    private static Map<String, Double> coefficients(
            RandomInterceptModel model, Map<String, String> inR) {
        Map<String, Double> actual = new HashMap<>();
        for (String name : model.coefficients().names()) {
            String key = name.equals("(intercept)") ? "(Intercept)" : inR.getOrDefault(name, name);
            actual.put("b[" + key + "]", model.coefficients().value(name));
            actual.put("se[" + key + "]", model.coefficients().standardError(name));
        }
        return actual;
    }

    @Test
    void balancedGroupsHaveTheIccOfTheAnalysisOfVariance() {
        // 3 groups of 4: mean squares by hand 36 between, 2 within, ICC = (36 - 2) / (36 + 3 * 2).
        double[] y = {1, 2, 3, 4, 4, 5, 6, 7, 7, 8, 9, 10};
        int[] groups = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
        var design = fitted(Design.of(Formula.parse("y ~ 1"), List.of(new Numeric("y", y))));
        var model = fitted(RandomInterceptModel.fit(design, y, groups, Criterion.REML));
        double within = 5.0 / 3;

        assertThat(RealData.value(model.icc(0.95)))
                .isCloseTo((36 - within) / (36 + 3 * within), within(1e-12));
        assertThat(model.residualDeviation()).isCloseTo(Math.sqrt(within), within(1e-12));
        assertThat(model.coefficients().value("(intercept)")).isCloseTo(5.5, within(1e-13));
    }

    @Test
    void groupsThatDifferNoMoreThanChanceAreSingularAndSaidSo() {
        double[] y = {1, 9, 2, 8, 3, 7, 4, 6};
        double[] x = {0, 1, 1, 0, 0, 1, 1, 0};
        var model =
                fitted(
                        RandomInterceptModel.fit(
                                List.of("x"),
                                Matrix.ofColumns(x),
                                y,
                                new int[] {1, 1, 2, 2, 3, 3, 4, 4},
                                Criterion.REML));

        assertThat(model.isSingular()).isTrue();
        assertThat(model.groupDeviation()).isZero();
        assertThat(ExpectedValues.interval(model.icc(0.95)).low()).isZero();
        // Then it is least squares: the means are 4.5 and 5.5.
        assertThat(model.coefficients().value("x")).isCloseTo(1, within(1e-14));
    }

    @Test
    void orderOfRowsAndNamesOfGroupsChangeNothingButTheLastDigits() {
        int[] groups = groups(SLEEP, "Subject");
        for (long seed = 0; seed < 5; seed++) {
            int[] order = RealData.shuffled(groups.length, seed);
            double[] y = SLEEP.numbers("Reaction");
            var other =
                    fitted(
                            RandomInterceptModel.fit(
                                    DAYS,
                                    RealData.rows(Matrix.ofColumns(SLEEP.numbers("Days")), order),
                                    Arrays.stream(order).mapToDouble(i -> y[i]).toArray(),
                                    Arrays.stream(order).map(i -> 1000 - groups[i]).toArray(),
                                    Criterion.REML));

            assertThat(other.coefficients().values())
                    .containsExactly(MODEL.coefficients().values(), within(1e-9));
            assertThat(other.groupDeviation()).isCloseTo(MODEL.groupDeviation(), within(1e-9));
        }
    }

    @Test
    void unitAndOriginOfTheOutcomeAndOfAPredictorMoveWithTheModel() {
        double[] y = SLEEP.numbers("Reaction");
        double[] x = SLEEP.numbers("Days");
        for (int i = 0; i < y.length; i++) {
            y[i] = 1e9 + y[i] / 1000;
            x[i] = 1e6 + 60 * x[i];
        }
        var other =
                fitted(
                        RandomInterceptModel.fit(
                                DAYS,
                                Matrix.ofColumns(x),
                                y,
                                groups(SLEEP, "Subject"),
                                Criterion.REML));

        assertThat(other.groupDeviation() * 1000).isCloseTo(MODEL.groupDeviation(), within(1e-2));
        assertThat(other.coefficients().value("Days") * 60000)
                .isCloseTo(MODEL.coefficients().value("Days"), within(1e-3));
    }

    @Test
    void likelihoodRatioIsThatOfFullLikelihoodWhateverTheCriterion() {
        double byRestricted =
                fitted(MODEL.likelihoodRatio(DAYS, 0.95)).test().statistic().orElseThrow();
        double byFull =
                fitted(sleep(SLEEP, Criterion.ML).likelihoodRatio(DAYS, 0.95))
                        .test()
                        .statistic()
                        .orElseThrow();

        assertThat(byRestricted).isEqualTo(byFull);
        // lme4: anova(lmer(Reaction ~ 1 + (1 | Subject)), lmer(Reaction ~ Days + (1 | Subject)))
        assertThat(byFull).isCloseTo(116.46, within(0.005));
    }

    @Test
    void whatCannotBeFittedHasAReason() {
        double[] y = {1, 3, 2, 5, 4, 6};
        double[] x = {1, 2, 3, 4, 5, 7};
        int[] pairs = {1, 1, 2, 2, 3, 3};

        assertThat(why(x, y, new int[6])).isEqualTo("there is only one group");
        assertThat(why(x, y, new int[] {1, 2, 3, 4, 5, 6}))
                .isEqualTo("every group holds only one respondent");
        assertThat(why(new double[6], y, pairs)).isEqualTo("x has the same value for everyone");
        assertThat(why(x, new double[6], pairs))
                .isEqualTo("the outcome has the same value for everyone");
        assertThat(why(x, new double[] {1, 2, 3, 4, 5, 1e300}, pairs))
                .isEqualTo("the outcome has values too large to compute with");
        assertThat(why(x, x, pairs)).isEqualTo("the predictors explain the outcome wholly");
        assertThat(why(x, new double[] {1, 1, 5, 5, 2, 2}, pairs))
                .isEqualTo("the groups explain what the predictors leave of the outcome");
        assertThat(why(new double[] {1, 2, 4}, new double[] {1, 3, 2}, new int[] {1, 1, 2}))
                .isEqualTo("3 respondents are too few for 1 predictors and two variances");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> why(x, new double[] {1, 2, 3, 4, 5, Double.NaN}, pairs))
                .withMessage("outcome must be 6 finite values, not [1.0, 2.0, 3.0, 4.0, 5.0, NaN]");
    }

    private static String why(double[] x, double[] y, int[] groups) {
        return reason(
                RandomInterceptModel.fit(
                        List.of("x"), Matrix.ofColumns(x), y, groups, Criterion.REML));
    }
}
