package eyebright.stats;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.Fitting.Fitted;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.model.AreaUnderCurve;
import eyebright.stats.model.AverageMarginalEffect;
import eyebright.stats.model.ClusterVariance;
import eyebright.stats.model.Coefficients;
import eyebright.stats.model.ConditionalLogistic;
import eyebright.stats.model.CountRegression;
import eyebright.stats.model.FirthRegression;
import eyebright.stats.model.LinearRegression;
import eyebright.stats.model.LogisticRegression;
import eyebright.stats.model.MultinomialRegression;
import eyebright.stats.model.NegativeBinomialRegression;
import eyebright.stats.model.PoissonRegression;
import eyebright.stats.model.ProportionalOdds;
import eyebright.stats.model.RandomInterceptLogistic;
import eyebright.stats.model.RandomInterceptModel;
import eyebright.stats.model.RocCurve;
import eyebright.stats.model.SandwichCovariance;
import eyebright.stats.model.StackedErrors;
import eyebright.stats.model.StackedModel;
import eyebright.stats.model.StackedOutcome;
import eyebright.stats.model.WhenSeparated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every regression against predictors and outcomes that no survey should have and some have: a model
/// whose every figure is an answer or a reason, or no model and a reason.
class DegenerateModelsTest {

    private static final int N = 24;

    /// A regression of 24 outcomes on the columns of a formula.
    record Regression(String name, Function<double[], double[]> outcome, Model model) {
        interface Model {
            Fitting<?> of(Design design, double[] outcome);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static double[] each(IntToDoubleFunction value) {
        return IntStream.range(0, N).mapToDouble(value).toArray();
    }

    /// As many of the values as there are outcomes.
    private static double[] first(double[] y, IntToDoubleFunction value) {
        return Arrays.copyOf(each(value), y.length);
    }

    private static final double[] NOISE = each(i -> (i * 7 % 24 + i * i % 5) / 8.0);

    private static Map<String, List<Predictor>> predictors() {
        var all = new LinkedHashMap<String, List<Predictor>>();
        all.put("plain", numeric(NOISE, each(i -> i % 3)));
        all.put("constant", numeric(each(_ -> 2), each(i -> i % 3)));
        all.put("one differs", numeric(each(i -> i == 5 ? 1 : 0), each(i -> i % 3)));
        all.put("collinear", numeric(NOISE, each(i -> 2 * NOISE[i] + 1)));
        all.put("nearly collinear", numeric(NOISE, each(i -> NOISE[i] + 1e-13 * (i % 3))));
        all.put("offset 1e9", numeric(each(i -> 1e9 + NOISE[i]), each(i -> i % 3)));
        all.put("offset 1e15", numeric(each(i -> 1e15 + 3 * i), each(i -> i % 3)));
        all.put("1e-300", numeric(each(i -> 1e-300 * NOISE[i]), each(i -> i % 3)));
        all.put("1e-30", numeric(each(i -> 1e-30 * NOISE[i]), each(i -> i % 3)));
        all.put("1e30", numeric(each(i -> 1e30 * NOISE[i]), each(i -> i % 3)));
        all.put("1e300", numeric(each(i -> 1e300 * NOISE[i]), each(i -> i % 3)));
        all.put("-1e300", numeric(each(i -> -1e300 * NOISE[i]), each(i -> -1e300 * (i % 3))));
        all.put("both ends", numeric(each(i -> i == 3 ? 1e30 : 1e-30 * i), each(i -> i % 3)));
        all.put("the outcome", numeric(each(i -> i < 12 ? 0 : 1), each(i -> i % 3)));
        all.put("the rank", numeric(each(i -> i), each(i -> i % 3)));
        all.put("the rank and its mirror", numeric(each(i -> i), each(i -> -i)));
        all.put(
                "nearly the outcome",
                numeric(
                        each(i -> i < 12 ? i % 4 == 0 ? 0.5 : 0 : i == 23 ? 0.5 : 1),
                        each(i -> i % 3)));
        all.put(
                "empty level",
                List.of(
                        new Numeric("x", NOISE),
                        new Categorical("z", List.of("a", "b", "c"), codes(i -> i % 2))));
        all.put(
                "single level",
                List.of(
                        new Numeric("x", NOISE),
                        new Categorical("z", List.of("a", "b"), codes(_ -> 0))));
        all.put(
                "level of one",
                List.of(
                        new Numeric("x", NOISE),
                        new Categorical(
                                "z", List.of("a", "b", "c"), codes(i -> i == 4 ? 2 : i % 2))));
        all.put(
                "a level each",
                List.of(
                        new Numeric("x", NOISE),
                        new Categorical(
                                "z",
                                IntStream.range(0, N).mapToObj(i -> "l" + i).toList(),
                                codes(i -> i))));
        all.put(
                "level is the outcome",
                List.of(
                        new Numeric("x", NOISE),
                        new Categorical("z", List.of("a", "b"), codes(i -> i < 12 ? 0 : 1))));
        return all;
    }

