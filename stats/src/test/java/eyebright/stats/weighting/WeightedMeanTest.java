package eyebright.stats.weighting;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static eyebright.stats.weighting.WeightingReferenceTest.fitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.mean.Mean;
import eyebright.stats.mean.Moments;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeightedMeanTest {

    private static final double[] VALUES = {3, 1, 4, 1, 5, 9, 2, 6};
    private static final List<Integer> CODES = List.of(0, 0, 1, 1, 0, 1, 0, 1);

    @Test
    void equalWeightsGiveTheOrdinaryMeanAndInterval() {
        var weighted = WeightedMean.of(VALUES, all(8), Weights.equal(8), 0.95);
        var ordinary = Mean.of(Moments.of(VALUES), 0.95);

        assertThat(interval(weighted.mean()).low())
                .isCloseTo(interval(ordinary).low(), within(1e-13));
        assertThat(weighted.precision().orElseThrow().designEffect()).isCloseTo(1, within(1e-13));
    }

    @Test
    void unitAndOriginMoveTheMeanAndKeepTheDesignEffect() {
        var weights = weights();
        var one = WeightedMean.of(VALUES, all(8), weights, 0.9);
        for (double[] move : new double[][] {{2, 1e9}, {1e140, 0}, {1e-140, 0}}) {
            double[] moved = Arrays.stream(VALUES).map(x -> move[0] * x + move[1]).toArray();
            var other = WeightedMean.of(moved, all(8), weights, 0.9);

            assertThat((interval(other.mean()).low() - move[1]) / move[0])
                    .isCloseTo(interval(one.mean()).low(), within(1e-6));
            assertThat(other.precision().orElseThrow().designEffect())
                    .isCloseTo(one.precision().orElseThrow().designEffect(), within(1e-6));
        }
    }

    @Test
    void sharesAreMeansOfZerosAndOnesWithLimitsInside() {
        var successes = BitSet.valueOf(new long[] {0b00000001});
        double[] values = {1, 0, 0, 0, 0, 0, 0, 0};
        var share = WeightedProportion.of(successes, all(8), weights(), 0.99);
        var mean = WeightedMean.of(values, all(8), weights(), 0.99);

        assertThat(known(share.share()).value()).isEqualTo(known(mean.mean()).value());
        assertThat(interval(mean.mean()).low()).isNegative();
        assertThat(interval(share.share()).low()).isBetween(0.0, 0.1);
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        reason("fewer than 2 respondents answered", VALUES, 1);
        reason("all 8 answers are equal", new double[8], 8);
        reason(
                "the answers are too large to be squared",
                new double[] {1e300, 0, 1, 2, 3, 4, 5, 6},
                8);
        double[] codes = CODES.stream().mapToDouble(code -> code).toArray();
        reason("the answers follow from the margins of the weights", codes, 8);
        assertThat(WeightedProportion.of(new BitSet(), all(8), weights(), 0.95))
                .isEqualTo(
                        new WeightedProportion(
                                new NotEstimable("all 8 answers are equal"), Optional.empty()));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedMean.of(new double[7], all(7), weights(), 0.95))
                .withMessageStartingWith("values must be 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedProportion.of(all(8), all(7), weights(), 0.95))
                .withMessage("successes must be among those who answered, not {7}");
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.equal(0));
    }

    private static void reason(String reason, double[] values, int answered) {
        assertThat(WeightedMean.of(values, all(answered), weights(), 0.95))
                .isEqualTo(new WeightedMean(new NotEstimable(reason), Optional.empty()));
    }

    private static Weights weights() {
        return fitted(PostStratification.of(new Margin("sex", List.of(.3, .7), CODES)));
    }

    private static BitSet all(int n) {
        var all = new BitSet();
        all.set(0, n);
        return all;
    }
}
