package eyebright.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Interval;
import eyebright.stats.reference.ExpectedValues;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneSidedBinomialTestTest {

    @ParameterizedTest
    @CsvSource({
        "411, 568, 0.5",
        "4, 474, 0.03",
        "210, 473, 0.35",
        "210, 473, 0.55",
        "0, 12, 0.03",
        "12, 12, 0.5",
        "3, 5, 0.5",
        "0, 5, 0",
        "5, 5, 1",
        "500600, 1000000, 0.5"
    })
    void bothSidesAreThoseOfR(int successes, int n, double bound) {
        String name =
                "%d of %s against %s"
                        .formatted(
                                successes,
                                n == 1_000_000 ? "1000000" : Integer.toString(n),
                                bound == 0 ? "0" : bound == 1 ? "1" : Double.toString(bound));

        ExpectedValues.in("more/binomial.csv", name)
                .areMetBy(
                        Map.of(
                                "greater", OneSidedBinomialTest.above(successes, n, bound).p(),
                                "less", OneSidedBinomialTest.below(successes, n, bound).p()));
    }

    @Test
    void failuresAboveTheRestOfTheBoundAreSuccessesBelowIt() {
        for (int x = 0; x <= 20; x++) {
            assertThat(OneSidedBinomialTest.above(20 - x, 20, 0.7).p())
                    .isCloseTo(OneSidedBinomialTest.below(x, 20, 0.3).p(), within(1e-13));
        }
    }

    @Test
    void pIsBelowAlphaExactlyIfTheExactLimitLiesBeyondTheBound() {
        for (int x = 0; x <= 40; x++) {
            Interval limits =
                    ExpectedValues.known(Proportion.exact(x, 40, 0.9)).interval().orElseThrow();
            assertThat(OneSidedBinomialTest.above(x, 40, 0.4).p() < 0.05)
                    .isEqualTo(limits.low() > 0.4);
            assertThat(OneSidedBinomialTest.below(x, 40, 0.4).p() < 0.05)
                    .isEqualTo(limits.high() < 0.4);
        }
    }

    @Test
    void nobodySpeaksAgainstNothing() {
        assertThat(OneSidedBinomialTest.above(0, 0, 0.5).p()).isEqualTo(1);
        assertThat(OneSidedBinomialTest.below(0, 0, 0.5).p()).isEqualTo(1);
    }

    @Test
    void countsAndBoundsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneSidedBinomialTest.above(3, 2, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneSidedBinomialTest.below(1, 2, 1.5))
                .withMessage("bound must be from 0 to 1, not 1.5");
    }
}
