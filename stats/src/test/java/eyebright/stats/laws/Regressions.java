package eyebright.stats.laws;

import static eyebright.stats.laws.Regression.figures;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Term;
import eyebright.stats.model.AverageMarginalEffect;
import eyebright.stats.model.ClusterVariance;
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
import eyebright.stats.model.SandwichCovariance.Adjustment;
import eyebright.stats.model.StackedModel;
import eyebright.stats.model.StackedOutcome;
import eyebright.stats.model.WhenSeparated;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every regression, with an outcome of the sample that suits it.
final class Regressions {

    private static final int POINTS = 7;

    private Regressions() {}

    static Stream<Regression> all() {
        return Stream.of(ofNumbers(), ofYesOrNo(), ofCounts(), ofLevels(), ofClusters())
                .flatMap(List::stream);
    }

    static <M> M fitted(Fitting<M> fitting) {
        return switch (fitting) {
            case Fitted<M>(M model) -> model;
            case Fitting.NotFitted<M>(String reason) -> throw new AssertionError(reason);
        };
    }

    static List<Regression> ofNumbers() {
        return List.of(
                new Regression(
                        "LinearRegression",
                        (x, s) -> {
                            var model = fitted(LinearRegression.fit(x, s.of("y")));
                            var slope = model.coefficients();
                            return figures(
                                    "coefficients",
                                    slope,
                                    "joint",
                                    slope.jointTest(x.namesOf(Term.of("group"))),
                                    "rSquared",
                                    model.rSquared(),
                                    "residualSd",
                                    model.residualSd(),
                                    "test",
                                    model.test(),
                                    "logLikelihood",
                                    model.logLikelihood());
                        }),
                new Regression(
                        "LinearRegression, robust",
                        (x, s) ->
                                figures(
                                        "coefficients",
                                        fitted(LinearRegression.fit(x, s.of("y"))).robust())),
                new Regression(
                        "LinearRegression, clustered",
                        (x, s) ->
                                figures(
                                        "coefficients",
                                        fitted(LinearRegression.fit(x, s.of("y")))
                                                .clustered(
                                                        s.codes("cluster"), ClusterVariance.CR1))));
    }

    /// The average of each column: it changes as the columns do.
    private static double[] average(Design design) {
        return IntStream.range(0, design.columns().size())
                .mapToDouble(
                        column ->
                                Arrays.stream(design.matrix().column(column))
                                        .average()
                                        .orElseThrow())
                .toArray();
    }

    private static LogisticRegression logistic(Design x, Sample s) {
        return fitted(LogisticRegression.of(x, s.of("yes"), WhenSeparated.REFUSE));
    }

    private static Map<String, Object> ofLogistic(LogisticRegression model, Sample s) {
        return figures(
                "coefficients",
                model.coefficients(),
                "profile",
                model.profile("x", s.level()),
                "oddsRatio",
                model.oddsRatio("x", s.level()),
                "waldOddsRatio",
                model.waldOddsRatio("x", s.level()),
                "logLikelihood",
                model.logLikelihood(),
                "mcFadden",
                model.mcFadden(),
                "likelihoodRatio",
                model.likelihoodRatio(),
                "tjur",
                model.tjur(),
                "brier",
                model.brier(),
                "area",
                model.areaUnderCurve(s.level()));
    }

    static List<Regression> ofYesOrNo() {
        return List.of(
                new Regression("LogisticRegression", (x, s) -> ofLogistic(logistic(x, s), s)),
                new Regression(
                        "FirthRegression",
                        (x, s) -> ofLogistic(fitted(FirthRegression.of(x, s.of("yes"))), s)),
                new Regression(
                        "LogisticRegression, clustered",
                        (x, s) ->
                                figures(
                                        "coefficients",
                                        logistic(x, s)
                                                .clustered(
                                                        s.codes("cluster"), Adjustment.CLUSTERS))),
                new Regression(
                        "LogisticRegression, robust",
                        (x, s) ->
                                figures(
                                        "coefficients",
                                        logistic(x, s).robust(Adjustment.RESPONDENTS))),
                new Regression(
                        "LogisticRegression, probability",
                        (x, s) ->
                                figures(
                                        "average",
                                        logistic(x, s).probability(average(x), s.level()))),
                new Regression(
                        "AverageMarginalEffect",
                        (x, s) ->
                                figures(
                                        "x",
                                        AverageMarginalEffect.of(logistic(x, s), x, "x", s.level()),
                                        "group",
                                        AverageMarginalEffect.of(
                                                logistic(x, s), x, "group", s.level()))));
    }

