package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.AverageMarginalEffect;
import eyebright.stats.model.LinearRegression;
import eyebright.stats.model.LogisticRegression;
import eyebright.stats.model.Moderation;
import eyebright.stats.model.MultinomialRegression;
import eyebright.stats.model.Predicted;
import eyebright.stats.model.StackedModel;
import eyebright.stats.model.StackedOutcome;
import eyebright.stats.model.WhenSeparated;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What is made of models beyond their coefficients: effects, predictions, slopes, two outcomes at once.
final class FurtherModelSettings {

    private static final double SLOPE = 0.5;
    private static final double INTERCEPT = 0.9;

    private FurtherModelSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {60, 684}) {
            String yes = "70 %% with the outcome, odds ratio 1.649, n = %d".formatted(n);
            settings.add(
                    setting(
                            "average marginal effect, of these respondents",
                            yes,
                            0,
                            chance -> marginal(chance, n)));
            settings.add(
                    setting(
                            "simple slope at 1 sd (HC3)",
                            "slope 0.3 + 0.2 moderator, normal, n = %d".formatted(n),
                            0.5,
                            chance -> simpleSlope(chance, n)));
            for (Predicted what : Predicted.values()) {
                settings.add(
                        setting(
                                switch (what) {
                                    case MEAN -> "prediction of a mean";
                                    case RESPONDENT -> "prediction of a respondent";
                                },
                                "slope 0.5, normal, at 1 sd, n = %d".formatted(n),
                                0,
                                chance -> prediction(chance, n, what)));
            }
        }
        for (int n : new int[] {200, 684}) {
            settings.add(
                    setting(
                            "stacked, ratio of two odds ratios",
                            "odds ratios 1.350 and 1.822, errors shared, n = %d".formatted(n),
                            Math.exp(0.3),
                            chance -> stacked(chance, n)));
            settings.add(
                    setting(
                            "stacked, multiple of slopes",
                            "two slopes each, 0.5 and 0.4, the second 1.5 times the first, n = %d"
                                    .formatted(n),
                            1.5,
                            chance -> multiple(chance, n)));
            String answers = "three answers, odds ratio 1.649, n = %d".formatted(n);
            settings.add(
                    setting(
                            "multinomial, profile",
                            answers,
                            Math.exp(SLOPE),
                            chance ->
                                    multinomial(
                                            chance, n, model -> model.oddsRatio("b", "x", LEVEL))));
            settings.add(
                    setting(
                            "multinomial, predicted chance at 1 sd",
                            answers,
                            Math.exp(SLOPE) / (1 + Math.exp(SLOPE) + Math.exp(-0.3)),
                            chance ->
                                    multinomial(
                                            chance,
                                            n,
                                            model -> model.chance("b", new double[] {1}, LEVEL))));
        }
        return settings;
    }

    private static Setting setting(
            String interval, String population, double truth, Setting.Sampled sample) {
        return new Setting(interval, population, MANY, truth, sample);
    }

    /// Less the effect that the true coefficients have for the respondents who were drawn.
    private static Estimate marginal(KeyedStream chance, int n) {
        double[] x = Draw.normal(chance, n, 0, 1);
        double[] y =
                Arrays.stream(x).map(each -> Draw.yes(chance, INTERCEPT + SLOPE * each)).toArray();
        double truth =
                Arrays.stream(x)
                        .map(each -> 1 / (1 + Math.exp(-INTERCEPT - SLOPE * each)))
                        .map(p -> SLOPE * p * (1 - p))
                        .average()
                        .orElseThrow();
        Design design = ModelSettings.design(x);
        return less(
                ModelSettings.estimate(
                        LogisticRegression.of(design, y, WhenSeparated.REFUSE),
                        model ->
                                AverageMarginalEffect.of(model, design, "x", LEVEL)
                                        .getFirst()
                                        .estimate()),
                truth);
    }

    /// An estimate and its interval, both less the truth of one sample.
    static Estimate less(Estimate estimate, double truth) {
        if (!(estimate instanceof Known known) || known.interval().isEmpty()) {
            return estimate;
        }
        Interval interval = known.interval().get();
        return Known.of(
                known.value() - truth,
                new Interval(interval.low() - truth, interval.high() - truth, interval.level()),
                known.n());
    }

    private static Estimate simpleSlope(KeyedStream chance, int n) {
        double[] x = Draw.normal(chance, n, 0, 1);
        double[] m = Draw.normal(chance, n, 0, 1);
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = (0.3 + 0.2 * m[i]) * x[i] + 0.2 * m[i] + chance.nextGaussian();
        }
        Design design =
                ModelSettings.fitted(
                        Design.of(
                                Formula.parse("y ~ x * m"),
                                List.of(
                                        new Predictor.Numeric("x", x),
                                        new Predictor.Numeric("m", m))));
        return ModelSettings.estimate(
                LinearRegression.fit(design, y),
                model ->
                        ModelSettings.estimate(
                                model.robust(),
                                robust -> Moderation.of(robust, "x", "m").slopeAt(1, LEVEL)));
    }

    private static Estimate prediction(KeyedStream chance, int n, Predicted what) {
        double[] x = Draw.normal(chance, n, 0, 1);
        double[] y = Arrays.stream(x).map(each -> SLOPE * each + chance.nextGaussian()).toArray();
        double truth =
                switch (what) {
                    case MEAN -> SLOPE;
                    case RESPONDENT -> SLOPE + chance.nextGaussian();
                };
        List<Predictor> other = List.of(new Predictor.Numeric("x", new double[] {1}));
        return less(
                ModelSettings.estimate(
                        LinearRegression.fit(ModelSettings.design(x), y),
                        model -> model.predictions(other, what, LEVEL).getFirst()),
                truth);
    }

    /// Two yes or no of the same people, alike beyond the predictor: who says yes to one has a lower bar for the
    /// other.
    private static Estimate stacked(KeyedStream chance, int n) {
        double[] x = Draw.normal(chance, n, 0, 1);
        var first = new double[n];
        var second = new double[n];
        for (int i = 0; i < n; i++) {
            double u = chance.nextDouble();
            double v = chance.nextDouble() < 0.5 ? u : chance.nextDouble();
            first[i] = u < chance(0.3 * x[i]) ? 1 : 0;
            second[i] = v < chance(0.6 * x[i]) ? 1 : 0;
        }
        int[] persons = IntStream.range(0, n).toArray();
        Design design = ModelSettings.design(x);
        return ModelSettings.estimate(
                StackedModel.of(
                        StackedOutcome.yesOrNo("first", design, first, persons),
                        StackedOutcome.yesOrNo("second", design, second, persons)),
                model -> model.ratio("x", LEVEL));
    }

    private static double chance(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private static Estimate multiple(KeyedStream chance, int n) {
        double[] x = Draw.normal(chance, n, 0, 1);
        double[] w = Draw.normal(chance, n, 0, 1);
        var first = new double[n];
        var second = new double[n];
        for (int i = 0; i < n; i++) {
            double eta = 0.5 * x[i] + 0.4 * w[i];
            first[i] = Draw.yes(chance, eta);
            second[i] = Draw.yes(chance, 1.5 * eta);
        }
        int[] persons = IntStream.range(0, n).toArray();
        Design design =
                ModelSettings.fitted(
                        Design.of(
                                Formula.parse("y ~ x + w"),
                                List.of(
                                        new Predictor.Numeric("x", x),
                                        new Predictor.Numeric("w", w))));
        return ModelSettings.estimate(
                StackedModel.of(
                        StackedOutcome.yesOrNo("first", design, first, persons),
                        StackedOutcome.yesOrNo("second", design, second, persons)),
                model -> model.proportionality(LEVEL).multiple());
    }

    private static Estimate multinomial(
            KeyedStream chance, int n, Function<MultinomialRegression, Estimate> of) {
        double[] x = Draw.normal(chance, n, 0, 1);
        var codes = new int[n];
        for (int i = 0; i < n; i++) {
            double b = StrictMath.exp(SLOPE * x[i]);
            double c = StrictMath.exp(-0.3 * x[i]);
            double all = 1 + b + c;
            codes[i] = Draw.category(chance, 1 / all, b / all, c / all);
        }
        return ModelSettings.estimate(
                MultinomialRegression.fit(
                        List.of("x"), Matrix.ofColumns(x), List.of("a", "b", "c"), codes, "a"),
                of);
    }
}
