package eyebright.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTest {

    /// From a second implementation, in Python's unbounded whole numbers.
    private static final long[] VECTOR = {
        -4659006518129056332L, -1687707246056061905L, -7603996136191904776L
    };

    @Test
    void oneSeedAndRespondentGiveTheseNumbersForEver() {
        Stream first = Stream.of(7, 1);

        assertThat(new long[] {first.next(), first.next(), first.next()}).containsExactly(VECTOR);
        assertThat(Stream.of(7, 1).next()).isNotEqualTo(Stream.of(7, 2).next());
        assertThat(Stream.of(7, 1).next()).isNotEqualTo(Stream.of(8, 1).next());
    }

    @Test
    void wholeNumbersAreEquallyLikely() {
        Stream stream = Stream.of(1, 1);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[(int) stream.below(7)]++;
        }

        // 10,000 each, standard deviation 93.
        for (int count : counts) {
            assertThat(count).isBetween(9_500, 10_500);
        }
    }

    @Test
    void normalNumbersHaveMeanZeroAndDeviationOne() {
        Stream stream = Stream.of(2, 1);
        double sum = 0;
        double squares = 0;
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            double x = stream.normal();
            sum += x;
            squares += x * x;
        }

        assertThat(sum / n).isCloseTo(0, within(0.016));
        assertThat(squares / n).isCloseTo(1, within(0.023));
    }

    @ParameterizedTest
    @CsvSource({"0", "0.36", "14", "52", "400"})
    void poissonNumbersHaveTheirMeanAsVariance(double mean) {
        Stream stream = Stream.of(3, 1);
        double sum = 0;
        double squares = 0;
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            double x = stream.poisson(mean);
            sum += x;
            squares += (x - mean) * (x - mean);
        }

        assertThat(sum / n).isCloseTo(mean, within(5 * Math.sqrt(mean / n) + 1e-12));
        assertThat(squares / n).isCloseTo(mean, within(0.06 * mean + 1e-12));
    }
}
