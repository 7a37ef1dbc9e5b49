package eyebright.stats.rank;

import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.rank.WilcoxonSignedRank.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WilcoxonSignedRankTest {

    /// Of the 32 signs of five ranks, all above and all below are as extreme.
    @Test
    void fiveAboveZeroIsAPOfOneInSixteen() {
        var test = of(Method.EXACT, 1, 2, 3, 4, 5);

        assertThat(test.test().orElseThrow().p()).isEqualTo(1.0 / 16);
        assertThat(test.test().orElseThrow().statistic()).hasValue(15);
        assertThat(test.rankBiserial()).isEqualTo(Known.bare(1, 5));
    }

    @Test
    void exchangingThePairsTurnsTheCorrelationAndKeepsP() {
        var random = new SplittableRandom(13);
        for (int i = 0; i < 50; i++) {
            double[] d = random.doubles(random.nextInt(2, 70), -1, 2).toArray();
            var one = of(Method.AUTOMATIC, d);
            var other = of(Method.AUTOMATIC, Arrays.stream(d).map(x -> -x).toArray());
            assertThat(one.test().orElseThrow().p()).isEqualTo(other.test().orElseThrow().p());
            assertThat(known(one.rankBiserial()).value())
                    .isCloseTo(-known(other.rankBiserial()).value(), within(1e-15));
        }
    }

    @Test
    void correlationIsThatOfTheRankSumAndItsErrorThatOfOneLeftOut() {
        var random = new SplittableRandom(17);
        for (int i = 0; i < 20; i++) {
            double[] d =
                    random.doubles(random.nextInt(6, 25), -3, 5)
                            .map(Math::rint)
                            .filter(x -> x != 0)
                            .toArray();
            var test = of(Method.NORMAL, d);
            int n = d.length;
            double v = test.test().orElseThrow().statistic().getAsDouble();
            var r = known(test.rankBiserial());
            assertThat(r.value()).isCloseTo(4 * v / n / (n + 1) - 1, within(1e-14));
            if (r.interval().isEmpty()) {
                continue;
            }
            double[] sums =
                    Arrays.stream(d)
                            .map(x -> Arrays.stream(d).map(y -> Math.signum(x + y)).sum())
                            .toArray();
            double mean = Arrays.stream(sums).average().orElseThrow();
            double squares = Arrays.stream(sums).map(w -> (w - mean) * (w - mean)).sum();
            double error = Math.sqrt(4 * squares / n / n / n / (n - 1));
            double reach = 1.959963984540054 * error / (1 - r.value() * r.value());
            double z = Math.log((1 + r.value()) / (1 - r.value())) / 2;
            assertThat(r.interval().get().low()).isCloseTo(Math.tanh(z - reach), within(1e-12));
            assertThat(r.interval().get().high()).isCloseTo(Math.tanh(z + reach), within(1e-12));
        }
    }

    @Test
    void exactAndNormalAreCloseForFortyNine() {
        double[] d = new SplittableRandom(14).doubles(49, -1, 1.5).toArray();

        assertThat(of(Method.EXACT, d).test().orElseThrow().p())
                .isCloseTo(of(Method.NORMAL, d).test().orElseThrow().p(), within(2e-3));
    }

    @Test
    void differencesOfZeroAreLeftOutButCounted() {
        var with = of(Method.NORMAL, 0, 0, 1, -2, 3, 4);
        var without = of(Method.NORMAL, 1, -2, 3, 4);

        assertThat(with.test()).isEqualTo(without.test());
        assertThat(known(with.rankBiserial()).n()).isEqualTo(6);
        assertThat(known(without.rankBiserial()).n()).isEqualTo(4);
    }

    @Test
    void unitChangesNothing() {
        assertThat(of(Method.AUTOMATIC, 1e300, -2e300, 3e300))
                .isEqualTo(of(Method.AUTOMATIC, 1, -2, 3));
    }

    @Test
    void whatIsNotEstimableSaysWhy() {
        assertThat(of(Method.AUTOMATIC))
                .isEqualTo(
                        new WilcoxonSignedRank(
                                new NotEstimable("there are no pairs"), Optional.empty()));
        assertThat(WilcoxonSignedRank.asEffectsize(ValueCounts.of(new double[1][0]), 0.95))
                .isEqualTo(new NotEstimable("there are no pairs"));
        assertThat(of(Method.AUTOMATIC, 0, 0, 0).rankBiserial())
                .isEqualTo(new NotEstimable("all 3 differences are 0"));
    }

    @Test
    void wrongUseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Method.EXACT, 0, 1, 2))
                .withMessage(
                        "method EXACT needs fewer than 50 differences without ties and without 0, not 2 of 3 with ties 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                WilcoxonSignedRank.of(
                                        ValueCounts.of(new double[] {1}, new double[] {2}),
                                        Method.NORMAL,
                                        0.95))
                .withMessage("differences must have 1 group, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> WilcoxonSignedRank.differences(new double[] {1}, new double[] {1, 2}))
                .withMessage("second must have the 1 values of first, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WilcoxonSignedRank(Known.bare(1, 2), Optional.empty()));
    }

    private static WilcoxonSignedRank of(Method method, double... differences) {
        return WilcoxonSignedRank.of(ValueCounts.of(new double[][] {differences}), method, 0.95);
    }
}
