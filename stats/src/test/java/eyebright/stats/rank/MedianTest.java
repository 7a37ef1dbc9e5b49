package eyebright.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedianTest {

    private static void isWhatRSays(String name, double[] values, double level) {
        Known median = ExpectedValues.known(Median.of(values, level));
        Interval interval = median.interval().orElseThrow();
        ExpectedValues.in("more/median.csv", name)
                .areMetBy(
                        Map.of(
                                "median", median.value(),
                                "low", interval.low(),
                                "high", interval.high()));
    }

    @Test
    void medianAndIntervalAreThoseOfR() {
        CsvTable students = CsvTable.read("data/students.csv");
        isWhatRSays("students Height", students.complete("Height").numbers("Height"), 0.95);
        isWhatRSays("students Pulse, 90 %", students.complete("Pulse").numbers("Pulse"), 0.9);
        isWhatRSays("bfi age", CsvTable.read("data/bfi.csv").complete("age").numbers("age"), 0.95);
        isWhatRSays("6 values", new double[] {3, 1, 4, 1.5, 9, 2.6}, 0.95);
        double[] far = {1e9 + 3, 1e9 + 1, 1e9 + 4, 1e9 + 2, 1e9 + 9, 1e9 + 6, 1e9 + 5};
        isWhatRSays("7 values, 90 %", far, 0.9);
        isWhatRSays("3 values, 50 %", new double[] {11, 2, 7}, 0.5);
    }

    @ParameterizedTest
    @CsvSource({"7, 0.95", "12, 0.95", "13, 0.9", "41, 0.99", "100, 0.05"})
    void intervalHoldsTheMedianOfAnyDistributionAsOftenAsItSays(int n, double level) {
        // Of an exponential distribution, whose median is log 2; 4 standard errors below the level.
        var chance = new SplittableRandom(n);
        int rounds = 4_000;
        int held = 0;
        for (int round = 0; round < rounds; round++) {
            double[] values = chance.doubles(n).map(uniform -> -Math.log(1 - uniform)).toArray();
            held +=
                    ExpectedValues.known(Median.of(values, level))
                                    .interval()
                                    .orElseThrow()
                                    .contains(Math.log(2))
                            ? 1
                            : 0;
        }
        assertThat((double) held / rounds)
                .isGreaterThan(level - 4 * Math.sqrt(level * (1 - level) / rounds));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void orderAndUnitOfTheValuesDoNotMatter(long seed) {
        var chance = new SplittableRandom(seed);
        double[] values = chance.doubles(40).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] turned = Arrays.stream(values).map(value -> -8 * value).toArray();

        Known median = ExpectedValues.known(Median.of(values, 0.95));
        Known other = ExpectedValues.known(Median.of(turned, 0.95));

        assertThat(Median.of(sorted, 0.95)).isEqualTo(median);
        assertThat(other.value()).isEqualTo(-8 * median.value());
        assertThat(other.interval().orElseThrow().low())
                .isEqualTo(-8 * median.interval().orElseThrow().high());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.95, false",
        "5, 0.95, false",
        "6, 0.95, true",
        "4, 0.9, false",
        "5, 0.9, true"
    })
    void fewValuesHaveNoInterval(int n, double level, boolean has) {
        double[] values = new SplittableRandom(1).doubles(n).toArray();

        assertThat(ExpectedValues.known(Median.of(values, level)).interval().isPresent())
                .isEqualTo(has);
    }

    @Test
    void noValuesAreNotEstimableAndExtremeOnesAre() {
        assertThat(Median.of(new double[0], 0.95)).isEqualTo(new NotEstimable("nobody answered"));
        assertThat(ExpectedValues.known(Median.of(new double[] {1e308, 1.5e308}, 0.95)).value())
                .isEqualTo(1.25e308);
        double[] equal = new double[20];
        Arrays.fill(equal, 7);
        assertThat(Median.of(equal, 0.95)).isEqualTo(Known.of(7, new Interval(7, 7, 0.95), 20));
    }

    @Test
    void valuesThatAreNotFiniteAndLevelsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Median.of(new double[] {1, Double.NaN}, 0.95))
                .withMessage("value 1 must be finite, not NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Median.of(new double[] {1, 2}, 1));
    }
}
