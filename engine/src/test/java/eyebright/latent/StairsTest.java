package eyebright.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.latent.MomentTable.Shape;
import org.junit.jupiter.api.Test;

class StairsTest {

    private static final PointTable MASSED =
            MomentTable.of(Grid.whole(0, 4)).solve(Shape.NORMAL, new Moments(.5, .9)).table();

    private static final Stairs STAIRS = Stairs.of(MASSED);

    @Test
    void aStandardNormalNumberHasTheMomentsOfTheTable() {
        var powers = STAIRS.expected(0, 1);

        assertThat(powers.mean()).isCloseTo(MASSED.mean(), within(1e-7));
        assertThat(powers.square() - powers.mean() * powers.mean())
                .isCloseTo(MASSED.deviation() * MASSED.deviation(), within(1e-6));
    }

    @Test
    void whatIsExpectedIsTheMeanOfWhatIsRead() {
        int parts = 100_000;
        for (double mean : new double[] {-2, 0.3, 1.5}) {
            for (double deviation : new double[] {0.3, 0.9}) {
                double sum = 0;
                double squares = 0;
                for (int part = 0; part < parts; part++) {
                    double point = STAIRS.at(mean + deviation * Gauss.quick((part + .5) / parts));
                    sum += point;
                    squares += point * point;
                }
                var powers = STAIRS.expected(mean, deviation);
                assertThat(powers.mean()).isCloseTo(sum / parts, within(1e-4));
                assertThat(powers.square()).isCloseTo(squares / parts, within(4e-4));
            }
        }
    }

    @Test
    void aNumberThatHardlyVariesIsItsPoint() {
        assertThat(STAIRS.expected(-8, 1e-3).mean()).isCloseTo(0, within(1e-12));
        assertThat(STAIRS.expected(8, 1e-3).mean()).isCloseTo(4, within(1e-12));
        assertThat(STAIRS.expected(8, 1e-3).square()).isCloseTo(16, within(1e-12));
    }
}
