package eyebright.stats.model;

import static eyebright.stats.model.LogisticRegressionTest.ones;
import static eyebright.stats.model.ModelCases.data;
import static eyebright.stats.model.ModelCases.design;
import static eyebright.stats.model.ModelCases.errors;
import static eyebright.stats.model.ModelCases.estimates;
import static eyebright.stats.model.ModelCases.fitted;
import static eyebright.stats.model.ModelCases.levels;
import static eyebright.stats.model.ModelCases.more;
import static eyebright.stats.model.ModelCases.names;
import static eyebright.stats.model.ModelCases.number;
import static eyebright.stats.model.ModelCases.reason;
import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.SandwichCovariance.Adjustment;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountRegressionTest {

    private static Design quine() {
        var quine = data("quine");
        return design(
                "Days ~ Eth + Sex + Age + Lrn",
                levels(quine, "Eth"),
                levels(quine, "Sex"),
                levels(quine, "Age"),
                levels(quine, "Lrn"));
    }

    private static Design epil() {
        var epil = data("epil");
        return design(
                "y ~ trt + lage + offset(lbase)",
                levels(epil, "trt"),
                number(epil, "lage"),
                number(epil, "lbase"));
    }

    @Test
    void daysAwayFromSchoolAgreeWithR() {
        var model = fitted(PoissonRegression.of(quine(), data("quine").numbers("Days")));
        Map<String, Double> actual = estimates(model.coefficients());
        actual.put("deviance", model.deviance());
        ExpectedValues.of("quine Days ~ Eth + Sex + Age + Lrn, Poisson").areMetBy(actual);

        Map<String, Double> further = new TreeMap<>();
        further.put("null_deviance", model.nullDeviance());
        further.put("loglik", model.logLikelihood());
        further.put("aic", model.aic());
        further.put("pearson", model.pearson());
        further.putAll(errors("hc0se", fitted(model.robust(Adjustment.NONE))));
        further.putAll(errors("hc1se", fitted(model.robust(Adjustment.RESPONDENTS))));
        further.putAll(errors("hc3se", fitted(model.robust(Adjustment.LEVERAGE))));
        more("quine Poisson, further").areMetBy(further);
    }

    @Test
    void seizuresWithAnOffsetAgreeWithR() {
        var model = fitted(PoissonRegression.of(epil(), data("epil").numbers("y")));
        ExpectedValues.of("epil y ~ trt + lage + offset(lbase), Poisson")
                .areMetBy(estimates(model.coefficients()));

        int[] subjects = ModelCases.codes(data("epil"), "subject");
        Map<String, Double> further = new TreeMap<>();
        further.put("deviance", model.deviance());
        further.put("null_deviance", model.nullDeviance());
        further.put("loglik", model.logLikelihood());
        further.putAll(errors("hc0se", fitted(model.clustered(subjects, Adjustment.NONE))));
        further.putAll(errors("hc1se", fitted(model.clustered(subjects, Adjustment.CLUSTERS))));
        further.putAll(errors("hc3se", fitted(model.clustered(subjects, Adjustment.LEVERAGE))));
        more("epil Poisson, further").areMetBy(further);
    }

    @Test
    void negativeBinomialAgreesWithR() {
        var model = fitted(NegativeBinomialRegression.of(quine(), data("quine").numbers("Days")));
        Map<String, Double> actual = estimates(model.coefficients());
        actual.put("theta", model.theta());
        actual.put("loglik", model.logLikelihood());
        ExpectedValues.of("quine Days ~ Eth + Sex + Age + Lrn, negative binomial").areMetBy(actual);
        more("quine Days, negative binomial").areMetBy(all(model));

        more("epil y ~ trt + lage + offset(lbase), negative binomial")
                .areMetBy(
                        all(
                                fitted(
                                        NegativeBinomialRegression.of(
                                                epil(), data("epil").numbers("y")))));
    }

    @Test
    void errorsOfFewEventsAgreeWithR() {
        var last = data("epil").where("period", "4");
        int n = last.rows().size();
        var epil =
                fitted(
                        PoissonRegression.of(
                                List.of("(Intercept)", "trtprogabide", "lage", "lbase"),
                                Matrix.ofColumns(
                                        ones(n),
                                        ModelCases.has(last, "trt", "progabide"),
                                        last.numbers("lage"),
                                        last.numbers("lbase")),
                                last.numbers("y"),
                                ones(n)));
        ExpectedValues.in("more/squares.csv", "epil fourth period, Poisson, few events")
                .areMetBy(ofFewEvents(epil));

        var quine = data("quine");
        var days =
                fitted(
                        NegativeBinomialRegression.of(
                                List.of("(Intercept)", "SexM"),
                                Matrix.ofColumns(
                                        ones(quine.rows().size()),
                                        ModelCases.has(quine, "Sex", "M")),
                                quine.numbers("Days"),
                                ones(quine.rows().size())));
        ExpectedValues.in("more/squares.csv", "quine Days by Sex, negative binomial, few events")
                .areMetBy(ofFewEvents(days));
    }

    private static Map<String, Double> ofFewEvents(CountRegression model) {
        var coefficients = fitted(model.withFewEvents());
        Map<String, Double> actual = new TreeMap<>();
        for (String name : coefficients.names()) {
            var test = coefficients.test(name);
            String place = "[" + name + "]";
            actual.put("se" + place, coefficients.standardError(name));
            actual.put("df" + place, test.df().getFirst());
            actual.put("p" + place, test.p());
            actual.put("low" + place, interval(coefficients.estimate(name, 0.95)).low());
        }
        return actual;
    }

    private static Map<String, Double> all(NegativeBinomialRegression model) {
        Map<String, Double> actual = estimates(model.coefficients());
        actual.put("theta", model.theta());
        actual.put("loglik", model.logLikelihood());
        actual.put("aic", model.aic());
        actual.put("deviance", model.deviance());
        actual.putAll(errors("hc3se", fitted(model.robust(Adjustment.LEVERAGE))));
        return actual;
    }

    @Test
    void respondentAloneInALevelHasNoCovarianceAdjustedForLeverage() {
        double[] one = {1, 0, 0, 0, 0, 0, 0, 0};
        double[] counts = {3, 0, 1, 9, 2, 0, 4, 1};
        var model =
                fitted(
                        PoissonRegression.of(
                                names(1),
                                Matrix.ofColumns(ones(8), one),
                                counts,
                                CountInput.same(8)));

        assertThat(fitted(model.robust(Adjustment.NONE)).n()).isEqualTo(8);
        assertThat(reason(model.robust(Adjustment.LEVERAGE)))
                .isEqualTo(
                        "one respondent alone decides a coefficient, so that the size of the errors there is unknown");
        assertThat(reason(model.clustered(new int[] {1, 2, 2, 3, 3, 4, 4, 4}, Adjustment.LEVERAGE)))
                .startsWith("one cluster alone decides a coefficient");
    }

    @Test
    void scaleOfPredictorsAndOrderOfRespondentsDoNotMoveTheCovarianceAdjustedForLeverage() {
        var random = new SplittableRandom(62);
        int n = 40;
        var x = random.doubles(n).toArray();
        var counts = random.doubles(n).map(u -> Math.floor(-4 * Math.log(u))).toArray();
        var far = Arrays.stream(x).map(v -> 1e6 * v + 1e8).toArray();
        double error = leverage(x, counts).standardError("x1");

        assertThat(1e6 * leverage(far, counts).standardError("x1"))
                .isCloseTo(error, within(1e-6 * error));
        assertThat(leverage(turned(x), turned(counts)).standardError("x1"))
                .isCloseTo(error, within(1e-12));
    }

    private static Coefficients leverage(double[] x, double[] counts) {
        int n = counts.length;
        return fitted(
                fitted(
                                NegativeBinomialRegression.of(
                                        names(1),
                                        Matrix.ofColumns(ones(n), x),
                                        counts,
                                        CountInput.same(n)))
                        .robust(Adjustment.LEVERAGE));
    }

    private static double[] turned(double[] values) {
        var turned = new double[values.length];
        Arrays.setAll(turned, i -> values[values.length - 1 - i]);
        return turned;
    }

    @Test
    void exposureInOtherUnitsMovesTheInterceptOnly() {
        var random = new SplittableRandom(61);
        for (int i = 0; i < 30; i++) {
            int n = 60;
            var x = random.doubles(n).toArray();
            var counts = random.doubles(n).map(u -> Math.floor(-4 * Math.log(u))).toArray();
            var hours = random.doubles(n).map(u -> 1 + 9 * u).toArray();
            var minutes = Arrays.stream(hours).map(h -> 60 * h).toArray();
            var columns = Matrix.ofColumns(ones(n), x);
            var one = fitted(PoissonRegression.of(names(1), columns, counts, hours));
            var other = fitted(PoissonRegression.of(names(1), columns, counts, minutes));
            assertThat(other.coefficients().value("x1"))
                    .isCloseTo(one.coefficients().value("x1"), within(1e-11));
            assertThat(other.coefficients().value("(intercept)"))
                    .isCloseTo(
                            one.coefficients().value("(intercept)") - Math.log(60), within(1e-11));
            var many = fitted(NegativeBinomialRegression.of(names(1), columns, counts, hours));
            var more = fitted(NegativeBinomialRegression.of(names(1), columns, counts, minutes));
            assertThat(more.theta()).isCloseTo(many.theta(), within(1e-9 * many.theta()));
        }
    }

    @Test
    void rateRatioOfTwoGroupsIsTheRatioOfTheirRates() {
        double[] group = {0, 0, 0, 1, 1, 1};
        double[] counts = {2, 0, 4, 5, 9, 1};
        double[] hours = {1, 2, 1, 1, 3, 1};
        var model =
                fitted(
                        PoissonRegression.of(
                                names(1), Matrix.ofColumns(ones(6), group), counts, hours));
        assertThat(known(model.rateRatio("x1", 0.95)).value())
                .isCloseTo(15.0 / 5 / (6.0 / 4), within(1e-13));
        // The error of a log rate ratio: 1/6 + 1/15.
        assertThat(model.coefficients().standardError("x1"))
                .isCloseTo(Math.sqrt(1.0 / 6 + 1.0 / 15), within(1e-13));
        assertThat(interval(model.profile("x1", 0.95)).contains(Math.log(2))).isTrue();
    }

    @Test
    void thetaIsWhereTheLikelihoodIsHighest() {
        var random = new SplittableRandom(62);
        for (int i = 0; i < 20; i++) {
            int n = 40;
            var counts = random.doubles(n).map(u -> Math.floor(-3 * Math.log(u))).toArray();
            var input =
                    CountInput.of(names(0), Matrix.ofColumns(ones(n)), counts, CountInput.same(n));
            var poisson = fitted(PoissonRegression.of(input));
            var fitting = NegativeBinomialRegression.of(poisson);
            if (fitting instanceof Fitting.Fitted<NegativeBinomialRegression>(var model)) {
                var search = new Dispersion(poisson.fit());
                double alpha = 1 / model.theta();
                double limit = search.where(model.logLikelihood() - 0.02, alpha, 2);
                assertThat(limit).isGreaterThan(alpha);
                assertThat(model.logLikelihood()).isGreaterThanOrEqualTo(poisson.logLikelihood());
                var interval = interval(model.dispersion(0.95));
                assertThat(interval.contains(alpha)).isTrue();
                assertThat(interval.low() == 0)
                        .isEqualTo(
                                2 * (model.logLikelihood() - poisson.logLikelihood())
                                        <= 3.841458820694124);
            }
        }
    }

    @Test
    void countsWithoutOverdispersionGetPoissonAndTheReason() {
        double[] counts = {3, 4, 3, 4, 3, 4, 3, 4};
        var fall =
                design("n ~ x", new Predictor.Numeric("x", new double[] {1, 2, 3, 4, 5, 6, 7, 8}));
        var model = fitted(CountRegression.of(fall, counts, ones(8)));
        assertThat(model).isInstanceOf(PoissonRegression.class);
        assertThat(((PoissonRegression) model).whyPoisson())
                .hasValue(
                        "the counts vary no more than a Poisson model expects, which is used instead");
        assertThat(fitted(CountRegression.of(quine(), data("quine").numbers("Days"), ones(146))))
                .isInstanceOf(NegativeBinomialRegression.class);
        assertThat(fitted(PoissonRegression.of(fall, counts)).whyPoisson()).isEmpty();
    }

    @Test
    void overdispersionOfDaysIsBeyondDoubt() {
        var model = fitted(NegativeBinomialRegression.of(quine(), data("quine").numbers("Days")));
        assertThat(model.overdispersion().p()).isLessThan(1e-100);
        var effects = model.averageMarginalEffects(quine(), "Age", 0.95);
        assertThat(effects)
                .extracting(AverageMarginalEffect::of)
                .containsExactly("Age: F1 - F0", "Age: F2 - F0", "Age: F3 - F0");
        assertThat(effects)
                .allSatisfy(
                        each -> assertThat(each.estimate()).isNotInstanceOf(NotEstimable.class));
    }

    @Test
    void effectOfAPredictorOnACountIsItsSlopeTimesTheMean() {
        // With the canonical link the mean of the expected counts is that of the counts.
        var model = fitted(PoissonRegression.of(epil(), data("epil").numbers("y")));
        double mean = Arrays.stream(data("epil").numbers("y")).average().orElseThrow();
        var effect = model.averageMarginalEffects(epil(), "lage", 0.95).getFirst();
        assertThat(known(effect.estimate()).value())
                .isCloseTo(mean * model.coefficients().value("lage"), within(1e-11));
    }

    @Test
    void groupWithoutAnyCountIsNamed() {
        double[] group = {0, 0, 0, 1, 1, 1};
        var columns = Matrix.ofColumns(ones(6), group, new double[] {3, 1, 4, 1, 5, 9});
        assertThat(
                        reason(
                                PoissonRegression.of(
                                        names(2),
                                        columns,
                                        new double[] {2, 0, 4, 0, 0, 0},
                                        ones(6))))
                .isEqualTo(
                        "no one with x1 = 1 has a count above 0, so that the model has no finite"
                                + " estimate");
        assertThat(reason(PoissonRegression.of(names(2), columns, new double[6], ones(6))))
                .isEqualTo("every count is 0");
        assertThat(
                        reason(
                                NegativeBinomialRegression.of(
                                        names(0), Matrix.ofColumns(ones(1)), ones(1), ones(1))))
                .contains("no more than a Poisson model");
    }

    @Test
    void hugeCountsHaveAnAnswerOrAReason() {
        double[] counts = {1e300, 2e300, 3e300, 5e300};
        var columns = Matrix.ofColumns(ones(4), new double[] {1, 2, 3, 4});
        assertThat(
                        fitted(PoissonRegression.of(names(1), columns, counts, ones(4)))
                                .coefficients()
                                .value("x1"))
                .isBetween(0.3, 0.6);
        assertThat(reason(NegativeBinomialRegression.of(names(1), columns, counts, ones(4))))
                .contains("too large for a negative binomial model");
    }

    @Test
    void faultsOfACallerAreNamed() {
        var columns = Matrix.ofColumns(ones(3));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                PoissonRegression.of(
                                        names(0), columns, ones(3), new double[] {1, 0, 2}))
                .withMessage("exposure of row 1 must be finite and above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                PoissonRegression.of(
                                        names(0), columns, new double[] {1, 0.5, 2}, ones(3)))
                .withMessage("count of row 1 must be a whole number, 0 or more, not 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoissonRegression.of(names(0), columns, ones(2), ones(2)))
                .withMessage("answers must be 3, one for each row, not 2");
    }
}
