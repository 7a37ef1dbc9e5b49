package eyebright.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RanksTest {

    @Test
    void equalValuesShareTheMeanOfTheirRanks() {
        assertThat(Ranks.of(new double[] {20, 10, 20, 30, 20})).containsExactly(3, 1, 3, 5, 3);
        assertThat(Ranks.of(new double[] {0.0, -0.0})).containsExactly(1.5, 1.5);
        assertThat(Ranks.of(new double[0])).isEmpty();
    }

    @Test
    void ranksAddUpToThoseWithoutTies() {
        var random = new SplittableRandom(6);
        for (int n = 1; n < 200; n += 7) {
            double[] values = random.doubles(n, 0, 20).map(Math::rint).toArray();
            assertThat(Arrays.stream(Ranks.of(values)).sum())
                    .isCloseTo(n * (n + 1) / 2.0, within(1e-9));
        }
    }

    @Test
    void whatKeepsTheOrderKeepsTheRanks() {
        double[] values = new SplittableRandom(8).doubles(100, -5, 5).toArray();

        assertThat(Ranks.of(Arrays.stream(values).map(x -> Math.exp(x) * 1e290).toArray()))
                .isEqualTo(Ranks.of(values));
    }

    @Test
    void ranksOfGroupsAreThoseAmongAll() {
        var ranks = Ranks.of(ValueCounts.of(new double[] {1, 3}, new double[] {3, 3, 9}));

        assertThat(ranks.sum(0)).isEqualTo(4);
        assertThat(ranks.mean(1)).isEqualTo(11.0 / 3);
        assertThat(ranks.rank(1)).isEqualTo(3);
        assertThat(ranks.ties()).isEqualTo(24);
    }

    @Test
    void emptyGroupHasNoMeanRank() {
        var ranks = Ranks.of(ValueCounts.of(new double[] {1}, new double[0]));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranks.mean(1))
                .withMessage("group 1 has no values");
    }
}
