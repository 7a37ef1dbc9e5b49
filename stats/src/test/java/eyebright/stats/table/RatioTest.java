package eyebright.stats.table;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Risk ratio and odds ratio; values from the formulas in mpmath 1.3.0 to 30 digits.
class RatioTest {

    @Test
    void riskRatioHasTheLogInterval() {
        var ratio = RiskRatio.of(15, 100, 30, 120, 0.95);

        assertThat(known(ratio).value()).isCloseTo(0.6, withinPercentage(1e-12));
        assertThat(interval(ratio).low()).isCloseTo(0.3426889872020125, withinPercentage(1e-11));
        assertThat(interval(ratio).high()).isCloseTo(1.050515229390149, withinPercentage(1e-11));
        assertThat(known(ratio).n()).isEqualTo(220);
    }

    @Test
    void oddsRatioHasTheLogInterval() {
        var ratio = OddsRatio.of(15, 100, 30, 120, 0.95);

        assertThat(known(ratio).value()).isCloseTo(0.5294117647058824, withinPercentage(1e-12));
        assertThat(interval(ratio).low()).isCloseTo(0.2663277399008126, withinPercentage(1e-11));
        assertThat(interval(ratio).high()).isCloseTo(1.0523756057607028, withinPercentage(1e-11));
    }

    @Test
    void exchangingTheGroupsInvertsTheRatios() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            int n1 = random.nextInt(2, 400);
            int n2 = random.nextInt(2, 400);
            int x1 = random.nextInt(1, n1);
            int x2 = random.nextInt(1, n2);
            var risk = interval(RiskRatio.of(x1, n1, x2, n2, 0.95));
            var odds = interval(OddsRatio.of(x1, n1, x2, n2, 0.95));
            var riskTurned = interval(RiskRatio.of(x2, n2, x1, n1, 0.95));
            var oddsTurned = interval(OddsRatio.of(x2, n2, x1, n1, 0.95));
            var oddsOfFailure = interval(OddsRatio.of(n1 - x1, n1, n2 - x2, n2, 0.95));
            assertThat(risk.low()).isCloseTo(1 / riskTurned.high(), withinPercentage(1e-10));
            assertThat(odds.low()).isCloseTo(1 / oddsTurned.high(), withinPercentage(1e-10));
            assertThat(odds.low()).isCloseTo(1 / oddsOfFailure.high(), withinPercentage(1e-10));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0;0;1;2;nobody of the first group answered",
                "1;2;0;0;nobody of the second group answered",
                "0;5;1;2;the first group has no successes",
                "3;5;0;2;the second group has no successes",
                "5;5;1;2;the first group has no failures",
                "3;5;2;2;the second group has no failures"
            })
    void zeroCellIsNamed(int x1, int n1, int x2, int n2, String reason) {
        assertThat(OddsRatio.of(x1, n1, x2, n2, 0.95)).isEqualTo(new NotEstimable(reason));
        if (!reason.contains("failures")) {
            assertThat(RiskRatio.of(x1, n1, x2, n2, 0.95)).isEqualTo(new NotEstimable(reason));
        }
    }

    @Test
    void riskRatioNeedsNoFailures() {
        var ratio = RiskRatio.of(5, 5, 7, 7, 0.95);

        assertThat(known(ratio).value()).isEqualTo(1);
        assertThat(interval(ratio)).isEqualTo(new Interval(1, 1, 0.95));
    }

    @Test
    void countsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OddsRatio.of(-1, 5, 1, 2, 0.95))
                .withMessage("x1 must be 0 to n1 = 5, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RiskRatio.of(1, 5, 1, 2, 1))
                .withMessage("level must be above 0 and below 1, not 1.0");
    }
}
