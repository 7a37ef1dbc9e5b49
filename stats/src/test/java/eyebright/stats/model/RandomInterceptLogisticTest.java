package eyebright.stats.model;

import static eyebright.stats.model.Fits.fitted;
import static eyebright.stats.model.Fits.reason;
import static eyebright.stats.model.RealData.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Interval;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomInterceptLogisticTest {

    private static final CsvTable EPIL = CsvTable.read("data/epil.csv");
    private static final List<String> NAMES = List.of("trt", "lage");
    private static final Matrix X =
            Matrix.ofColumns(RealData.indicator(EPIL, "trt", "progabide"), EPIL.numbers("lage"));
    private static final int[] MANY =
            Arrays.stream(EPIL.numbers("y")).mapToInt(y -> y > 5 ? 1 : 0).toArray();
    private static final int[] PERSON = RealData.codes(EPIL, "subject", EPIL.levels("subject"));
    private static final RandomInterceptLogistic MODEL =
            fitted(
                    RandomInterceptLogistic.fit(
                            NAMES, X, MANY, PERSON, RandomInterceptLogistic.POINTS));

    private static final RandomInterceptLogistic FIFTEEN =
            fitted(RandomInterceptLogistic.fit(NAMES, X, MANY, PERSON, 15));

    @Test
    void fifteenPointsAgreeWithRAtFifteenPoints() {
        var model = FIFTEEN;

        ExpectedValues.of("epil y>5 ~ trt + lage + (1|subject)").areMetBy(actual(model));
    }

    /// At 15 points the coefficients are off by 1 %, in R as here.
    @Test
    void theUsualNumberOfPointsGivesTheMaximumOfTheLikelihood() {
        var actual = actual(MODEL);
        actual.put("loglik", MODEL.logLikelihood());

        ExpectedValues.in("more/ordinal-exact.csv", "epil y>5 exact").areMetBy(actual);
    }

    private static Map<String, Double> actual(RandomInterceptLogistic model) {
        var inR = Map.of("(intercept)", "(Intercept)", "trt", "trtprogabide", "lage", "lage");
        Map<String, Double> actual = new HashMap<>();
        inR.forEach(
                (ours, theirs) -> {
                    actual.put("b[" + theirs + "]", model.coefficients().value(ours));
                    actual.put("se[" + theirs + "]", model.coefficients().standardError(ours));
                });
        actual.put("sd_subject", model.groupDeviation());
        return actual;
    }

    @Test
    void slopesAreThoseOfTheLogLikelihoodItself() {
        var predictors = fitted(ScaledPredictors.of(NAMES, X));
        var likelihood =
                new MarginalLogit(
                        predictors, MANY, Groups.of(PERSON, X.rows()), GaussHermite.of(7));
        double[] place = {-0.4, 0.3, -0.2, 1.7};
        double[] slopes = likelihood.at(place).gradient;
        for (int k = 0; k < place.length; k++) {
            double[] up = place.clone();
            double[] down = place.clone();
            up[k] += 1e-5;
            down[k] -= 1e-5;

            assertThat(slopes[k])
                    .isCloseTo(
                            (likelihood.at(up).value - likelihood.at(down).value) / 2e-5,
                            within(1e-6));
        }
    }

    @Test
    void limitsOfTheDeviationOfGroupsHoldIt() {
        var model = FIFTEEN;
        var limits = ExpectedValues.interval(model.groupDeviation(0.95));

        assertThat(limits.low()).isBetween(1.5, 3.5);
        assertThat(limits.high()).isBetween(5.0, 9.0);
        double icc = value(model.icc(0.95));
        double square = model.groupDeviation() * model.groupDeviation();
        assertThat(icc).isCloseTo(square / (square + Math.PI * Math.PI / 3), within(1e-12));
        assertThat(ExpectedValues.interval(model.icc(0.95)).contains(icc)).isTrue();
    }

    @Test
    void limitsOfACoefficientAreThoseTheLikelihoodRatioTestJustAccepts() {
        var model = FIFTEEN;
        double p = fitted(model.likelihoodRatio(List.of("trt"), 0.95)).test().p();
        // At the level 1 - p of the test of no effect, no effect is a limit.
        Interval limits = ExpectedValues.interval(model.profile("trt", 1 - p));

        assertThat(limits.high()).isCloseTo(0, within(1e-7));
        assertThat(ExpectedValues.interval(model.oddsRatio("trt", 1 - p)).high())
                .isCloseTo(1, within(1e-7));
    }

    @Test
    void orderOfRowsChangesNothingButTheLastDigits() {
        var one = FIFTEEN;
        for (long seed = 0; seed < 3; seed++) {
            int[] order = RealData.shuffled(MANY.length, seed);
            var other =
                    fitted(
                            RandomInterceptLogistic.fit(
                                    NAMES,
                                    RealData.rows(X, order),
                                    RealData.rows(MANY, order),
                                    RealData.rows(PERSON, order),
                                    15));

            assertThat(other.coefficients().values())
                    .containsExactly(one.coefficients().values(), within(1e-8));
        }
    }

    @Test
    void turningTheAnswersRoundTurnsTheSigns() {
        var one = FIFTEEN;
        int[] few = Arrays.stream(MANY).map(each -> 1 - each).toArray();
        var other = fitted(RandomInterceptLogistic.fit(NAMES, X, few, PERSON, 15));

        assertThat(other.coefficients().value("trt"))
                .isCloseTo(-one.coefficients().value("trt"), within(1e-8));
        assertThat(other.groupDeviation()).isCloseTo(one.groupDeviation(), within(1e-8));
    }

    @Test
    void likelihoodRatioIsTheDifferenceOfTwoFits() {
        var model = FIFTEEN;
        var smaller =
                fitted(
                        RandomInterceptLogistic.fit(
                                List.of("trt"), Matrix.ofColumns(X.column(0)), MANY, PERSON, 15));

        assertThat(
                        fitted(model.likelihoodRatio(List.of("lage"), 0.95))
                                .test()
                                .statistic()
                                .orElseThrow())
                .isCloseTo(2 * (model.logLikelihood() - smaller.logLikelihood()), within(1e-9));
    }

    @Test
    void groupsThatDoNotDifferLeaveLogisticRegression() {
        double[] x = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        int[] y = {0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1};
        int[] groups = {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6};
        var model =
                fitted(
                        RandomInterceptLogistic.fit(
                                List.of("x"), Matrix.ofColumns(x), y, groups, 15));
        var plain =
                fitted(
                        ProportionalOdds.fit(
                                List.of("x"), Matrix.ofColumns(x), List.of("no", "yes"), y));

        assertThat(model.isSingular()).isTrue();
        assertThat(model.groupDeviation()).isZero();
        assertThat(model.coefficients().value("x"))
                .isCloseTo(plain.coefficients().value("x"), within(1e-10));
        assertThat(model.coefficients().standardError("x"))
                .isCloseTo(plain.coefficients().standardError("x"), within(1e-10));
        assertThat(model.logLikelihood()).isCloseTo(plain.logLikelihood(), within(1e-10));
        assertThat(RealData.reason(model.icc(0.95)))
                .isEqualTo("the groups differ no more than chance would have it");
    }

    @Test
    void whatCannotBeFittedHasAReason() {
        double[] x = {1, 2, 3, 4, 5, 6};
        int[] pairs = {1, 1, 2, 2, 3, 3};

        assertThat(why(x, new int[6], pairs)).isEqualTo("everyone gave the same answer");
        assertThat(why(x, new int[] {0, 1, 0, 1, 0, 1}, new int[6]))
                .isEqualTo("there is only one group");
        assertThat(why(x, new int[] {0, 1, 0, 1, 0, 1}, new int[] {1, 2, 3, 4, 5, 6}))
                .isEqualTo("every group holds only one respondent");
        assertThat(why(x, new int[] {0, 0, 1, 1, 0, 0}, pairs))
                .isEqualTo("within every group all answers are equal");
        assertThat(why(x, new int[] {0, 0, 0, 1, 1, 1}, pairs))
                .isEqualTo("x separates the outcomes: its coefficient grows without end");
        assertThat(why(new double[6], new int[] {0, 1, 0, 1, 0, 1}, pairs))
                .isEqualTo("x has the same value for everyone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> why(x, new int[] {0, 1, 2, 0, 1, 0}, pairs))
                .withMessage("outcomes must be 6 of 0 or 1, not [0, 1, 2, 0, 1, 0]");
    }

    private static String why(double[] x, int[] y, int[] groups) {
        return reason(
                RandomInterceptLogistic.fit(List.of("x"), Matrix.ofColumns(x), y, groups, 15));
    }
}