    private static int[] codes(IntToDoubleFunction code) {
        return IntStream.range(0, N).map(i -> (int) code.applyAsDouble(i)).toArray();
    }

    private static List<Predictor> numeric(double[] x, double[] z) {
        return List.of(new Numeric("x", x), new Numeric("z", z));
    }

    private static Map<String, double[]> outcomes() {
        var all = new LinkedHashMap<String, double[]>();
        all.put("halves", each(i -> i < 12 ? 0 : 1));
        all.put("mixed", each(i -> (i * 5 + 1) % 7 % 4));
        all.put("none", each(_ -> 0));
        all.put("all", each(_ -> 3));
        all.put("one", each(i -> i == 9 ? 1 : 0));
        all.put("all but one", each(i -> i == 9 ? 0 : 1));
        all.put("large", each(i -> 1e9 * (i % 5)));
        all.put("huge", each(i -> 1e150 * (i % 5)));
        all.put("hugest", each(i -> 1e300 * (i % 5)));
        all.put("far", each(i -> 1e15 + i % 5));
        return all;
    }

    private static double[] binary(double[] y) {
        return Arrays.stream(y).map(value -> value > 0 ? 1 : 0).toArray();
    }

    private static int[] ints(double[] y) {
        return Arrays.stream(y).mapToInt(value -> value > 0 ? 1 : 0).toArray();
    }

    private static Categorical levels(double[] y) {
        return new Categorical(
                "y",
                List.of("none", "some", "most", "all"),
                Arrays.stream(y).mapToInt(value -> (int) Math.min(3, value)).toArray());
    }

    private static int[] groups(double[] y, int of) {
        return IntStream.range(0, y.length).map(i -> i / of).toArray();
    }

