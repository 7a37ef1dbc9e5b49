package eyebright.stats.rank;

import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DunnTestTest {

    @Test
    void pairsComeInOrderAndUseTheRanksAmongAll() {
        var pairs =
                DunnTest.of(
                        ValueCounts.of(
                                new double[] {1, 2}, new double[] {5, 6}, new double[] {3, 4}));

        assertThat(pairs).extracting(DunnTest.Pair::first).containsExactly(0, 0, 1);
        assertThat(pairs).extracting(DunnTest.Pair::second).containsExactly(1, 2, 2);
        assertThat(pairs)
                .extracting(pair -> known(pair.difference()).value())
                .containsExactly(-4.0, -2.0, 2.0);
    }

    @Test
    void pairWithAnEmptyGroupSaysWhichAndTheOthersStand() {
        var pairs =
                DunnTest.of(
                        ValueCounts.of(new double[] {1, 2}, new double[] {}, new double[] {3, 4}));

        assertThat(pairs.get(0).difference()).isEqualTo(new NotEstimable("group 2 has no values"));
        assertThat(pairs.get(1).test()).isPresent();
        assertThat(pairs.get(2).test()).isEmpty();
    }

    @Test
    void pairThatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new DunnTest.Pair(1, 1, new NotEstimable("none"), Optional.empty()))
                .withMessage("second must be above first, and both 0 or more, not 1 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DunnTest.Pair(0, 1, Known.bare(1, 2), Optional.empty()));
    }
}
