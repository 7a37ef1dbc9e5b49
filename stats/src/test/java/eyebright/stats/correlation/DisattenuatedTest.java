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

    @Test
    void reliabilitiesKnownExactlyGiveTheSameIntervalEitherWay() {
        var plain = Disattenuated.of(R, .81, .64);
        var both = Disattenuated.of(R, exactly(.81), exactly(.64));

        assertThat(known(both).value()).isEqualTo(known(plain).value());
        assertThat(interval(both).low()).isCloseTo(interval(plain).low(), within(1e-14));
        assertThat(interval(both).high()).isCloseTo(interval(plain).high(), within(1e-14));
    }

    /// The limits c solve (r - c s)² = (error of r)² + c² (error of s)², s the root of the reliabilities.
    @Test
    void uncertainReliabilitiesWidenTheInterval() {
        var uncertain = Known.of(.7, new Interval(.62, .76, .95), 300);
        var corrected = Disattenuated.of(R, uncertain, exactly(1));
        double root = Math.sqrt(.7);
        double low = interval(corrected).low();
        double high = interval(corrected).high();
        double up = Math.sqrt(.76) - root;
        double down = root - Math.sqrt(.62);

        assertThat(low).isLessThan(.2 / root);
        assertThat(high).isGreaterThan(.4 / root);
        assertThat((.3 - low * root) * (.3 - low * root))
                .isCloseTo(.1 * .1 + low * low * up * up, within(1e-14));
        assertThat((.3 - high * root) * (.3 - high * root))
                .isCloseTo(.1 * .1 + high * high * down * down, within(1e-14));
    }

    @Test
    void signOfTheCorrelationTurnsTheInterval() {
        var uncertain = Known.of(.7, new Interval(.62, .76, .95), 300);
        for (double shift : new double[] {0, -.25, -.35}) {
            var one = Known.of(.3 + shift, new Interval(.2 + shift, .4 + shift, .95), 300);
            var other = Known.of(-.3 - shift, new Interval(-.4 - shift, -.2 - shift, .95), 300);
            var a = interval(Disattenuated.of(one, uncertain, uncertain));
            var b = interval(Disattenuated.of(other, uncertain, uncertain));
            assertThat(b.low()).isCloseTo(-a.high(), within(1e-14));
            assertThat(b.high()).isCloseTo(-a.low(), within(1e-14));
            assertThat(a.low()).isLessThan(a.high());
        }
    }

    @Test
    void reliabilityThatMayBeZeroOrHasNoIntervalHasAReason() {
        var poor = Known.of(.3, new Interval(-.1, .5, .95), 30);

        assertThat(Disattenuated.of(R, poor, exactly(.8)))
                .isEqualTo(new NotEstimable("a reliability may be 0"));
        assertThat(Disattenuated.of(R, Known.bare(.8, 30), exactly(.8)))
                .isEqualTo(new NotEstimable("the correlation or a reliability has no interval"));
        assertThat(Disattenuated.of(R, exactly(.8), new NotEstimable("nobody answered")))
                .isEqualTo(new NotEstimable("nobody answered"));
        assertThat(Disattenuated.of(R, Known.of(.1, new Interval(.05, .9, .95), 9), exactly(1)))
                .isInstanceOf(NotEstimable.class);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Disattenuated.of(
                                        R, Known.of(.8, new Interval(.7, .9, .9), 30), exactly(1)))
                .withMessage("reliabilityX must have an interval of level 0.95, not 0.9");
    }

    private static Known exactly(double reliability) {
        return Known.of(reliability, new Interval(reliability, reliability, .95), 300);
    }
}
