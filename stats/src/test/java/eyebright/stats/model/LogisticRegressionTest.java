package eyebright.stats.model;

import static eyebright.stats.model.ModelCases.data;
import static eyebright.stats.model.ModelCases.design;
import static eyebright.stats.model.ModelCases.errors;
import static eyebright.stats.model.ModelCases.estimates;
import static eyebright.stats.model.ModelCases.fitted;
import static eyebright.stats.model.ModelCases.has;
import static eyebright.stats.model.ModelCases.levels;
import static eyebright.stats.model.ModelCases.more;
import static eyebright.stats.model.ModelCases.named;
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
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.SandwichCovariance.Adjustment;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    @Test
    void volunteeringAgreesWithR() {
        var cowles = data("cowles");
        var design =
                design(
                        "volunteer ~ sex + neuroticism * extraversion",
                        levels(cowles, "sex"),
                        number(cowles, "neuroticism"),
                        number(cowles, "extraversion"));
        var model =
                fitted(
                        LogisticRegression.of(
                                design, has(cowles, "volunteer", "yes"), WhenSeparated.REFUSE));
        Map<String, Double> actual = estimates(model.coefficients());
        actual.put("deviance", model.deviance());
        actual.put("aic", model.aic());
        actual.put("loglik", model.logLikelihood());
        actual.put("mcfadden", model.mcFadden());
        actual.put("tjur", model.tjur());
        actual.put("brier", model.brier());
        for (String name : design.columns()) {
            actual.put(named("low", name), interval(model.profile(name, 0.95)).low());
            actual.put(named("high", name), interval(model.profile(name, 0.95)).high());
        }
        var area = model.areaUnderCurve(0.95);
        actual.put("auc", known(area).value());
        actual.put("auc_low", interval(area).low());
        actual.put("auc_high", interval(area).high());
        var effect = AverageMarginalEffect.of(model, design, "extraversion", 0.95).getFirst();
        actual.put("ame_extraversion", known(effect.estimate()).value());

        ExpectedValues.of("cowles volunteer ~ sex + neuroticism*extraversion").areMetBy(actual);
        assertThat(model.method()).isEqualTo(LogisticRegression.Method.MAXIMUM_LIKELIHOOD);
        assertThat(model.separation()).isEmpty();
    }

    @Test
    void clusteredErrorsAgreeWithR() {
        var epil = data("epil");
        var many = Arrays.stream(epil.numbers("y")).map(y -> y > 5 ? 1 : 0).toArray();
        var model =
                fitted(
                        LogisticRegression.of(
                                design(
                                        "many ~ trt + lage",
                                        levels(epil, "trt"),
                                        number(epil, "lage")),
                                many,
                                WhenSeparated.REFUSE));
        int[] subjects = ModelCases.codes(epil, "subject");
        Map<String, Double> actual = estimates(model.coefficients());
        actual.put("deviance", model.deviance());
        actual.put("null_deviance", model.nullDeviance());
        actual.putAll(errors("hc0se", fitted(model.clustered(subjects, Adjustment.NONE))));
        actual.putAll(errors("hc1se", fitted(model.clustered(subjects, Adjustment.CLUSTERS))));
        actual.putAll(errors("white0se", fitted(model.robust(Adjustment.NONE))));
        actual.putAll(errors("white1se", fitted(model.robust(Adjustment.RESPONDENTS))));

        more("epil y>5 ~ trt + lage, logistic, clustered by subject").areMetBy(actual);
        assertThat(reason(model.clustered(new int[subjects.length], Adjustment.NONE)))
                .isEqualTo("all respondents are of one cluster");
    }

    @Test
    void probabilityOfANewRowAgreesWithR() {
        var cowles = data("cowles");
        var design =
                design(
                        "volunteer ~ sex + neuroticism * extraversion",
                        levels(cowles, "sex"),
                        number(cowles, "neuroticism"),
                        number(cowles, "extraversion"));
        var model =
                fitted(
                        LogisticRegression.of(
                                design, has(cowles, "volunteer", "yes"), WhenSeparated.REFUSE));
        var probability = model.probability(new double[] {1, 1, 10, 15, 150}, 0.95);
        Map<String, Double> actual =
                Map.of(
                        "probability",
                        known(probability).value(),
                        "low",
                        interval(probability).low(),
                        "high",
                        interval(probability).high());

        more("cowles average marginal effects").only(actual.keySet()).areMetBy(actual);
    }

    @Test
    void profileLimitsAreThoseOfTheProfileItself() {
        var womenlf = data("womenlf");
        var model =
                fitted(
                        LogisticRegression.of(
                                design(
                                        "work ~ hincome + children",
                                        number(womenlf, "hincome"),
                                        levels(womenlf, "children")),
                                works(),
                                WhenSeparated.REFUSE));

        more("womenlf work ~ hincome + children, profile plain").areMetBy(limits(model));
    }

    static double[] works() {
        return Arrays.stream(has(data("womenlf"), "partic", "not.work"))
                .map(not -> 1 - not)
                .toArray();
    }

    static Map<String, Double> limits(LogisticRegression model) {
        Map<String, Double> actual = new TreeMap<>();
        for (String name : model.coefficients().names()) {
            var profile = model.profile(name, 0.95);
            actual.put(named("b", name), known(profile).value());
            actual.put(named("low", name), interval(profile).low());
            actual.put(named("high", name), interval(profile).high());
        }
        return actual;
    }

    @Test
    void unitAndOriginOfAPredictorChangeItsCoefficientOnly() {
        var random = new SplittableRandom(31);
        for (int i = 0; i < 50; i++) {
            int n = 60;
            var sample = new Sample(random, n);
            double unit = Math.pow(10, random.nextInt(-6, 7));
            double origin = unit * random.nextInt(-1000, 1000);
            var one = model(sample.matrix(1, 0), sample.events);
            var other = model(sample.matrix(unit, origin), sample.events);

            assertThat(other.deviance()).isCloseTo(one.deviance(), within(1e-9));
            assertThat(other.coefficients().value("x1") * unit)
                    .isCloseTo(one.coefficients().value("x1"), within(1e-9));
            assertThat(other.coefficients().standardError("x1") * unit)
                    .isCloseTo(one.coefficients().standardError("x1"), within(1e-9));
            assertThat(known(other.areaUnderCurve(0.95)).value())
                    .isCloseTo(known(one.areaUnderCurve(0.95)).value(), within(1e-3));
        }
    }

    @Test
    void exchangingTheAnswersTurnsTheCoefficients() {
        var random = new SplittableRandom(32);
        for (int i = 0; i < 50; i++) {
            var sample = new Sample(random, 50);
            var not = Arrays.stream(sample.events).map(event -> 1 - event).toArray();
            var one = model(sample.matrix(1, 0), sample.events);
            var other = model(sample.matrix(1, 0), not);
            for (String name : names(2)) {
                assertThat(other.coefficients().value(name))
                        .isCloseTo(-one.coefficients().value(name), within(1e-10));
                assertThat(interval(other.profile(name, 0.9)).low())
                        .isCloseTo(-interval(one.profile(name, 0.9)).high(), within(1e-7));
            }
        }
    }

    @Test
    void orderOfRowsDoesNotMatter() {
        var random = new SplittableRandom(33);
        var sample = new Sample(random, 80);
        var one = model(sample.matrix(1, 0), sample.events);
        var other = model(sample.reversed().matrix(1, 0), sample.reversed().events);
        for (String name : names(2)) {
            assertThat(other.coefficients().value(name))
                    .isCloseTo(one.coefficients().value(name), within(1e-12));
        }
    }

    @Test
    void patternsOfPredictorsGiveWhatTheirRowsGive() {
        var random = new SplittableRandom(34);
        int n = 400;
        var x = new double[][] {new double[n], new double[n], new double[n]};
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            x[0][i] = 1;
            x[1][i] = random.nextInt(3);
            x[2][i] = random.nextInt(2);
            y[i] = random.nextDouble() < 0.3 + 0.1 * x[1][i] ? 1 : 0;
        }
        var input = ModelInput.of(names(2), Matrix.ofColumns(x), y, new double[n]);
        var joined = input.rows(ModelRows.Joining.PATTERNS);
        var single = input.rows(ModelRows.Joining.NONE);
        assertThat(joined.size()).isEqualTo(6);
        assertThat(single.size()).isEqualTo(n);
        double[] ofPatterns = coefficients(joined);
        double[] ofRows = coefficients(single);
        for (int j = 0; j < 3; j++) {
            assertThat(ofPatterns[j]).isCloseTo(ofRows[j], within(1e-12));
        }
    }

    private static double[] coefficients(ModelRows rows) {
        var scoring = new Scoring(rows, new Response.Binary(), Scoring.Estimator.LIKELIHOOD);
        scoring.startAtMean();
        assertThat(scoring.maximise()).isEqualTo(Scoring.End.MAXIMUM);
        return rows.unscaled(scoring.coefficients());
    }

    @Test
    void anyStartLeadsToTheSameMaximum() {
        var random = new SplittableRandom(35);
        var sample = new Sample(random, 100);
        var one = model(sample.matrix(1, 0), sample.events);
        for (double start : new double[] {-3, 0.5, 8}) {
            var other =
                    fitted(
                            LogisticRegression.of(
                                    names(2),
                                    sample.matrix(1, 0),
                                    sample.events,
                                    WhenSeparated.REFUSE,
                                    new double[] {start, -start, start}));
            for (String name : names(2)) {
                assertThat(other.coefficients().value(name))
                        .isCloseTo(one.coefficients().value(name), within(1e-12));
            }
        }
    }

    @Test
    void hugeOriginLeavesTheSlope() {
        var random = new SplittableRandom(36);
        var sample = new Sample(random, 100);
        // Sixteenths, so that no digit is lost in the sum.
        for (int i = 0; i < sample.first.length; i++) {
            sample.first[i] = Math.rint(sample.first[i] * 16) / 16;
        }
        var one = model(sample.matrix(1, 0), sample.events);
        var other = model(sample.matrix(1, 1e9), sample.events);
        assertThat(other.coefficients().value("x1"))
                .isCloseTo(one.coefficients().value("x1"), within(1e-10));
        assertThat(interval(other.profile("x1", 0.95)).low())
                .isCloseTo(interval(one.profile("x1", 0.95)).low(), within(1e-8));
    }

    @Test
    void separatedDataAreRefusedByName() {
        double[] sex = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        double[] age = {31, 25, 44, 29, 53, 38, 22, 61, 47, 35};
        double[] yes = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        var x = Matrix.ofColumns(ones(10), sex, age);
        assertThat(
                        reason(
                                LogisticRegression.of(
                                        List.of("(intercept)", "sex.male", "age"),
                                        x,
                                        yes,
                                        WhenSeparated.REFUSE)))
                .isEqualTo(
                        "everyone with sex.male = 1 has the outcome and no one with sex.male = 0 has"
                                + " the outcome, so that the model has no finite estimate");
        double[] some = {0, 1, 0, 0, 1, 1, 1, 1, 1, 1};
        assertThat(
                        reason(
                                LogisticRegression.of(
                                        List.of("(intercept)", "sex.male", "age"),
                                        x,
                                        some,
                                        WhenSeparated.REFUSE)))
                .isEqualTo(
                        "everyone with sex.male = 1 has the outcome,"
                                + " so that the model has no finite estimate");
        assertThat(
                        reason(
                                LogisticRegression.of(
                                        List.of("(intercept)", "age"),
                                        Matrix.ofColumns(ones(10), age),
                                        Arrays.stream(age).map(a -> a > 40 ? 1 : 0).toArray(),
                                        WhenSeparated.REFUSE)))
                .startsWith("age alone tells without error who has the outcome");
    }

    @Test
    void separatedDataAreFittedByFirthIfAsked() {
        double[] sex = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        double[] some = {0, 1, 0, 0, 1, 1, 1, 1, 1, 1};
        var model =
                fitted(
                        LogisticRegression.of(
                                List.of("(intercept)", "sex.male"),
                                Matrix.ofColumns(ones(10), sex),
                                some,
                                WhenSeparated.FIRTH));
        assertThat(model.method()).isEqualTo(LogisticRegression.Method.FIRTH);
        var separation = model.separation().orElseThrow();
        assertThat(separation.kind()).isEqualTo(Separation.Kind.QUASI_COMPLETE);
        assertThat(separation.predictors()).containsExactly("sex.male");
        // In a 2 x 2 table Firth adds one half to each cell.
        assertThat(model.coefficients().value("sex.male"))
                .isCloseTo(Math.log(5.5 / 0.5 / (2.5 / 3.5)), within(1e-11));
        assertThat(interval(model.profile("sex.male", 0.95)).low()).isGreaterThan(-1);
    }

    @Test
    void everySeparatedSampleIsFoundAndNoOther() {
        var random = new SplittableRandom(37);
        int separated = 0;
        for (int i = 0; i < 400; i++) {
            int n = random.nextInt(6, 14);
            var x = new double[n];
            var y = new double[n];
            for (int k = 0; k < n; k++) {
                x[k] = random.nextInt(6);
                y[k] = random.nextInt(2);
            }
            boolean should = separatedByOne(x, y);
            var fitting =
                    LogisticRegression.of(
                            names(1), Matrix.ofColumns(ones(n), x), y, WhenSeparated.REFUSE);
            boolean varies = Arrays.stream(x).distinct().count() > 1;
            boolean both = Arrays.stream(y).distinct().count() > 1;
            if (!varies || !both) {
                assertThat(reason(fitting)).containsAnyOf("same value", "has the outcome");
            } else if (should) {
                separated++;
                assertThat(reason(fitting)).contains("no finite estimate");
            } else {
                fitted(fitting);
            }
        }
        assertThat(separated).isGreaterThan(10);
    }

    private static boolean separatedByOne(double[] x, double[] y) {
        double lowYes = Double.MAX_VALUE;
        double highYes = -Double.MAX_VALUE;
        double lowNo = Double.MAX_VALUE;
        double highNo = -Double.MAX_VALUE;
        for (int i = 0; i < x.length; i++) {
            if (y[i] == 1) {
                lowYes = Math.min(lowYes, x[i]);
                highYes = Math.max(highYes, x[i]);
            } else {
                lowNo = Math.min(lowNo, x[i]);
                highNo = Math.max(highNo, x[i]);
            }
        }
        return lowYes >= highNo || lowNo >= highYes;
    }

    @Test
    void whatCannotBeFittedSaysWhy() {
        double[] yes = {0, 1, 0, 1, 1, 0};
        double[] age = {20, 31, 44, 58, 23, 67};
        assertThat(reason(refuse(new double[6], ones(6), age))).isEqualTo("no one has the outcome");
        assertThat(reason(refuse(ones(6), ones(6), age))).isEqualTo("everyone has the outcome");
        assertThat(reason(refuse(yes, ones(6), new double[6])))
                .isEqualTo("x1 has the same value for everyone");
        assertThat(
                        reason(
                                refuse(
                                        yes,
                                        ones(6),
                                        age,
                                        Arrays.stream(age).map(a -> 3 - 2 * a).toArray())))
                .isEqualTo("x2 says nothing that the predictors before it do not say");
        assertThat(
                        reason(
                                refuse(
                                        new double[] {0, 1},
                                        ones(2),
                                        new double[] {1, 2},
                                        new double[] {3, 1})))
                .isEqualTo("2 respondents are too few for 3 coefficients");
        assertThat(reason(refuse(new double[] {1}, ones(1)))).isEqualTo("everyone has the outcome");
        assertThat(reason(refuse(yes, ones(6), Arrays.stream(age).map(a -> a * 1e300).toArray())))
                .isEqualTo("the values of x1 are too large or too small to compute with");
    }

    @Test
    void faultsOfACallerAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refuse(new double[] {0, 2}, ones(2)))
                .withMessage("event of row 1 must be 0 or 1, not 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refuse(new double[] {0, 1, 1}, ones(2)))
                .withMessage("answers must be 2, one for each row, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                LogisticRegression.of(
                                        List.of("a", "b"),
                                        Matrix.ofColumns(ones(2)),
                                        new double[2],
                                        WhenSeparated.FIRTH))
                .withMessage("names must be 1, one for each column, not 2");
    }

    @Test
    void interceptAloneIsTheLogOddsOfTheShare() {
        var model = fitted(refuse(new double[] {1, 0, 0, 0}, ones(4)));
        assertThat(model.coefficients().value("(intercept)"))
                .isCloseTo(Math.log(1 / 3.0), within(1e-14));
        assertThat(model.mcFadden()).isCloseTo(0, within(1e-14));
        assertThat(model.likelihoodRatio()).isEmpty();
        assertThat(known(model.areaUnderCurve(0.95)).value()).isEqualTo(0.5);
        assertThat(model.oddsRatio("(intercept)", 0.95)).isNotInstanceOf(NotEstimable.class);
        assertThat(known(model.waldOddsRatio("(intercept)", 0.95)).value())
                .isCloseTo(1 / 3.0, within(1e-14));
    }

    private static Fitting<LogisticRegression> refuse(double[] events, double[]... columns) {
        return LogisticRegression.of(
                names(columns.length - 1), Matrix.ofColumns(columns), events, WhenSeparated.REFUSE);
    }

    private static LogisticRegression model(Matrix x, double[] events) {
        return fitted(LogisticRegression.of(names(2), x, events, WhenSeparated.REFUSE));
    }

    static double[] ones(int n) {
        var ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// Two predictors and an outcome that hangs on the first.
    private static final class Sample {

        private final double[] first;
        private final double[] second;
        private final double[] events;

        private Sample(double[] first, double[] second, double[] events) {
            this.first = first;
            this.second = second;
            this.events = events;
        }

        private Sample(SplittableRandom random, int n) {
            this(new double[n], new double[n], new double[n]);
            for (int i = 0; i < n; i++) {
                first[i] = random.nextDouble() * 2;
                second[i] = random.nextInt(2);
                events[i] = random.nextDouble() < 0.2 + 0.3 * first[i] ? 1 : 0;
            }
        }

        private Matrix matrix(double unit, double origin) {
            return Matrix.ofColumns(
                    ones(first.length),
                    Arrays.stream(first).map(x -> x * unit + origin).toArray(),
                    second);
        }

        private Sample reversed() {
            return new Sample(reversed(first), reversed(second), reversed(events));
        }

        private static double[] reversed(double[] values) {
            var turned = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                turned[i] = values[values.length - 1 - i];
            }
            return turned;
        }
    }
}
