package eyebright.stats.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.posterior.Event.AnyOf;
import eyebright.stats.posterior.Event.Within;
import eyebright.stats.posterior.Event.Yes;
import eyebright.stats.resampling.KeyedStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

    @Test
    void aYesIsTheInverseOfItsLogOdds() {
        assertThat(new Yes().chance(Math.log(3), 0)).isCloseTo(0.75, within(1e-15));
        assertThat(new Yes().chance(-Math.log(3), 0)).isCloseTo(0.25, within(1e-15));
        assertThat(new Yes().chance(-1000, 0)).isZero();
        assertThat(new Yes().chance(1000, 0)).isEqualTo(1);
    }

    @Test
    void anyOfOneTrialIsTheMeanOfHerOwnBeta() {
        // Beta(2, 6) before, Beta(2 + 3, 6 + 7) after 3 of 10.
        double eta = Math.log(2.0 / 6);
        assertThat(AnyOf.next(1).chance(eta, 8)).isCloseTo(0.25, within(1e-15));
        assertThat(new AnyOf(1, 3, 10).chance(eta, 8)).isCloseTo(5.0 / 18, within(1e-15));
        assertThat(new AnyOf(2, 3, 10).chance(eta, 8))
                .isCloseTo(1 - 13.0 / 18 * (14.0 / 19), within(1e-15));
        assertThat(AnyOf.next(0).chance(eta, 8)).isZero();
    }

    @Test
    void anyOfManyTrialsOfALikePeopleIsBinomial() {
        assertThat(AnyOf.next(20).chance(0, 1e9)).isCloseTo(1 - Math.pow(0.5, 20), within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"-3, 2, 10, 0, 0", "-3, 2, 10, 1, 30", "1, 0.4, 5, 0, 0", "-8, 0.01, 100, 0, 28"})
    void herOwnChanceIsOnAverageTheChance(
            double eta, double precision, int next, int times, int trials) {
        var any = new AnyOf(next, times, trials);
        var stream = KeyedStream.of("tests", "beta", trials);
        int draws = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double own = any.draw(eta, precision, stream);
            assertThat(own).isBetween(0.0, 1.0);
            sum += own;
            squares += own * own;
        }
        double mean = sum / draws;
        double error = Math.sqrt((squares / draws - mean * mean) / draws);
        assertThat(mean).isCloseTo(any.chance(eta, precision), within(4 * error + 1e-12));
    }

    @Test
    void theFirstWithinSomeTimeIsConditionalOnNoneBefore() {
        // Power 1: no memory. Power 2: F = 1 - exp(-t²).
        assertThat(new Within(5, 2).chance(0, 1)).isCloseTo(1 - Math.exp(-2), within(1e-15));
        double f3 = 1 - Math.exp(-9);
        double f4 = 1 - Math.exp(-16);
        assertThat(new Within(3, 1).chance(0, 2)).isCloseTo((f4 - f3) / (1 - f3), within(1e-12));
        assertThat(new Within(0, 3).chance(0, 2)).isCloseTo(f3, within(1e-15));
        assertThat(new Within(3, 0).chance(0, 2)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-500, -20, 0, 20, 500, 1000})
    void chancesAreFromNoneToOneFarOut(double eta) {
        for (double shape : new double[] {1e-9, 0.01, 1, 100}) {
            assertThat(new Yes().chance(eta, shape)).isBetween(0.0, 1.0);
            assertThat(new AnyOf(10, 2, 5).chance(eta, shape)).isBetween(0.0, 1.0);
            assertThat(AnyOf.next(10).chance(eta, shape)).isBetween(0.0, 1.0);
            assertThat(new Within(2, 3).chance(eta, shape)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void somebodyHasNoPast() {
        assertThat(new AnyOf(3, 1, 4).ofSomebody()).isEqualTo(AnyOf.next(3));
        assertThat(new Within(3, 1).ofSomebody()).isEqualTo(new Within(3, 1));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AnyOf(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnyOf(1, 3, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Within(-1, 2))
                .withMessage("from and more must be 0 or more and finite, not -1.0 and 2.0");
    }
}
