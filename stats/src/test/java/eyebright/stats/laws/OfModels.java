package eyebright.stats.laws;

import static eyebright.stats.laws.Regressions.fitted;
import static eyebright.stats.laws.Statistic.byChance;
import static eyebright.stats.laws.Statistic.iterated;
import static eyebright.stats.laws.Statistic.ofCounts;
import static eyebright.stats.laws.Statistic.ofSums;

import eyebright.stats.Fitting.Fitted;
import eyebright.stats.equivalence.Effect;
import eyebright.stats.equivalence.EquivalenceTest;
import eyebright.stats.equivalence.Margin;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import eyebright.stats.missing.RubinsRules;
import eyebright.stats.model.AreaUnderCurve;
import eyebright.stats.model.Blocks;
import eyebright.stats.model.BrierScore;
import eyebright.stats.model.CrossValidatedR2;
import eyebright.stats.model.ExponentialEstimate;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import eyebright.stats.model.LinearRegression;
import eyebright.stats.model.LogisticRegression;
import eyebright.stats.model.Moderation;
import eyebright.stats.model.Predicted;
import eyebright.stats.model.ProportionalOdds;
import eyebright.stats.model.RocCurve;
import eyebright.stats.model.WhenSeparated;
import eyebright.stats.resampling.Bootstrap;
import eyebright.stats.resampling.PermutationTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What is made of models and of rows drawn again.
final class OfModels {

    private OfModels() {}

    static Stream<Statistic> all() {
        return Stream.of(ofPredictions(), madeOfModels(), ofResampling()).flatMap(List::stream);
    }

    private static double[] chances(Sample s) {
        return Arrays.stream(s.of("x")).map(x -> 1 / (1 + Math.exp(-x))).toArray();
    }

    static List<Statistic> ofPredictions() {
        return List.of(
                ofSums("AreaUnderCurve", s -> AreaUnderCurve.of(s.of("x"), s.of("yes"), s.level())),
                ofCounts("RocCurve", s -> RocCurve.of(s.of("x"), s.of("yes"))),
                ofSums("BrierScore", s -> BrierScore.of(chances(s), s.of("yes"))),
                ofSums(
                        "LinearRegression, predictions",
                        s ->
                                fitted(LinearRegression.fit(Regression.design(s), s.of("y")))
                                        .predictions(
                                                List.of(
                                                        new Numeric("x", new double[] {0, 1}),
                                                        new Categorical(
                                                                "group",
                                                                Regression.LEVELS,
                                                                new int[] {0, 2})),
                                                Predicted.RESPONDENT,
                                                s.level())));
    }

    static LinearRegression moderated(Sample s) {
        return fitted(
                LinearRegression.fit(
                        Regression.design(
                                "o ~ a * b",
                                new Numeric("a", s.of("a")),
                                new Numeric("b", s.of("b"))),
                        s.of("x")));
    }

    static Moderation moderation(Sample s) {
        return Moderation.of(moderated(s).coefficients(), "a", "b");
    }

    private static Fitted<LogLikelihood> ofLevels(Formula formula, Sample s) {
        var design = fitted(Design.of(formula, Regression.design(s).predictors()));
        var levels = new Categorical("o", List.of("low", "middle", "high"), s.codes("level"));
        return new Fitted<>(fitted(ProportionalOdds.fit(design, levels)).likelihood());
    }

    static List<Statistic> madeOfModels() {
        return List.of(
                iterated("Moderation", s -> moderation(s).slopesAt(List.of(1.0, 3.0), s.level())),
                iterated(
                        "Moderation at mean and sd",
                        s -> moderation(s).slopesAtMeanAndSd(s.of("b"), s.level())),
                iterated("Moderation at one value", s -> moderation(s).slopeAt(2, s.level())),
                iterated(
                        "Coefficients, a combination",
                        s ->
                                moderated(s)
                                        .coefficients()
                                        .combination(new double[] {0, 1, -1, 0}, s.level())),
                ofCounts(
                        "JohnsonNeyman, share",
                        s -> moderation(s).johnsonNeyman(0.95).shareOf(s.of("b"))),
                iterated("JohnsonNeyman", s -> moderation(s).johnsonNeyman(s.level())),
                iterated(
                        "Blocks and LikelihoodRatio",
                        s ->
                                Blocks.of(
                                        Regression.design(s).formula(),
                                        List.of(new Blocks.Block("the group", List.of("group"))),
                                        formula -> ofLevels(formula, s),
                                        s.level())),
                iterated(
                        "ExponentialEstimate",
                        s ->
                                ExponentialEstimate.of(
                                        fitted(
                                                        LogisticRegression.of(
                                                                Regression.design(s),
                                                                s.of("yes"),
                                                                WhenSeparated.FIRTH))
                                                .coefficients()
                                                .estimate("x", s.level()))),
                iterated(
                        "EquivalenceTest of a log odds ratio",
                        s -> {
                            var slopes =
                                    fitted(
                                                    LogisticRegression.of(
                                                            Regression.design(s),
                                                            s.of("yes"),
                                                            WhenSeparated.FIRTH))
                                            .coefficients();
                            return EquivalenceTest.of(
                                    Effect.withNormal(
                                            slopes.value("x"), slopes.standardError("x"), s.n()),
                                    Margin.around0(0.5),
                                    0.05);
                        }),
                ofSums(
                        "RubinsRules, normal",
                        s ->
                                RubinsRules.withNormal(
                                        List.of(
                                                s.moments("a").mean(),
                                                s.moments("b").mean(),
                                                s.moments("c").mean()),
                                        List.of(0.1, 0.12, 0.11),
                                        s.n(),
                                        s.level())),
                ofSums(
                        "RubinsRules",
                        s ->
                                RubinsRules.withT(
                                        List.of(
                                                s.moments("a").mean(),
                                                s.moments("b").mean(),
                                                s.moments("c").mean()),
                                        List.of(0.1, 0.12, 0.11),
                                        s.n() - 1.0,
                                        s.n(),
                                        s.level())));
    }

    private static eyebright.stats.resampling.Statistic mean(Sample s) {
        double[] x = s.of("x");
        return rows ->
                Mean.of(
                        Moments.of(Arrays.stream(rows).mapToDouble(i -> x[i]).toArray()),
                        s.level());
    }

    static List<Statistic> ofResampling() {
        return List.of(
                byChance("Bootstrap", s -> Bootstrap.bca(mean(s), s.n(), 500, 0.9, "laws", "bca")),
                byChance(
                        "PermutationTest",
                        s ->
                                PermutationTest.of(
                                        rows ->
                                                OfPairsOfScores.pearson(
                                                                s.with("x", s.rows(rows).of("x")),
                                                                "x",
                                                                "y")
                                                        .r(),
                                        s.n(),
                                        99,
                                        PermutationTest.Alternative.TWO_SIDED,
                                        "laws",
                                        "orders")),
                byChance(
                        "CrossValidatedR2",
                        s ->
                                CrossValidatedR2.of(
                                        s.of("y"),
                                        new CrossValidatedR2.Partitions(5, 1),
                                        "laws",
                                        "folds",
                                        (fitted, others) -> {
                                            double slope = OfPairsOfScores.slope(s.rows(fitted));
                                            double[] x = s.rows(others).of("x");
                                            return new Fitted<>(
                                                    Arrays.stream(x)
                                                            .map(each -> slope * each)
                                                            .toArray());
                                        })));
    }
}