    static Stream<Regression> regressions() {
        Function<double[], double[]> same = y -> y;
        return Stream.of(
                new Regression("linear", same, LinearRegression::fit),
                new Regression(
                        "linear, weighted",
                        same,
                        (x, y) ->
                                LinearRegression.fit(
                                        x, y, first(y, i -> i == 2 ? 1e-12 : 1 + i % 3))),
                new Regression(
                        "linear, robust",
                        same,
                        (x, y) ->
                                LinearRegression.fit(x, y)
                                                instanceof Fitted<LinearRegression>(var model)
                                        ? model.robust()
                                        : none()),
                new Regression(
                        "linear, clustered",
                        same,
                        (x, y) ->
                                LinearRegression.fit(x, y)
                                                instanceof Fitted<LinearRegression>(var model)
                                        ? model.clustered(groups(y, 4), ClusterVariance.CR0)
                                        : none()),
                new Regression(
                        "linear, one cluster",
                        same,
                        (x, y) ->
                                LinearRegression.fit(x, y)
                                                instanceof Fitted<LinearRegression>(var model)
                                        ? model.clustered(groups(y, N), ClusterVariance.CR0)
                                        : none()),
                new Regression(
                        "logistic",
                        DegenerateModelsTest::binary,
                        (x, y) -> LogisticRegression.of(x, y, WhenSeparated.FIRTH)),
                new Regression(
                        "logistic, other",
                        DegenerateModelsTest::binary,
                        (x, y) -> LogisticRegression.of(x, y, WhenSeparated.REFUSE)),
                new Regression("Firth", DegenerateModelsTest::binary, FirthRegression::of),
                new Regression(
                        "logistic, clustered",
                        DegenerateModelsTest::binary,
                        (x, y) ->
                                LogisticRegression.of(x, y, WhenSeparated.FIRTH)
                                                instanceof Fitted<LogisticRegression>(var model)
                                        ? model.clustered(
                                                groups(y, N), SandwichCovariance.Adjustment.NONE)
                                        : none()),
                new Regression(
                        "logistic, marginal",
                        DegenerateModelsTest::binary,
                        (x, y) ->
                                LogisticRegression.of(x, y, WhenSeparated.FIRTH)
                                                instanceof Fitted<LogisticRegression>(var model)
                                        ? new Fitted<>(
                                                AverageMarginalEffect.of(model, x, "x", 0.95))
                                        : none()),
                new Regression("Poisson", same, PoissonRegression::of),
                new Regression(
                        "Poisson, exposure",
                        same,
                        (x, y) ->
                                PoissonRegression.of(
                                        x, y, first(y, i -> i % 2 == 0 ? 1e-12 : 1e12))),
                new Regression("negative binomial", same, NegativeBinomialRegression::of),
                new Regression(
                        "proportional odds", same, (x, y) -> ProportionalOdds.fit(x, levels(y))),
                new Regression(
                        "proportionality",
                        same,
                        (x, y) ->
                                ProportionalOdds.fit(x, levels(y))
                                                instanceof Fitted<ProportionalOdds>(var model)
                                        ? model.proportionalityTest()
                                        : none()),
                new Regression(
                        "multinomial", same, (x, y) -> MultinomialRegression.fit(x, levels(y))),
                new Regression(
                        "conditional",
                        DegenerateModelsTest::binary,
                        (x, y) -> ConditionalLogistic.fit(x, ints(y), groups(y, 2))),
                new Regression(
                        "conditional, sets of 4",
                        DegenerateModelsTest::binary,
                        (x, y) -> ConditionalLogistic.fit(x, ints(y), groups(y, 4))),
                new Regression(
                        "random intercept",
                        same,
                        (x, y) ->
                                RandomInterceptModel.fit(
                                        x, y, groups(y, 4), RandomInterceptModel.Criterion.REML)),
                new Regression(
                        "random intercept, one group",
                        same,
                        (x, y) ->
                                RandomInterceptModel.fit(
                                        x, y, groups(y, N), RandomInterceptModel.Criterion.ML)),
                new Regression(
                        "random intercept, a group each",
                        same,
                        (x, y) ->
                                RandomInterceptModel.fit(
                                        x, y, groups(y, 1), RandomInterceptModel.Criterion.ML)),
                new Regression(
                        "random intercept logistic",
                        DegenerateModelsTest::binary,
                        (x, y) -> RandomInterceptLogistic.fit(x, ints(y), groups(y, 4), 11)),
                new Regression(
                        "random intercept logistic, one group",
                        DegenerateModelsTest::binary,
                        (x, y) -> RandomInterceptLogistic.fit(x, ints(y), groups(y, N), 11)),
                new Regression(
                        "stacked",
                        DegenerateModelsTest::binary,
                        (x, y) ->
                                StackedModel.of(
                                        StackedOutcome.yesOrNo("y", x, y, groups(y, 1)),
                                        StackedOutcome.yesOrNo(
                                                "c", x, first(y, i -> i % 5 % 2), groups(y, 1)))),
                new Regression(
                        "stacked, few people",
                        DegenerateModelsTest::binary,
                        (x, y) ->
                                StackedModel.of(
                                        StackedOutcome.yesOrNo("y", x, y, groups(y, 1)),
                                        StackedOutcome.yesOrNo(
                                                "c", x, first(y, i -> i % 5 % 2), groups(y, 1)),
                                        StackedErrors.SMALL_SAMPLES)),
                new Regression(
                        "stacked counts, few events",
                        same,
                        (x, y) ->
                                StackedModel.of(
                                        StackedOutcome.counts(
                                                "y", x, y, first(y, _ -> 1), groups(y, 1)),
                                        StackedOutcome.counts(
                                                "c",
                                                x,
                                                first(y, i -> i % 5 % 2),
                                                first(y, _ -> 1),
                                                groups(y, 1)),
                                        StackedErrors.SMALL_SAMPLES)),
                new Regression(
                        "counts, few events",
                        same,
                        (x, y) ->
                                CountRegression.of(x, y)
                                                instanceof Fitted<CountRegression>(var model)
                                        ? model.withFewEvents()
                                        : none()),
                new Regression(
                        "AreaUnderCurve",
                        DegenerateModelsTest::binary,
                        (x, y) ->
                                new Fitted<>(
                                        List.of(
                                                AreaUnderCurve.of(x.matrix().column(1), y, 0.95),
                                                RocCurve.of(x.matrix().column(1), y)))));
    }

