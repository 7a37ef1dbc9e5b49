package eyebright.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DeviationsTest {

    @Test
    void theLargestIsThatOfAnswersAtBothEnds() {
        // A quarter at 9 and the others at 1: mean 3, variance 64 · .25 · .75.
        Deviations deviations = Deviations.of(3, 1, 9, 1);

        assertThat(deviations.highest()).isCloseTo(8 * Math.sqrt(0.1875), within(1e-12));
        assertThat(deviations.lowest()).isZero();
    }

    @Test
    void theSmallestIsThatOfAnswersAtTheTwoPointsBesideTheMean() {
        assertThat(Deviations.of(2.5, 1, 9, 1).lowest()).isCloseTo(0.5, within(1e-12));
        assertThat(Deviations.of(2.25, 1, 9, 0.5).lowest()).isCloseTo(0.25, within(1e-12));
        assertThat(Deviations.of(7.8, 1, 9, 0.1).lowest()).isZero();
    }

    @Test
    void noAnswersLieBeyond() {
        var random = new Random(4);
        for (int run = 0; run < 2_000; run++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < 5; i++) {
                int answer = 1 + random.nextInt(9);
                sum += answer;
                squares += answer * answer;
            }
            double mean = sum / 5;
            double deviation = Math.sqrt(Math.max(0, squares / 5 - mean * mean));
            Deviations deviations = Deviations.of(mean, 1, 9, 1);

            assertThat(deviation)
                    .isBetween(deviations.lowest() - 1e-7, deviations.highest() + 1e-7);
        }
    }

    @Test
    void theNearestIsPossibleAndWhatIsPossibleIsItsOwnNearest() {
        for (double mean = 1.05; mean < 9; mean += 0.15) {
            Deviations deviations = Deviations.of(mean, 1, 9, 1);

            assertThat(deviations.contains(deviations.nearest(100))).isTrue();
            assertThat(deviations.contains(deviations.nearest(0.0001))).isTrue();
        }
        assertThat(Deviations.of(5, 1, 9, 1).nearest(2)).isEqualTo(2);
    }

    @Test
    void atAnEndAllAreAlike() {
        assertThat(Deviations.of(9, 1, 9, 1).isEmpty()).isTrue();
        assertThat(Deviations.of(8.99, 1, 9, 1).isEmpty()).isFalse();
    }
}
