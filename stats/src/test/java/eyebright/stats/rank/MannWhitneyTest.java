package eyebright.stats.rank;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.rank.MannWhitney.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {

    /// Of the 20 ways to deal out six ranks, one a side is as extreme.
    @Test
    void threeAboveThreeIsAPOfOneInTen() {
        var test = of(new double[] {4, 5, 6}, new double[] {1, 2, 3}, Method.EXACT);

        assertThat(test.test().orElseThrow().p()).isCloseTo(0.1, within(1e-15));
        assertThat(test.test().orElseThrow().statistic()).hasValue(9);
        assertThat(test.rankBiserial()).isEqualTo(Known.bare(1, 6));
    }

    @Test
    void statisticCountsThePairsInWhichTheFirstIsAbove() {
        var random = new SplittableRandom(10);
        for (int i = 0; i < 50; i++) {
            double[] a = random.doubles(random.nextInt(3, 30), 0, 9).map(Math::rint).toArray();
            double[] b = random.doubles(random.nextInt(3, 30), 1, 9).map(Math::rint).toArray();
            double pairs = 0;
            for (double one : a) {
                for (double other : b) {
                    pairs += (Math.signum(one - other) + 1) / 2;
                }
            }
            var test = of(a, b, Method.AUTOMATIC);
            assertThat(test.test().orElseThrow().statistic()).hasValue(pairs);
            assertThat(known(test.rankBiserial()).value())
                    .isCloseTo(2 * pairs / a.length / b.length - 1, within(1e-12));
        }
    }

    @Test
    void exchangingTheGroupsTurnsTheCorrelationAndKeepsP() {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 50; i++) {
            double[] a = random.doubles(random.nextInt(2, 70)).toArray();
            double[] b = random.doubles(random.nextInt(2, 40)).toArray();
            var one = of(a, b, Method.AUTOMATIC);
            var other = of(b, a, Method.AUTOMATIC);
            assertThat(one.test().orElseThrow().p())
                    .isCloseTo(other.test().orElseThrow().p(), within(1e-14));
            assertThat(known(one.rankBiserial()).value())
                    .isEqualTo(-known(other.rankBiserial()).value());
            assertThat(known(one.rankBiserial()).interval().isPresent())
                    .isEqualTo(known(other.rankBiserial()).interval().isPresent());
            if (known(one.rankBiserial()).interval().isPresent()) {
                assertThat(interval(one.rankBiserial()).low())
                        .isCloseTo(-interval(other.rankBiserial()).high(), within(1e-14));
            }
        }
    }

    @Test
    void errorIsThatOfTheSharesOfPairs() {
        var random = new SplittableRandom(15);
        for (int i = 0; i < 20; i++) {
            double[] a = random.doubles(random.nextInt(5, 20), 0, 5).map(Math::rint).toArray();
            double[] b = random.doubles(random.nextInt(5, 20), 1, 5).map(Math::rint).toArray();
            double error = Math.sqrt(variance(a, b) / a.length + variance(b, a) / b.length);
            var r = known(of(a, b, Method.NORMAL).rankBiserial());
            double z = Math.log((1 + r.value()) / (1 - r.value())) / 2;
            double reach = 1.959963984540054 * error / (1 - r.value() * r.value());

            assertThat(r.interval().orElseThrow().low())
                    .isCloseTo(Math.tanh(z - reach), within(1e-12));
            assertThat(r.interval().orElseThrow().high())
                    .isCloseTo(Math.tanh(z + reach), within(1e-12));
        }
    }

    private static double variance(double[] of, double[] among) {
        double[] shares =
                Arrays.stream(of)
                        .map(
                                one ->
                                        Arrays.stream(among)
                                                .map(other -> Math.signum(one - other))
                                                .average()
                                                .orElseThrow())
                        .toArray();
        double mean = Arrays.stream(shares).average().orElseThrow();
        return Arrays.stream(shares).map(x -> (x - mean) * (x - mean)).sum() / (of.length - 1);
    }

    @Test
    void groupOfOneValueHasNoInterval() {
        var counts = ValueCounts.of(new double[] {2}, new double[] {1, 2, 3, 4});

        assertThat(MannWhitney.of(counts, Method.NORMAL, 0.95).rankBiserial())
                .isEqualTo(Known.bare(-0.25, 5));
        assertThat(interval(MannWhitney.asEffectsize(counts, 0.95)).contains(-0.25)).isTrue();
    }

    @Test
    void unequalVariancesWidenTheIntervalWhereTheSmallerGroupVariesMore() {
        double[] many = new SplittableRandom(16).doubles(60, -1, 1).toArray();
        double[] few = {-5, -4, -3, 3.1, 4.1, 5.1};
        var counts = ValueCounts.of(many, few);
        var plain = interval(MannWhitney.asEffectsize(counts, 0.95));
        var robust = interval(MannWhitney.of(counts, Method.NORMAL, 0.95).rankBiserial());

        assertThat(robust.high() - robust.low()).isGreaterThan(1.3 * (plain.high() - plain.low()));
    }

    @Test
    void exactAndNormalAreCloseForFortyNine() {
        var random = new SplittableRandom(12);
        double[] a = random.doubles(49).toArray();
        double[] b = random.doubles(49).map(x -> x + 0.1).toArray();

        assertThat(of(a, b, Method.EXACT).test().orElseThrow().p())
                .isCloseTo(of(a, b, Method.NORMAL).test().orElseThrow().p(), within(2e-3));
    }

    @Test
    void orderOfValuesAndWhatKeepsItChangeNothing() {
        double[] a = {1, 5, 2, 9, 7, 7};
        double[] b = {3, 3, 8, 1};
        var far = of(each(a, x -> x * 1e299), each(b, x -> x * 1e299), Method.NORMAL);

        assertThat(of(new double[] {7, 9, 7, 5, 2, 1}, b, Method.NORMAL))
                .isEqualTo(of(a, b, Method.NORMAL));
        assertThat(far).isEqualTo(of(a, b, Method.NORMAL));
        assertThat(of(each(a, x -> x + 1e9), each(b, x -> x + 1e9), Method.NORMAL)).isEqualTo(far);
    }

    @Test
    void correlationAtItsEndHasNoInterval() {
        assertThat(of(new double[] {1, 2}, new double[] {3, 3}, Method.NORMAL).rankBiserial())
                .isEqualTo(Known.bare(-1, 4));
        assertThat(
                        interval(
                                        of(new double[] {1, 3}, new double[] {3, 4}, Method.NORMAL)
                                                .rankBiserial())
                                .high())
                .isLessThan(1);
    }

    @Test
    void groupsOfTheSameMiddleHaveAPOfOne() {
        var test = of(new double[] {1, 4}, new double[] {2, 3}, Method.NORMAL);

        assertThat(test.test().orElseThrow().p()).isEqualTo(1);
        assertThat(known(test.rankBiserial()).value()).isZero();
    }

    @Test
    void millionAnswersAreAsFastAsNineCounts() {
        double[] scale = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        int[] a = new int[9];
        int[] b = new int[9];
        Arrays.fill(a, 111_111);
        Arrays.fill(b, 111_111);
        b[8] = 113_000;
        var test =
                MannWhitney.of(ValueCounts.ofCounts(scale, List.of(a, b)), Method.AUTOMATIC, 0.95);

        assertThat(known(test.rankBiserial()).n()).isEqualTo(2_001_887);
        assertThat(test.test().orElseThrow().p()).isBetween(1e-4, 0.1);
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        assertReason(new double[0], new double[] {1}, "the first group has no values");
        assertReason(new double[] {1, 2}, new double[0], "the second group has no values");
        assertReason(new double[] {4, 4}, new double[] {4}, "all 3 values are equal");
    }

    @Test
    void exactTestOfTiesOrManyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new double[] {1, 2}, new double[] {2, 3}, Method.EXACT))
                .withMessage(
                        "method EXACT needs values without ties and fewer than 50 a group, not 2 and 2 with ties 6.0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                MannWhitney.of(
                                        ValueCounts.of(new double[][] {{1}}), Method.NORMAL, 0.95))
                .withMessage("counts must have 2 groups, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MannWhitney(Known.bare(1, 2), Optional.empty()));
    }

    private static void assertReason(double[] a, double[] b, String reason) {
        assertThat(of(a, b, Method.AUTOMATIC))
                .isEqualTo(new MannWhitney(new NotEstimable(reason), Optional.empty()));
    }

    private static double[] each(double[] values, DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }

    private static MannWhitney of(double[] a, double[] b, Method method) {
        return MannWhitney.of(ValueCounts.of(a, b), method, 0.95);
    }
}