    private static Fitting<?> none() {
        return new Fitting.NotFitted<>("there is no model");
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void aRegressionGivesAModelOrAReason(Regression regression) {
        var faults = new ArrayList<String>();
        predictors()
                .forEach(
                        (named, predictors) -> {
                            var design = Design.of(Formula.parse("y ~ x + z"), predictors);
                            faults.addAll(Soundness.faults("design " + named, 0.95, () -> design));
                            if (design instanceof Fitted<Design>(Design made)) {
                                outcomes()
                                        .forEach(
                                                (called, outcome) ->
                                                        faults.addAll(
                                                                Soundness.faults(
                                                                        regression.name()
                                                                                + " of "
                                                                                + called
                                                                                + " on "
                                                                                + named,
                                                                        0.95,
                                                                        () ->
                                                                                withFigures(
                                                                                        regression
                                                                                                .model()
                                                                                                .of(
                                                                                                        made,
                                                                                                        regression
                                                                                                                .outcome()
                                                                                                                .apply(
                                                                                                                        outcome))))));
                            }
                        });
        assertThat(faults).isEmpty();
    }

    /// A fitting, and of a model the estimate and test of every coefficient.
    private static Object withFigures(Fitting<?> fitting) {
        var coefficients =
                switch (fitting) {
                    case Fitted<?>(LinearRegression model) -> model.coefficients();
                    case Fitted<?>(LogisticRegression model) -> model.coefficients();
                    case Fitted<?>(PoissonRegression model) -> model.coefficients();
                    case Fitted<?>(NegativeBinomialRegression model) -> model.coefficients();
                    case Fitted<?>(ProportionalOdds model) -> model.coefficients();
                    case Fitted<?>(MultinomialRegression model) -> model.coefficients();
                    case Fitted<?>(ConditionalLogistic model) -> model.coefficients();
                    case Fitted<?>(RandomInterceptModel model) -> model.coefficients();
                    case Fitted<?>(RandomInterceptLogistic model) -> model.coefficients();
                    case Fitted<?>(StackedModel model) -> model.coefficients();
                    case Fitted<?>(Coefficients robust) -> robust;
                    default -> null;
                };
        if (coefficients == null) {
            return fitting;
        }
        var figures = new ArrayList<Object>(List.of(fitting));
        for (String name : coefficients.names()) {
            figures.add(coefficients.standardError(name));
            figures.add(coefficients.estimate(name, 0.95));
            if (coefficients.standardError(name) > 0) {
                figures.add(coefficients.test(name));
            }
        }
        figures.add(coefficients.jointTest(coefficients.names()));
        Object model = ((Fitted<?>) fitting).model();
        String last = coefficients.names().getLast();
        switch (model) {
            case LogisticRegression logistic ->
                    figures.addAll(
                            List.of(
                                    logistic.profile(last, 0.95),
                                    logistic.oddsRatio("x", 0.95),
                                    logistic.waldOddsRatio("x", 0.95),
                                    logistic.probability(coefficientsRow(coefficients), 0.95)));
            case PoissonRegression poisson -> figures.add(poisson.profile("x", 0.95));
            case ProportionalOdds odds ->
                    figures.addAll(
                            List.of(
                                    odds.profile("x", 0.95),
                                    odds.oddsRatio("x", 0.95),
                                    odds.waldOddsRatio("x", 0.95),
                                    odds.likelihoodRatio(List.of("x"), 0.95)));
            case MultinomialRegression odds ->
                    figures.addAll(
                            List.of(
                                    odds.waldOddsRatio(odds.levels().getLast(), "x", 0.95),
                                    odds.likelihoodRatio(List.of("x"), 0.95)));
            case ConditionalLogistic odds ->
                    figures.addAll(
                            List.of(
                                    odds.profile("x", 0.95),
                                    odds.oddsRatio("x", 0.95),
                                    odds.waldOddsRatio("x", 0.95),
                                    odds.likelihoodRatio(List.of("x"), 0.95)));
            case RandomInterceptLogistic odds ->
                    figures.addAll(
                            List.of(
                                    odds.waldOddsRatio("x", 0.95),
                                    odds.icc(0.95),
                                    odds.groupDeviation(0.95)));
            case StackedModel stacked ->
                    figures.addAll(
                            List.of(
                                    stacked.ratio("x", 0.95),
                                    stacked.equality(),
                                    stacked.proportionality(0.95)));
            default -> {}
        }
        return figures;
    }

    private static double[] coefficientsRow(Coefficients coefficients) {
        var row = new double[coefficients.names().size()];
        Arrays.fill(row, 1);
        return row;
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void aRegressionOfFewRespondentsGivesAModelOrAReason(Regression regression) {
        var faults = new ArrayList<String>();
        for (int n = 1; n <= 4; n++) {
            int few = n;
            var design =
                    Design.of(
                            Formula.parse("y ~ x"),
                            List.of(new Numeric("x", Arrays.copyOf(NOISE, n))));
            if (design instanceof Fitted<Design>(Design made)) {
                outcomes()
                        .forEach(
                                (called, outcome) ->
                                        faults.addAll(
                                                Soundness.faults(
                                                        "%s of %s of %d"
                                                                .formatted(
                                                                        regression.name(),
                                                                        called,
                                                                        few),
                                                        0.95,
                                                        () ->
                                                                withFigures(
                                                                        regression
                                                                                .model()
                                                                                .of(
                                                                                        made,
                                                                                        regression
                                                                                                .outcome()
                                                                                                .apply(
                                                                                                        Arrays
                                                                                                                .copyOf(
                                                                                                                        outcome,
                                                                                                                        few)))))));
            }
        }
        assertThat(faults).isEmpty();
    }
}
