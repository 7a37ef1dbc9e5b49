package eyebright.stats.table;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.reference.ExpectedValues;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    @ParameterizedTest
    @CsvSource({"492,684", "411,568", "148,492", "5,684", "0,30", "30,30"})
    void agreesWithR(int x, int n) {
        var wilson = Proportion.wilson(x, n, 0.95);
        var exact = Proportion.exact(x, n, 0.95);

        ExpectedValues.of("proportion %d of %d".formatted(x, n))
                .areMetBy(
                        Map.of(
                                "estimate", known(wilson).value(),
                                "wilson_low", interval(wilson).low(),
                                "wilson_high", interval(wilson).high(),
                                "exact_low", interval(exact).low(),
                                "exact_high", interval(exact).high(),
                                "exact_p_half", Proportion.exactTest(x, n, 0.5).p()));
        assertThat(known(exact).value()).isEqualTo(known(wilson).value());
        assertThat(known(exact).n()).isEqualTo(n);
    }

    @Test
    void limitsAtNoneAndAllAreExactlyZeroAndOne() {
        for (int n = 1; n < 2000; n += 7) {
            assertThat(interval(Proportion.wilson(0, n, 0.95)).low()).isZero();
            assertThat(interval(Proportion.exact(0, n, 0.95)).low()).isZero();
            assertThat(interval(Proportion.wilson(n, n, 0.95)).high()).isEqualTo(1);
            assertThat(interval(Proportion.exact(n, n, 0.95)).high()).isEqualTo(1);
        }
    }

    @Test
    void intervalsHoldTheShareGrowWithTheLevelAndMirrorFailures() {
        var random = new SplittableRandom(20261121);
        for (int i = 0; i < 200; i++) {
            int n = random.nextInt(1, 3000);
            int x = random.nextInt(0, n + 1);
            for (boolean exact : new boolean[] {false, true}) {
                Interval narrow = interval(of(exact, x, n, 0.9));
                Interval wide = interval(of(exact, x, n, 0.99));
                Interval failures = interval(of(exact, n - x, n, 0.9));
                assertThat(narrow.contains((double) x / n)).isTrue();
                assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
                assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
                assertThat(failures.low()).isCloseTo(1 - narrow.high(), within(1e-14));
                assertThat(failures.high()).isCloseTo(1 - narrow.low(), within(1e-14));
            }
        }
    }

    @Test
    void exactTestAddsUpAllCountsThatAreNoMoreLikely() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            int n = random.nextInt(1, 60);
            int x = random.nextInt(0, n + 1);
            double p0 = random.nextInt(1, 20) / 20.0;
            double[] probabilities = new double[n + 1];
            probabilities[0] = Math.pow(1 - p0, n);
            for (int k = 1; k <= n; k++) {
                probabilities[k] = probabilities[k - 1] * (n - k + 1) / k * p0 / (1 - p0);
            }
            double sum = 0;
            for (double probability : probabilities) {
                sum += probability <= probabilities[x] * (1 + 1e-7) ? probability : 0;
            }
            assertThat(Proportion.exactTest(x, n, p0).p())
                    .as("%d of %d against %s", x, n, p0)
                    .isCloseTo(Math.min(1, sum), within(1e-12));
        }
    }

    @Test
    void exactTestOfAnImpossibleCountIsZero() {
        assertThat(Proportion.exactTest(1, 5, 0).p()).isZero();
        assertThat(Proportion.exactTest(0, 5, 0).p()).isEqualTo(1);
        assertThat(Proportion.exactTest(4, 5, 1).p()).isZero();
        assertThat(Proportion.exactTest(0, 0, 0.3).p()).isEqualTo(1);
        assertThat(Proportion.exactTest(3, 5, 0.3).statistic()).hasValue(3);
    }

    @Test
    void nobodyIsNotEstimable() {
        assertThat(Proportion.wilson(0, 0, 0.95)).isEqualTo(new NotEstimable("nobody answered"));
        assertThat(Proportion.exact(0, 0, 0.95)).isEqualTo(new NotEstimable("nobody answered"));
    }

    @Test
    void countsAndLevelsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.wilson(5, 4, 0.95))
                .withMessage("successes must be 0 to n = 4, not 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.exact(0, -1, 0.95))
                .withMessage("n must be 0 or more, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.wilson(1, 4, 95))
                .withMessage("level must be above 0 and below 1, not 95.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.exactTest(1, 4, Double.NaN))
                .withMessage("p0 must be from 0 to 1, not NaN");
    }

    private static Estimate of(boolean exact, int x, int n, double level) {
        return exact ? Proportion.exact(x, n, level) : Proportion.wilson(x, n, level);
    }
}
