package eyebright.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static Ladder points(double... weights) {
        return Ladder.of(PointTable.of(Grid.whole(1, weights.length), weights));
    }

    @Test
    void twoSharesCorrelateAtMostByTheirPhiMax() {
        // √(p·(1 - q) / (q·(1 - p))) for p <= q (Cole 1949)
        assertThat(Ladder.of(0.1).highest(Ladder.of(0.5))).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(Ladder.of(0.2).highest(Ladder.of(0.3)))
                .isCloseTo(Math.sqrt(0.2 * 0.7 / (0.3 * 0.8)), within(1e-12));
        assertThat(Ladder.of(0.1).lowest(Ladder.of(0.1))).isCloseTo(-0.01 / 0.09, within(1e-12));
    }

    @Test
    void whatIsDistributedAlikeCanCorrelateByOne() {
        Ladder ladder = points(1, 4, 2, 7);

        assertThat(ladder.highest(ladder)).isCloseTo(1, within(1e-12));
        assertThat(ladder.lowest(ladder.turned())).isCloseTo(-1, within(1e-12));
        assertThat(ladder.variance()).isCloseTo(ladder.turned().variance(), within(1e-12));
        assertThat(ladder.turned().mean()).isCloseTo(-ladder.mean(), within(1e-12));
    }

    @Test
    void noOrderOfTheSameAnswersCorrelatesByMoreOrLess() {
        var random = new Random(7);
        List<Integer> ones = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        double[] oneWeights = new double[5];
        double[] otherWeights = new double[5];
        for (int i = 0; i < 40; i++) {
            ones.add(1 + random.nextInt(5));
            others.add(1 + (int) (5 * Math.pow(random.nextDouble(), 3)));
            oneWeights[ones.get(i) - 1]++;
            otherWeights[others.get(i) - 1]++;
        }
        Ladder one = points(oneWeights);
        Ladder other = points(otherWeights);
        double scale = Math.sqrt(one.variance() * other.variance());

        for (int run = 0; run < 200; run++) {
            Collections.shuffle(others, random);
            assertThat(covariance(ones, others) / scale)
                    .isBetween(one.lowest(other) - 1e-12, one.highest(other) + 1e-12);
        }
        Collections.sort(ones);
        Collections.sort(others);
        assertThat(covariance(ones, others) / scale).isCloseTo(one.highest(other), within(1e-12));
        Collections.reverse(others);
        assertThat(covariance(ones, others) / scale).isCloseTo(one.lowest(other), within(1e-12));
    }

    private static double covariance(List<Integer> ones, List<Integer> others) {
        double one = ones.stream().mapToInt(it -> it).average().orElseThrow();
        double other = others.stream().mapToInt(it -> it).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < ones.size(); i++) {
            sum += (ones.get(i) - one) * (others.get(i) - other);
        }
        return sum / ones.size();
    }

    @Test
    void itemsAlikeCanHaveAnAlphaOfOneAndOthersLess() {
        Ladder ladder = points(1, 2, 3, 2, 1);

        assertThat(Ladder.highestAlpha(ladder, ladder, ladder)).isCloseTo(1, within(1e-12));
        assertThat(Ladder.highestAlpha(ladder, points(9, 1, 0, 0, 1))).isLessThan(0.9);
        // Of two items, 4·c / (v + w + 2·c) with their covariance c, here .1 - .1 · .5.
        assertThat(Ladder.highestAlpha(Ladder.of(0.1), Ladder.of(0.5)))
                .isCloseTo(2 * (2 * 0.05) / (0.09 + 0.25 + 2 * 0.05), within(1e-12));
    }
}
