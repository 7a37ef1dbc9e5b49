package eyebright.stats.correlation;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import org.junit.jupiter.api.Test;

class DependentCorrelationsTest {

    @Test
    void equalCorrelationsDoNotDiffer() {
        var compared = DependentCorrelations.overlapping(.4, .4, .2, 100, 0.95);

        assertThat(known(compared.difference()).value()).isZero();
        assertThat(compared.williams().orElseThrow().p()).isEqualTo(1);
        assertThat(compared.steiger().orElseThrow().p()).isEqualTo(1);
        assertThat(interval(compared.difference()).contains(0)).isTrue();
    }

    @Test
    void exchangingTheTwoTurnsTheSign() {
        var one = DependentCorrelations.separate(.5, .2, .3, .1, .2, .25, 90, 0.95);
        var other = DependentCorrelations.separate(.2, .5, .3, .2, .1, .25, 90, 0.95);

        assertThat(known(other.difference()).value()).isEqualTo(-known(one.difference()).value());
        assertThat(interval(other.difference()).low())
                .isCloseTo(-interval(one.difference()).high(), within(1e-14));
        assertThat(other.steiger().orElseThrow().p())
                .isCloseTo(one.steiger().orElseThrow().p(), within(1e-14));
        assertThat(one.williams()).isEmpty();
    }

    @Test
    void uncorrelatedPairsAreComparedAsIfIndependent() {
        var compared = DependentCorrelations.separate(.5, .2, 0, 0, 0, 0, 103, 0.95);
        double z = (FisherZ.of(.5) - FisherZ.of(.2)) / Math.sqrt(2 / 100.0);

        assertThat(compared.steiger().orElseThrow().statistic().getAsDouble())
                .isCloseTo(z, within(1e-14));
    }

    @Test
    void answersThatFollowFromEachOtherAndFewRespondentsHaveAReason() {
        assertThat(DependentCorrelations.overlapping(1, .3, .3, 50, 0.95).difference())
                .isEqualTo(new NotEstimable("two of the answers are the same but for scale"));
        assertThat(DependentCorrelations.overlapping(.6, .8, 0, 50, 0.95).difference())
                .isEqualTo(new NotEstimable("the three answers follow from each other"));
        assertThat(DependentCorrelations.overlapping(.6, .7, 0, 3, 0.95).difference())
                .isEqualTo(new NotEstimable("3 respondents are too few, 4 are needed"));
        assertThat(DependentCorrelations.separate(0, 0, .6, 0, .8, 0, 50, 0.95).difference())
                .isInstanceOf(NotEstimable.class);
    }

    @Test
    void correlationsThatNoAnswersHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DependentCorrelations.overlapping(.9, -.9, .9, 50, 0.95))
                .withMessageStartingWith("correlations must be of the same respondents");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DependentCorrelations.overlapping(1.1, .3, .3, 50, 0.95))
                .withMessage("correlations must be from -1 to 1, not 1.1");
    }
}
