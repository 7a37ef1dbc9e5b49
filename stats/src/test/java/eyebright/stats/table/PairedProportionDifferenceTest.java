package eyebright.stats.table;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedProportionDifferenceTest {

    /// Newcombe's formulas of method 10 in mpmath 1.3.0 to 30 digits, each Wilson limit from its
    /// centre and half width (the code uses another form). For the first row by hand, z = 1.959964:
    /// n = 161, p1 = 65/161 = .403727, p2 = 75/161 = .465839, d = -10/161 = -.062112; Wilson gives
    /// .331044 to .480887 and .390471 to .542808; q = 59 80 - 6 16 = 4624, less n/2 is 4543.5, the
    /// margins are 65, 96, 75, 86, phi = 4543.5 / sqrt(65 96 75 86) = .716185; the lower side is
    /// sqrt(.072683² - 2 .716185 .072683 .076969 + .076969²) = .056509, d less it is -.118621.
    ///
    /// The tests of the R package contingencytables expect -0.1186 to -0.0046 for the first row
    /// (Cavo and others 2012). The second has few respondents, the third an empty cell, in the fourth
    /// nobody changed, and in the fifth phi is negative.
    @ParameterizedTest
    @CsvSource({
        "59,6,16,80,-0.0621118012422360248,-0.118621195638709931,-0.00462511393305005479",
        "1,1,7,12,-0.285714285714285714,-0.506920226686140962,-0.0255591241648597949",
        "14,5,0,22,0.121951219512195122,0.0114832413830332577,0.226492684351211235",
        "30,0,0,10,0.0,-0.0641087067333778996,0.0641087067333778996",
        "3,12,14,2,-0.0645161290322580645,-0.361430140011123963,0.245425787215497451"
    })
    void agreesWithNewcombesMethodTen(
            int both,
            int onlyFirst,
            int onlySecond,
            int neither,
            double d,
            double low,
            double high) {
        var estimate = PairedProportionDifference.of(both, onlyFirst, onlySecond, neither, 0.95);

        assertThat(known(estimate).value()).isCloseTo(d, within(1e-15));
        assertThat(interval(estimate).low()).isCloseTo(low, within(1e-14));
        assertThat(interval(estimate).high()).isCloseTo(high, within(1e-14));
        assertThat(known(estimate).n()).isEqualTo(both + onlyFirst + onlySecond + neither);
    }

    @Test
    void exchangingTheSharesTurnsTheIntervalAndSoDoesCountingFailures() {
        var random = new SplittableRandom(10);
        for (int i = 0; i < 300; i++) {
            int a = random.nextInt(0, 60);
            int b = random.nextInt(0, 60);
            int c = random.nextInt(0, 60);
            int d = random.nextInt(1, 60);
            var one = interval(PairedProportionDifference.of(a, b, c, d, 0.9));
            var exchanged = interval(PairedProportionDifference.of(a, c, b, d, 0.9));
            var failures = interval(PairedProportionDifference.of(d, c, b, a, 0.9));
            assertThat(one.contains(((double) b - c) / (a + b + c + d))).isTrue();
            assertThat(exchanged.low()).isCloseTo(-one.high(), within(1e-14));
            assertThat(failures.low()).isCloseTo(-one.high(), within(1e-14));
            assertThat(failures.high()).isCloseTo(-one.low(), within(1e-14));
        }
    }

    @Test
    void withoutCorrelationItIsTheDifferenceOfIndependentGroups() {
        // q = 20 20 - 20 20 = 0
        var paired = interval(PairedProportionDifference.of(20, 20, 20, 20, 0.95));
        var independent = interval(ProportionDifference.newcombe(40, 80, 40, 80, 0.95));

        assertThat(paired.low()).isCloseTo(independent.low(), within(1e-15));
        assertThat(paired.high()).isCloseTo(independent.high(), within(1e-15));
    }

    @Test
    void nobodyIsNotEstimableAndNegativeCountsAreNamed() {
        assertThat(PairedProportionDifference.of(0, 0, 0, 0, 0.95))
                .isEqualTo(new NotEstimable("nobody answered"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedProportionDifference.of(1, 1, -1, 1, 0.95))
                .withMessage("onlySecond must be 0 or more, not -1");
    }
}
