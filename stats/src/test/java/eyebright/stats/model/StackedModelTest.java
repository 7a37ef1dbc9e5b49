package eyebright.stats.model;

import static eyebright.stats.model.LogisticRegressionTest.ones;
import static eyebright.stats.model.ModelCases.codes;
import static eyebright.stats.model.ModelCases.data;
import static eyebright.stats.model.ModelCases.fitted;
import static eyebright.stats.model.ModelCases.has;
import static eyebright.stats.model.ModelCases.more;
import static eyebright.stats.model.ModelCases.names;
import static eyebright.stats.model.ModelCases.reason;
import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackedModelTest {

    private static final CsvTable EPIL = data("epil");

    @Test
    void volunteeringAndExtraversionAgreeWithR() {
        var cowles = data("cowles");
        var neuroticism = cowles.numbers("neuroticism");
        int n = neuroticism.length;
        double mean = Arrays.stream(neuroticism).average().orElseThrow();
        double sd =
                Math.sqrt(
                        Arrays.stream(neuroticism).map(x -> (x - mean) * (x - mean)).sum()
                                / (n - 1));
        var x =
                Matrix.ofColumns(
                        ones(n),
                        Arrays.stream(neuroticism).map(each -> (each - mean) / sd).toArray(),
                        has(cowles, "sex", "female"));
        var names = List.of("(intercept)", "n", "female");
        int[] persons = new int[n];
        Arrays.setAll(persons, i -> i);
        var model =
                fitted(
                        StackedModel.of(
                                StackedOutcome.yesOrNo(
                                        "volunteer",
                                        names,
                                        x,
                                        has(cowles, "volunteer", "yes"),
                                        persons),
                                StackedOutcome.yesOrNo(
                                        "extraversion",
                                        names,
                                        x,
                                        Arrays.stream(cowles.numbers("extraversion"))
                                                .map(each -> each > 12 ? 1 : 0)
                                                .toArray(),
                                        persons)));
        var test = model.equality().orElseThrow();

        ExpectedValues.of(
                        "cowles two outcomes (volunteer; extraversion>12) on z(neuroticism) and female")
                .areMetBy(
                        Map.of(
                                "difference_n",
                                model.differences().value("n"),
                                "difference_female",
                                model.differences().value("female"),
                                "se_n",
                                model.differences().standardError("n"),
                                "se_female",
                                model.differences().standardError("female"),
                                "wald_chi2",
                                test.statistic().getAsDouble()));
        assertThat(test.df()).containsExactly(2.0);
        assertThat(model.differences().n()).isEqualTo(n);
    }

    @Test
    void countsOfPeopleWithOneOutcomeOrBothAgreeWithR() {
        var model = fitted(StackedModel.of(first(1), second()));
        Map<String, Double> actual = new TreeMap<>();
        for (String name : List.of("t", "a", "l")) {
            actual.put("difference_" + name, model.differences().value(name));
            actual.put("se_" + name, model.differences().standardError(name));
        }
        actual.put("wald_chi2", model.equality().orElseThrow().statistic().getAsDouble());
        actual.put("ratio_l", known(model.ratio("l", 0.95)).value());
        actual.put("ratio_low_l", interval(model.ratio("l", 0.95)).low());
        actual.put("ratio_high_l", interval(model.ratio("l", 0.95)).high());
        var proportional = model.proportionality(0.95);
        actual.put("k", known(proportional.multiple()).value());
        actual.put("k_chi2", proportional.test().orElseThrow().statistic().getAsDouble());
        actual.put("k_low", interval(proportional.multiple()).low());
        actual.put("k_high", interval(proportional.multiple()).high());

        more("epil first and fourth period, stacked").areMetBy(actual);
        assertThat(model.differences().n()).isEqualTo(59);
        assertThat(proportional.test().orElseThrow().df()).containsExactly(2.0);
    }

    @Test
    void countsOfFewPeopleAgreeWithR() {
        var model = fitted(StackedModel.of(first(1), second(), StackedErrors.SMALL_SAMPLES));
        ExpectedValues.in("more/squares.csv", "epil first and fourth period, stacked, few events")
                .areMetBy(small(model, List.of("t", "a", "l")));
        assertThat(model.differences().n()).isEqualTo(59);
    }

    @Test
    void yesOrNoOfFewPeopleAgreesWithR() {
        var cowles = data("cowles");
        var neuroticism = cowles.numbers("neuroticism");
        int n = neuroticism.length;
        double mean = Arrays.stream(neuroticism).average().orElseThrow();
        double sd =
                Math.sqrt(
                        Arrays.stream(neuroticism).map(x -> (x - mean) * (x - mean)).sum()
                                / (n - 1));
        var x =
                Matrix.ofColumns(
                        ones((n + 19) / 20),
                        everyTwentieth(
                                Arrays.stream(neuroticism)
                                        .map(each -> (each - mean) / sd)
                                        .toArray()),
                        everyTwentieth(has(cowles, "sex", "female")));
        var names = List.of("(intercept)", "n", "female");
        int[] persons = IntStream.range(0, x.rows()).toArray();
        var model =
                fitted(
                        StackedModel.of(
                                StackedOutcome.yesOrNo(
                                        "volunteer",
                                        names,
                                        x,
                                        everyTwentieth(has(cowles, "volunteer", "yes")),
                                        persons),
                                StackedOutcome.yesOrNo(
                                        "extraversion",
                                        names,
                                        x,
                                        everyTwentieth(
                                                Arrays.stream(cowles.numbers("extraversion"))
                                                        .map(each -> each > 12 ? 1 : 0)
                                                        .toArray()),
                                        persons),
                                StackedErrors.SMALL_SAMPLES));
        ExpectedValues.in("more/squares.csv", "cowles two outcomes of every twentieth, few people")
                .areMetBy(small(model, List.of("n", "female")));
    }

    private static double[] everyTwentieth(double[] values) {
        return IntStream.iterate(0, i -> i < values.length, i -> i + 20)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static Map<String, Double> small(StackedModel model, List<String> slopes) {
        Map<String, Double> actual = new TreeMap<>();
        for (String name : slopes) {
            var test = model.differences().test(name);
            actual.put("difference_" + name, model.differences().value(name));
            actual.put("se_" + name, model.differences().standardError(name));
            actual.put("df_" + name, test.df().getFirst());
            actual.put("p_" + name, test.p());
            actual.put("low_" + name, interval(model.ratio(name, 0.95)).low());
            actual.put("high_" + name, interval(model.ratio(name, 0.95)).high());
        }
        var joint = model.equality().orElseThrow();
        actual.put("F", joint.statistic().getAsDouble());
        actual.put("F_df", joint.df().getLast());
        actual.put("F_p", joint.p());
        return actual;
    }

    @Test
    void oneSlopeHasOneTestOfFewPeople() {
        var random = new SplittableRandom(72);
        int n = 80;
        var x = Matrix.ofColumns(ones(n), random.doubles(n).toArray());
        int[] persons = IntStream.range(0, n).toArray();
        var model =
                fitted(
                        StackedModel.of(
                                StackedOutcome.yesOrNo("a", names(1), x, coins(random, n), persons),
                                StackedOutcome.yesOrNo("b", names(1), x, coins(random, n), persons),
                                StackedErrors.SMALL_SAMPLES));
        var one = model.differences().test("x1");
        var all = model.equality().orElseThrow();
        double t = one.statistic().getAsDouble();
        assertThat(all.statistic().getAsDouble()).isCloseTo(t * t, within(1e-10 * t * t));
        assertThat(all.df().getLast()).isCloseTo(one.df().getFirst(), within(1e-8));
        assertThat(all.p()).isCloseTo(one.p(), within(1e-10));
    }

    @Test
    void fewPeopleAreTakenForFewerThanManyAndNeverForMoreThanThereAre() {
        for (var errors : StackedErrors.values()) {
            assertThat(fitted(StackedModel.of(first(1), second(), errors)).differences().value("l"))
                    .isEqualTo(
                            fitted(StackedModel.of(first(1), second())).differences().value("l"));
        }
        var large = fitted(StackedModel.of(first(1), second()));
        var small = fitted(StackedModel.of(first(1), second(), StackedErrors.SMALL_SAMPLES));
        for (String name : large.coefficients().names()) {
            assertThat(small.coefficients().standardError(name))
                    .isGreaterThan(large.coefficients().standardError(name));
            assertThat(small.coefficients().test(name).df().getFirst()).isBetween(2.0, 58.0);
        }
    }

    @Test
    void theSameOutcomeTwiceHasNoDifferenceOfFewPeopleEither() {
        var model = fitted(StackedModel.of(second(), second(), StackedErrors.SMALL_SAMPLES));
        assertThat(model.differences().value("l")).isZero();
        assertThat(model.differences().estimate("l", 0.95)).isInstanceOf(NotEstimable.class);
        assertThat(model.equality()).isEmpty();
    }

    @Test
    void somebodyWithAPredictorOfTheirOwnLeavesItsErrorUnknown() {
        var x =
                Matrix.ofColumns(
                        ones(6), new double[] {1, 2, 3, 4, 5, 6}, new double[] {0, 0, 0, 0, 0, 1});
        double[] y = {1, 0, 2, 1, 3, 2};
        int[] persons = {0, 1, 2, 3, 4, 5};
        var one = StackedOutcome.counts("a", names(2), x, y, ones(6), persons);
        assertThat(reason(StackedModel.of(one, one, StackedErrors.SMALL_SAMPLES)))
                .isEqualTo(
                        "one respondent alone decides a coefficient, so that the size of the"
                                + " errors there is unknown");
    }

    @Test
    void somebodyWithSeveralRowsOfAnOutcomeIsAFaultWithFewPeople() {
        var x = Matrix.ofColumns(ones(4), new double[] {1, 2, 3, 4});
        var twice =
                StackedOutcome.counts(
                        "a",
                        names(1),
                        x,
                        new double[] {1, 0, 2, 1},
                        ones(4),
                        new int[] {0, 1, 1, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackedModel.of(twice, twice, StackedErrors.SMALL_SAMPLES))
                .withMessage("a person must have one row in an outcome, not several, as in row 2");
        assertThat(StackedModel.of(twice, twice)).isNotNull();
    }

    private static StackedOutcome first(double unit) {
        var rows =
                EPIL.where("period", "1")
                        .where(row -> Integer.parseInt(EPIL.cell(row, "subject")) <= 50);
        int[] subjects = codes(rows, "subject");
        return StackedOutcome.counts(
                "first",
                List.of("(intercept)", "t", "a", "l"),
                columns(rows, unit),
                rows.numbers("y"),
                Arrays.stream(subjects).mapToDouble(s -> 1 + s % 3).toArray(),
                subjects);
    }

    private static StackedOutcome second() {
        return second(1);
    }

    private static StackedOutcome second(double unit) {
        var rows =
                EPIL.where("period", "4")
                        .where(row -> Integer.parseInt(EPIL.cell(row, "subject")) >= 8);
        return StackedOutcome.counts(
                "fourth",
                List.of("(intercept)", "t", "a", "l"),
                columns(rows, unit),
                rows.numbers("y"),
                ones(rows.rows().size()),
                codes(rows, "subject"));
    }

    private static Matrix columns(CsvTable rows, double unit) {
        return Matrix.ofColumns(
                ones(rows.rows().size()),
                has(rows, "trt", "progabide"),
                Arrays.stream(rows.numbers("lage")).map(each -> each * unit).toArray(),
                rows.numbers("lbase"));
    }

    @Test
    void unitOfAPredictorDoesNotChangeTheTests() {
        var one = fitted(StackedModel.of(first(1), second(1)));
        var other = fitted(StackedModel.of(first(1000), second(1000)));
        assertThat(other.equality().orElseThrow().statistic().getAsDouble())
                .isCloseTo(one.equality().orElseThrow().statistic().getAsDouble(), within(1e-9));
        assertThat(known(other.proportionality(0.9).multiple()).value())
                .isCloseTo(known(one.proportionality(0.9).multiple()).value(), within(1e-9));
        assertThat(interval(other.proportionality(0.9).multiple()).high())
                .isCloseTo(interval(one.proportionality(0.9).multiple()).high(), within(1e-9));
    }

    @Test
    void exchangedOutcomesTurnDifferencesAndInvertTheMultiple() {
        var one = fitted(StackedModel.of(first(1), second()));
        var other = fitted(StackedModel.of(second(), first(1)));
        assertThat(other.differences().value("l"))
                .isCloseTo(-one.differences().value("l"), within(1e-12));
        assertThat(known(other.proportionality(0.95).multiple()).value())
                .isCloseTo(1 / known(one.proportionality(0.95).multiple()).value(), within(1e-9));
        assertThat(interval(other.proportionality(0.95).multiple()).low())
                .isCloseTo(1 / interval(one.proportionality(0.95).multiple()).high(), within(1e-9));
    }

    @Test
    void theSameOutcomeTwiceHasNoDifferenceAndNoErrorOfIt() {
        var model = fitted(StackedModel.of(second(), second()));
        assertThat(model.differences().value("l")).isZero();
        assertThat(model.differences().estimate("l", 0.95)).isInstanceOf(NotEstimable.class);
        assertThat(model.equality()).isEmpty();
        assertThat(model.proportionality(0.95).multiple()).isInstanceOf(NotEstimable.class);
    }

    @Test
    void coefficientsThatMayAllBeZeroHaveNoMultiple() {
        var random = new SplittableRandom(71);
        int n = 100;
        var x = Matrix.ofColumns(ones(n), random.doubles(n).toArray(), random.doubles(n).toArray());
        int[] persons = new int[n];
        Arrays.setAll(persons, i -> i);
        var model =
                fitted(
                        StackedModel.of(
                                StackedOutcome.yesOrNo("a", names(2), x, coins(random, n), persons),
                                StackedOutcome.yesOrNo(
                                        "b", names(2), x, coins(random, n), persons)));
        var proportional = model.proportionality(0.95);
        assertThat(proportional.multiple())
                .isEqualTo(
                        new NotEstimable(
                                "the coefficients of the first outcome may all be 0, so that no"
                                        + " multiple of them has limits"));
        assertThat(proportional.test()).isPresent();
    }

    private static double[] coins(SplittableRandom random, int n) {
        return random.ints(n, 0, 2).asDoubleStream().toArray();
    }

    @Test
    void outcomeWithoutAModelSaysWhichAndWhy() {
        var x = Matrix.ofColumns(ones(4), new double[] {1, 2, 3, 4});
        int[] persons = {1, 2, 3, 4};
        var some = StackedOutcome.yesOrNo("tears", names(1), x, new double[] {0, 1, 0, 1}, persons);
        var none = StackedOutcome.yesOrNo("daily", names(1), x, new double[4], persons);
        var all = StackedOutcome.yesOrNo("daily", names(1), x, ones(4), persons);
        assertThat(reason(StackedModel.of(some, none))).isEqualTo("daily: no one has the outcome");
        assertThat(reason(StackedModel.of(all, some))).isEqualTo("daily: everyone has the outcome");
    }

    @Test
    void interceptsAloneHaveNothingToCompare() {
        var x = Matrix.ofColumns(ones(4));
        int[] persons = {1, 2, 3, 4};
        var some = StackedOutcome.yesOrNo("a", names(0), x, new double[] {0, 1, 0, 1}, persons);
        assertThat(reason(StackedModel.of(some, some)))
                .isEqualTo("there is no predictor to compare");
    }

    @Test
    void outcomesOfDifferentKindsOrColumnsAreAFault() {
        var x = Matrix.ofColumns(ones(4), new double[] {1, 2, 3, 4});
        int[] persons = {1, 2, 3, 4};
        double[] y = {0, 1, 0, 1};
        var yes = StackedOutcome.yesOrNo("a", names(1), x, y, persons);
        var count = StackedOutcome.counts("b", names(1), x, y, ones(4), persons);
        var other = StackedOutcome.yesOrNo("c", List.of("(intercept)", "age"), x, y, persons);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackedModel.of(yes, count))
                .withMessage("a and b must be of one kind, both yes or no or both counts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackedModel.of(yes, other))
                .withMessageStartingWith("outcomes must have the same columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackedOutcome.yesOrNo("a", names(1), x, y, new int[3]))
                .withMessage("persons of a must be 4, one for each row, not 3");
    }
}
