package eyebright.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.mean.Moments;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {

    private static final double[] PULSE =
            Arrays.copyOf(
                    CsvTable.read("data/students.csv").complete("Pulse").numbers("Pulse"), 60);

    @ParameterizedTest
    @ValueSource(strings = {"mean of roots", "sd of roots", "skew"})
    void limitsAgreeWithR(String name) {
        double observed = figure(name, PULSE);
        var drawn = new double[999];
        long state = 12345;
        for (int b = 0; b < drawn.length; b++) {
            var values = new double[PULSE.length];
            for (int i = 0; i < values.length; i++) {
                state = 16807 * state % Integer.MAX_VALUE;
                values[i] =
                        PULSE[(int) Math.floor(PULSE.length * state / (double) Integer.MAX_VALUE)];
            }
            drawn[b] = figure(name, values);
        }
        var left = new double[PULSE.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = figure(name, without(i));
        }
        var estimate = BcaInterval.of(observed, drawn, left, 0.95, PULSE.length);
        var interval = ExpectedValues.interval(estimate);

        ExpectedValues.in("more/bootstrap.csv", "pulse " + name)
                .areMetBy(
                        Map.of(
                                "estimate",
                                ExpectedValues.known(estimate).value(),
                                "low",
                                interval.low(),
                                "high",
                                interval.high()));
    }

    @Test
    void intervalOfAMeanIsNearTheTIntervalAndTheSameOnEveryRun() {
        var one = ofMean(PULSE, "a");

        assertThat(one).isEqualTo(ofMean(PULSE, "a")).isNotEqualTo(ofMean(PULSE, "b"));
        var moments = Moments.of(PULSE);
        double reach = 2 * moments.sd() / Math.sqrt(60);
        var interval = ExpectedValues.interval(one.estimate());
        assertThat(interval.low()).isCloseTo(moments.mean() - reach, within(reach / 5));
        assertThat(interval.high()).isCloseTo(moments.mean() + reach, within(reach / 5));
        assertThat(one.failed()).isZero();
    }

    @Test
    void unitAndOriginMoveTheLimitsWithTheEstimate() {
        var one = ExpectedValues.interval(ofMean(PULSE, "a").estimate());
        var other =
                ExpectedValues.interval(
                        ofMean(Arrays.stream(PULSE).map(x -> 4 * x + 1e6).toArray(), "a")
                                .estimate());

        assertThat(other.low()).isCloseTo(4 * one.low() + 1e6, within(1e-6));
        assertThat(other.high()).isCloseTo(4 * one.high() + 1e6, within(1e-6));
    }

    @Test
    void hugeAndTinyValuesNeitherOverflowNorVanish() {
        var one = ExpectedValues.interval(ofMean(PULSE, "a").estimate());
        for (double unit : new double[] {1e298, 1e-300}) {
            var scaled = Arrays.stream(PULSE).map(x -> x * unit).toArray();
            var other = ExpectedValues.interval(ofMean(scaled, "a").estimate());
            assertThat(other.low() / unit).isCloseTo(one.low(), within(1e-8));
        }
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        assertReason(
                ofMean(new double[] {3, 3, 3}, "a").estimate(),
                "all 500 resamples give the same value");
        assertReason(
                ofMean(new double[] {3}, "a").estimate(),
                "it could not be had without one of the respondents");
        assertReason(
                bca(values -> Arrays.stream(values).min().orElseThrow(), PULSE, 40).estimate(),
                "a limit lies beyond the 40 resamples that were drawn");
        assertReason(
                bca(values -> values.length == 60 && isPulse(values) ? 1e6 : values[0], PULSE, 40)
                        .estimate(),
                "all 40 resamples lie on the same side of it");
        assertReason(
                Bootstrap.bca(_ -> new NotEstimable("no luck"), 5, 10, 0.95, "s", "p").estimate(),
                "no luck");
    }

    @Test
    void tooManyResamplesWithoutTheFigureAreAReasonAndCounted() {
        var bootstrap =
                Bootstrap.bca(
                        rows ->
                                rows[0] == 0
                                        ? Known.bare(rows[1], 3)
                                        : new NotEstimable("the first is missing"),
                        3,
                        300,
                        0.95,
                        "s",
                        "p");

        assertThat(bootstrap.failed()).isBetween(160, 240);
        assertReason(
                bootstrap.estimate(),
                "%d of 300 resamples did not allow it".formatted(bootstrap.failed()));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.bca(_ -> Known.bare(1, 1), 0, 10, 0.95, "s", "p"))
                .withMessage("n must be 1 or more, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.bca(_ -> Known.bare(1, 1), 5, 0, 0.95, "s", "p"))
                .withMessage("resamples must be 1 or more, not 0");
    }

    private static boolean isPulse(double[] values) {
        return Arrays.equals(values, PULSE);
    }

    private static double figure(String name, double[] values) {
        var roots = Moments.of(Arrays.stream(values).map(Math::sqrt).toArray());
        double mean = Moments.of(values).mean();
        return switch (name) {
            case "mean of roots" -> roots.mean();
            case "sd of roots" -> roots.sd();
            default ->
                    Arrays.stream(values).map(x -> Math.pow(x - mean, 3)).average().orElseThrow();
        };
    }

    private static double[] without(int place) {
        var rest = new double[PULSE.length - 1];
        System.arraycopy(PULSE, 0, rest, 0, place);
        System.arraycopy(PULSE, place + 1, rest, place, rest.length - place);
        return rest;
    }

    private static Bootstrap ofMean(double[] values, String purpose) {
        return Bootstrap.bca(
                rows ->
                        Known.bare(
                                Arrays.stream(rows).mapToDouble(i -> values[i] / rows.length).sum(),
                                rows.length),
                values.length,
                500,
                0.95,
                "students",
                purpose);
    }

    private static Bootstrap bca(
            ToDoubleFunction<double[]> figure, double[] values, int resamples) {
        return Bootstrap.bca(
                rows ->
                        Known.bare(
                                figure.applyAsDouble(
                                        Arrays.stream(rows).mapToDouble(i -> values[i]).toArray()),
                                rows.length),
                values.length,
                resamples,
                0.95,
                "students",
                "a");
    }

    private static void assertReason(Estimate estimate, String reason) {
        assertThat(estimate).isEqualTo(new NotEstimable(reason));
    }
}