    private static Map<String, Object> ofCountModel(CountRegression model, Sample s) {
        return figures(
                "coefficients",
                model.coefficients(),
                "logLikelihood",
                model.logLikelihood(),
                "deviance",
                model.deviance(),
                "rateRatio",
                model.rateRatio("x", s.level()));
    }

    static List<Regression> ofCounts() {
        return List.of(
                new Regression(
                        "PoissonRegression",
                        (x, s) -> {
                            var model = fitted(PoissonRegression.of(x, s.of("count")));
                            var figures = ofCountModel(model, s);
                            figures.put("profile", model.profile("x", s.level()));
                            figures.put("pearson", model.pearson());
                            return figures;
                        }),
                new Regression(
                        "NegativeBinomialRegression",
                        (x, s) -> {
                            var model = fitted(NegativeBinomialRegression.of(x, s.of("count")));
                            var figures = ofCountModel(model, s);
                            figures.put("dispersion", model.dispersion(s.level()));
                            return figures;
                        }),
                new Regression(
                        "CountRegression",
                        (x, s) -> {
                            var model = fitted(CountRegression.of(x, s.of("count")));
                            var figures = ofCountModel(model, s);
                            return figures;
                        }),
                new Regression(
                        "PoissonRegression, its covariances and effects",
                        (x, s) -> {
                            var model = fitted(PoissonRegression.of(x, s.of("count")));
                            return figures(
                                    "coefficients",
                                    model.robust(Adjustment.RESPONDENTS),
                                    "differences",
                                    model.clustered(s.codes("cluster"), Adjustment.CLUSTERS),
                                    "x",
                                    model.averageMarginalEffects(x, "x", s.level()));
                        }),
                new Regression(
                        "NegativeBinomialRegression, its covariances and effects",
                        (x, s) -> {
                            var model = fitted(NegativeBinomialRegression.of(x, s.of("count")));
                            return figures(
                                    "coefficients",
                                    model.robust(Adjustment.RESPONDENTS),
                                    "differences",
                                    model.clustered(s.codes("cluster"), Adjustment.CLUSTERS),
                                    "x",
                                    model.averageMarginalEffects(x, "x", s.level()));
                        }),
                new Regression(
                        "StackedModel",
                        (x, s) ->
                                ofStacked(
                                        StackedOutcome.yesOrNo(
                                                "yes", x, s.of("yes"), s.codes("cluster")),
                                        StackedOutcome.yesOrNo(
                                                "also", x, s.of("also"), s.codes("cluster")),
                                        s)),
                new Regression(
                        "StackedModel of counts",
                        (x, s) ->
                                ofStacked(
                                        StackedOutcome.counts(
                                                "count",
                                                x,
                                                s.of("count"),
                                                ones(s),
                                                s.codes("cluster")),
                                        StackedOutcome.counts(
                                                "often",
                                                x,
                                                s.of("often"),
                                                ones(s),
                                                s.codes("cluster")),
                                        s)));
    }

