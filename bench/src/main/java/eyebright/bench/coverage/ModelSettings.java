package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.AreaUnderCurve;
import eyebright.stats.model.ConditionalLogistic;
import eyebright.stats.model.FirthRegression;
import eyebright.stats.model.LikelihoodRatio;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import eyebright.stats.model.LinearRegression;
import eyebright.stats.model.LogisticRegression;
import eyebright.stats.model.ProportionalOdds;
import eyebright.stats.model.RandomInterceptLogistic;
import eyebright.stats.model.RandomInterceptModel;
import eyebright.stats.model.WhenSeparated;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Linear and logistic models, ordinal ones, and those of groups.
final class ModelSettings {

    private static final double SLOPE = 0.5;
    private static final List<String> LEVELS = List.of("1", "2", "3", "4", "5");
    private static final double[] THRESHOLDS = {-1.5, -0.5, 0.5, 1.5};

    private ModelSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {60, 684}) {
            settings.addAll(linear(n));
            settings.addAll(logistic(n));
            settings.add(
                    new Setting(
                            "proportional odds, profile",
                            "five answers, odds ratio %.3f, n = %d".formatted(ratio(), n),
                            MANY,
                            ratio(),
                            chance -> ordinal(chance, n)));
            settings.add(
                    new Setting(
                            "AUC, DeLong",
                            "normal, d = 0.5, half with the outcome, n = %d".formatted(n),
                            MANY,
                            NormalDistribution.of(0, 1).cumulativeProbability(0.5 / Math.sqrt(2)),
                            chance -> area(chance, n)));
        }
        settings.add(
                new Setting(
                        "Firth, profile",
                        "rare (10 %%), odds ratio %.3f, n = 60".formatted(ratio()),
                        MANY,
                        ratio(),
                        chance -> firth(chance, 60)));
        settings.add(
                new Setting(
                        "conditional logistic, profile",
                        "odds ratio %.3f, 200 pairs".formatted(ratio()),
                        MANY,
                        ratio(),
                        chance -> pairs(chance, 200)));
        settings.add(
                new Setting(
                        "random intercept, slope",
                        "100 groups of 2, ICC = 0.3, normal",
                        MANY,
                        SLOPE,
                        chance ->
                                grouped(
                                        chance,
                                        model -> model.coefficients().estimate("x", LEVEL))));
        settings.add(
                new Setting(
                        "random intercept, ICC",
                        "100 groups of 2, ICC = 0.3, normal",
                        MANY,
                        0.3,
                        chance -> grouped(chance, model -> model.icc(LEVEL))));
        settings.add(
                new Setting(
                        "random-intercept logistic, Wald",
                        "40 groups of 5, sd 1, odds ratio %.3f, 15 points".formatted(ratio()),
                        MANY,
                        ratio(),
                        ModelSettings::groupedLogistic));
        return settings;
    }

    private static double ratio() {
        return Math.exp(SLOPE);
    }

    private static List<Setting> linear(int n) {
        String population = "slope 0.5, error grows away from the mean, n = %d".formatted(n);
        return List.of(
                new Setting(
                        "linear, HC3",
                        population,
                        MANY,
                        SLOPE,
                        chance -> slope(chance, n, LinearRegression::robust)),
                new Setting(
                        "linear, equal errors assumed",
                        population,
                        MANY,
                        SLOPE,
                        chance -> slope(chance, n, model -> new Fitted<>(model.coefficients()))),
                new Setting(
                        "R² of a block",
                        "two of three predictors, R² = 0.1 beyond the third, n = %d".formatted(n),
                        MANY,
                        0.1,
                        chance -> block(chance, n)));
    }

    private static List<Setting> logistic(int n) {
        String population = "70 %% with the outcome, odds ratio %.3f, n = %d".formatted(ratio(), n);
        return List.of(
                new Setting(
                        "logistic, profile",
                        population,
                        MANY,
                        ratio(),
                        chance -> logistic(chance, n, model -> model.oddsRatio("x", LEVEL))),
                new Setting(
                        "logistic, Wald",
                        population,
                        MANY,
                        ratio(),
                        chance -> logistic(chance, n, model -> model.waldOddsRatio("x", LEVEL))));
    }

    static Design design(double[] x) {
        return fitted(Design.of(Formula.parse("y ~ x"), List.of(new Predictor.Numeric("x", x))));
    }

    /// A model that must be there.
    static <M> M fitted(Fitting<M> fitting) {
        return switch (fitting) {
            case Fitted<M>(M model) -> model;
            case NotFitted<M>(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /// An estimate of a model, or why there is no model.
    static <M> Estimate estimate(Fitting<M> fitting, Function<M, Estimate> of) {
        return switch (fitting) {
            case Fitted<M>(M model) -> of.apply(model);
            case NotFitted<M>(String reason) -> new NotEstimable(reason);
        };
    }

    private static Estimate slope(
            KeyedStream chance,
            int n,
            Function<LinearRegression, Fitting<eyebright.stats.model.Coefficients>> errors) {
        double[] x = Draw.normal(chance, n, 0, 1);
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = SLOPE * x[i] + (0.5 + Math.abs(x[i])) * chance.nextGaussian();
        }
        return estimate(
                LinearRegression.fit(design(x), y),
                model -> estimate(errors.apply(model), each -> each.estimate("x", LEVEL)));
    }

    /// Two predictors tell a tenth of what a third leaves: b² (1 + 1) / (b² (1 + 1) + 1) = 0.1.
    private static Estimate block(KeyedStream chance, int n) {
        double b = Math.sqrt(0.1 / 0.9 / 2);
        double[] third = Draw.normal(chance, n, 0, 1);
        double[] one = Draw.normal(chance, n, 0, 1);
        double[] other = Draw.normal(chance, n, 0, 1);
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = 0.3 * third[i] + b * (one[i] + other[i]) + chance.nextGaussian();
        }
        List<Predictor> predictors =
                List.of(
                        new Predictor.Numeric("third", third),
                        new Predictor.Numeric("one", one),
                        new Predictor.Numeric("other", other));
        return LikelihoodRatio.of(
                        likelihood("y ~ third", predictors, y),
                        likelihood("y ~ third + one + other", predictors, y),
                        LEVEL)
                .share();
    }

    private static LogLikelihood likelihood(
            String formula, List<Predictor> predictors, double[] y) {
        Design design = fitted(Design.of(Formula.parse(formula), predictors));
        LinearRegression model = fitted(LinearRegression.fit(design, y));
        return new LogLikelihood(
                model.logLikelihood().orElseThrow(), design.columns().size(), y.length);
    }

    private static Estimate logistic(
            KeyedStream chance, int n, Function<LogisticRegression, Estimate> of) {
        double[] x = Draw.normal(chance, n, 0, 1);
        double[] y = Arrays.stream(x).map(each -> Draw.yes(chance, 0.9 + SLOPE * each)).toArray();
        return estimate(LogisticRegression.of(design(x), y, WhenSeparated.REFUSE), of);
    }

    private static Estimate firth(KeyedStream chance, int n) {
        double[] x = Draw.normal(chance, n, 0, 1);
        double[] y = Arrays.stream(x).map(each -> Draw.yes(chance, -2.3 + SLOPE * each)).toArray();
        return estimate(FirthRegression.of(design(x), y), model -> model.oddsRatio("x", LEVEL));
    }

    private static Estimate area(KeyedStream chance, int n) {
        var scores = new double[n];
        var events = new double[n];
        for (int i = 0; i < n; i++) {
            events[i] = i % 2;
            scores[i] = 0.5 * events[i] + chance.nextGaussian();
        }
        return AreaUnderCurve.of(scores, events, LEVEL);
    }

    private static Estimate ordinal(KeyedStream chance, int n) {
        double[] x = Draw.normal(chance, n, 0, 1);
        var codes = new int[n];
        for (int i = 0; i < n; i++) {
            double u = chance.nextDouble();
            double latent = SLOPE * x[i] + Math.log(u / (1 - u));
            codes[i] = (int) Arrays.stream(THRESHOLDS).filter(cut -> cut < latent).count();
        }
        return estimate(
                ProportionalOdds.fit(List.of("x"), Matrix.ofColumns(x), LEVELS, codes),
                model -> model.oddsRatio("x", LEVEL));
    }

    private static Estimate pairs(KeyedStream chance, int pairs) {
        var x = new double[2 * pairs];
        var outcomes = new int[2 * pairs];
        var sets = new int[2 * pairs];
        for (int s = 0; s < pairs; s++) {
            double own = chance.nextGaussian();
            x[2 * s] = own + chance.nextGaussian();
            x[2 * s + 1] = own + chance.nextGaussian();
            int first = Draw.yes(chance, SLOPE * (x[2 * s] - x[2 * s + 1]));
            outcomes[2 * s] = first;
            outcomes[2 * s + 1] = 1 - first;
            sets[2 * s] = s;
            sets[2 * s + 1] = s;
        }
        return estimate(
                ConditionalLogistic.fit(List.of("x"), Matrix.ofColumns(x), outcomes, sets),
                model -> model.oddsRatio("x", LEVEL));
    }

    private static Estimate grouped(
            KeyedStream chance, Function<RandomInterceptModel, Estimate> of) {
        double[] x = Draw.normal(chance, 200, 0, 1);
        var y = new double[200];
        var groups = new int[200];
        double level = 0;
        for (int i = 0; i < 200; i++) {
            if (i % 2 == 0) {
                level = Math.sqrt(0.3) * chance.nextGaussian();
            }
            groups[i] = i / 2;
            y[i] = SLOPE * x[i] + level + Math.sqrt(0.7) * chance.nextGaussian();
        }
        return estimate(
                RandomInterceptModel.fit(
                        List.of("x"),
                        Matrix.ofColumns(x),
                        y,
                        groups,
                        RandomInterceptModel.Criterion.REML),
                of);
    }

    private static Estimate groupedLogistic(KeyedStream chance) {
        double[] x = Draw.normal(chance, 200, 0, 1);
        var y = new int[200];
        var groups = new int[200];
        double level = 0;
        for (int i = 0; i < 200; i++) {
            if (i % 5 == 0) {
                level = chance.nextGaussian();
            }
            groups[i] = i / 5;
            y[i] = Draw.yes(chance, SLOPE * x[i] + level);
        }
        return estimate(
                RandomInterceptLogistic.fit(List.of("x"), Matrix.ofColumns(x), y, groups, 15),
                model -> model.waldOddsRatio("x", LEVEL));
    }
}
