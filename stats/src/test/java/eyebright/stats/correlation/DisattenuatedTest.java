package eyebright.stats.correlation;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import org.junit.jupiter.api.Test;

class DisattenuatedTest {

    private static final Known R = Known.of(.3, new Interval(.2, .4, .95), 300);

    @Test
    void correlationAndLimitsAreDividedByTheRootOfTheReliabilities() {
        var corrected = Disattenuated.of(R, .81, .64);

        assertThat(known(corrected).value()).isCloseTo(.3 / .72, within(1e-15));
        assertThat(interval(corrected).low()).isCloseTo(.2 / .72, within(1e-15));
        assertThat(interval(corrected).high()).isCloseTo(.4 / .72, within(1e-15));
        assertThat(known(corrected).n()).isEqualTo(300);
    }

    @Test
    void perfectReliabilityChangesNothing() {
        assertThat(Disattenuated.of(R, 1, 1)).isEqualTo(R);
        assertThat(Disattenuated.of(Known.bare(.3, 5), 1, 1)).isEqualTo(Known.bare(.3, 5));
    }

    @Test
    void limitsEndAtOneAndACorrelationBeyondHasAReason() {
        assertThat(interval(Disattenuated.of(R, .36, .36)).high()).isEqualTo(1);
        assertThat(Disattenuated.of(R, .25, .25))
                .isEqualTo(
                        new NotEstimable(
                                "the reliabilities are too low for this correlation: corrected it would be 1.20"));
        assertThat(Disattenuated.of(new NotEstimable("nobody answered"), .8, .8))
                .isEqualTo(new NotEstimable("nobody answered"));
    }

    @Test
    void reliabilityOutOfRangeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Disattenuated.of(R, .8, 0))
                .withMessage("reliabilityY must be above 0 and at most 1, not 0.0");
    }
}