    private static double[] ones(Sample sample) {
        var ones = new double[sample.n()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Map<String, Object> ofStacked(
            StackedOutcome one, StackedOutcome other, Sample s) {
        var model = fitted(StackedModel.of(one, other));
        return figures(
                "coefficients",
                model.coefficients(),
                "differences",
                model.differences(),
                "equality",
                model.equality(),
                "ratio",
                model.ratio("x", s.level()),
                "proportionality",
                model.proportionality(s.level()));
    }

    private static Categorical levels(Sample sample) {
        return new Categorical("o", List.of("low", "middle", "high"), sample.codes("level"));
    }

    static List<Regression> ofLevels() {
        return List.of(
                new Regression(
                        "ProportionalOdds",
                        (x, s) -> {
                            var model = fitted(ProportionalOdds.fit(x, levels(s)));
                            return figures(
                                    "coefficients",
                                    model.coefficients(),
                                    "profile",
                                    model.profile("x", s.level()),
                                    "oddsRatio",
                                    model.oddsRatio("x", s.level()),
                                    "logLikelihood",
                                    model.logLikelihood(),
                                    "likelihoodRatio",
                                    model.likelihoodRatio(List.of("x"), s.level()),
                                    "waldOddsRatio",
                                    model.waldOddsRatio("x", s.level()),
                                    "proportionality",
                                    model.proportionalityTest());
                        }),
                new Regression(
                        "ProportionalOdds, chances",
                        (x, s) -> {
                            var model = fitted(ProportionalOdds.fit(x, levels(s)));
                            double[] row = average(x);
                            return figures(
                                    "chance",
                                    model.chance("middle", row, s.level()),
                                    "above",
                                    model.chanceAbove("low", row, s.level()),
                                    "atMost",
                                    model.chanceAtMost("low", row, s.level()),
                                    "weighted",
                                    model.weighted(List.of(-1.0, 0.0, 1.0), row, s.level()));
                        }),
                new Regression(
                        "MultinomialRegression, chances",
                        (x, s) -> {
                            var model = fitted(MultinomialRegression.fit(x, levels(s)));
                            return figures("chance", model.chance("high", average(x), s.level()));
                        }),
                new Regression(
                        "MultinomialRegression",
                        (x, s) -> {
                            var model = fitted(MultinomialRegression.fit(x, levels(s)));
                            return figures(
                                    "coefficients",
                                    model.coefficients(),
                                    "profile",
                                    model.profile("high", "x", s.level()),
                                    "oddsRatio",
                                    model.oddsRatio("high", "x", s.level()),
                                    "waldOddsRatio",
                                    model.waldOddsRatio("high", "x", s.level()),
                                    "logLikelihood",
                                    model.logLikelihood(),
                                    "likelihoodRatio",
                                    model.likelihoodRatio(List.of("x"), s.level()));
                        }));
    }

    static List<Regression> ofClusters() {
        return List.of(
                new Regression(
                        "ConditionalLogistic",
                        (x, s) -> {
                            var model =
                                    fitted(
                                            ConditionalLogistic.fit(
                                                    x, s.codes("yes"), s.codes("cluster")));
                            return figures(
                                    "coefficients",
                                    model.coefficients(),
                                    "profile",
                                    model.profile("x", s.level()),
                                    "oddsRatio",
                                    model.oddsRatio("x", s.level()),
                                    "waldOddsRatio",
                                    model.waldOddsRatio("x", s.level()),
                                    "logLikelihood",
                                    model.logLikelihood(),
                                    "likelihoodRatio",
                                    model.likelihoodRatio(List.of("x"), s.level()));
                        }),
                new Regression(
                        "RandomInterceptModel",
                        (x, s) -> {
                            var model =
                                    fitted(
                                            RandomInterceptModel.fit(
                                                    x,
                                                    s.of("y"),
                                                    s.codes("cluster"),
                                                    RandomInterceptModel.Criterion.ML));
                            return figures(
                                    "coefficients",
                                    model.coefficients(),
                                    "groupDeviation",
                                    model.groupDeviation(),
                                    "residualDeviation",
                                    model.residualDeviation(),
                                    "logLikelihood",
                                    model.deviance(),
                                    "icc",
                                    model.icc(s.level()),
                                    "likelihoodRatio",
                                    model.likelihoodRatio(List.of("x"), s.level()));
                        }),
                new Regression(
                        "RandomInterceptLogistic",
                        (x, s) -> {
                            var model =
                                    fitted(
                                            RandomInterceptLogistic.fit(
                                                    x, s.codes("yes"), s.codes("cluster"), POINTS));
                            return figures(
                                    "coefficients",
                                    model.coefficients(),
                                    "groupDeviation",
                                    model.groupDeviation(),
                                    "profile",
                                    model.profile("x", s.level()),
                                    "oddsRatio",
                                    model.oddsRatio("x", s.level()),
                                    "waldOddsRatio",
                                    model.waldOddsRatio("x", s.level()),
                                    "logLikelihood",
                                    model.logLikelihood(),
                                    "icc",
                                    model.icc(s.level()),
                                    "likelihoodRatio",
                                    model.likelihoodRatio(List.of("x"), s.level()));
                        }),
                new Regression(
                        "EquivalenceTest of a slope",
                        (x, s) -> {
                            var slope = fitted(LinearRegression.fit(x, s.of("y"))).coefficients();
                            return figures(
                                    "test",
                                    EquivalenceTest.of(
                                            Effect.withT(
                                                    slope.value("group.some"),
                                                    slope.standardError("group.some"),
                                                    s.n() - 4,
                                                    s.n()),
                                            Margin.around0(0.5),
                                            0.05));
                        }));
    }
}
