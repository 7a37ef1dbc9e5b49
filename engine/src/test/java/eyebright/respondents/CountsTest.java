package eyebright.respondents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountsTest {

    private static final int PLACES = 20_000;

    @ParameterizedTest
    @CsvSource({"0.5, 0", "14, 0", "14, 0.3", "600, 0", "689, 0", "691, 0", "5000, 0"})
    void countsHaveTheirMeanAndTheirVarianceHoweverLargeTheyAre(double mean, double dispersion) {
        var counts = new Counts(dispersion);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < PLACES; i++) {
            double count = counts.at(mean, (i + 0.5) / PLACES, 0, 1_000_000);
            sum += count;
            squares += (count - mean) * (count - mean);
        }
        double variance = mean + dispersion * mean * mean;
        assertThat(sum / PLACES).isCloseTo(mean, within(0.01 * Math.sqrt(variance)));
        assertThat(squares / PLACES).isCloseTo(variance, within(0.01 * variance));
    }

    @ParameterizedTest
    @CsvSource({"14, 0, 10, 16", "900, 0, 880, 905", "900, 0, 2000, 3000", "14, 0, 0, 3"})
    void countsStayWithinTheirLimits(double mean, double dispersion, double from, double to) {
        var counts = new Counts(dispersion);
        for (int i = 0; i < PLACES; i++) {
            assertThat(counts.at(mean, (i + 0.5) / PLACES, from, to)).isBetween(from, to);
        }
    }
}
