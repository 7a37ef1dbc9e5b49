package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.replication.NormalEstimate;
import eyebright.stats.replication.PredictedCount;
import eyebright.stats.replication.Replication;
import eyebright.stats.replication.ReplicationBayesFactor;
import eyebright.stats.replication.ScepticalP;
import eyebright.stats.replication.SmallTelescopes;
import eyebright.stats.resampling.KeyedStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A published estimate and a new one: neither unit nor direction changes how far they agree.
class ReplicationTest {

    private static final double CLOSE = 1e-9;

    private static Replication pair(long seed, double factor) {
        var stream = KeyedStream.of("laws", "replication", seed);
        return new Replication(
                new NormalEstimate(
                        factor * stream.nextGaussian(),
                        Math.abs(factor) * (0.1 + stream.nextDouble())),
                new NormalEstimate(
                        factor * stream.nextGaussian(),
                        Math.abs(factor) * (0.1 + stream.nextDouble())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void unitAndDirectionChangeNothing(long seed) {
        Replication one = pair(seed, 1);
        for (double factor : new double[] {1000, -1, -0.001}) {
            Replication other = pair(seed, factor);
            assertThat(other.varianceRatio()).isCloseTo(one.varianceRatio(), within(CLOSE));
            assertThat(other.heterogeneity().p()).isCloseTo(one.heterogeneity().p(), within(CLOSE));
            assertThat(other.replication().test().p())
                    .isCloseTo(one.replication().test().p(), within(CLOSE));
            assertThat(other.isNominal(0.05)).isEqualTo(one.isNominal(0.05));
            assertThat(other.isAsPredicted(0.95)).isEqualTo(one.isAsPredicted(0.95));
            assertThat(other.holdsOriginal(0.95)).isEqualTo(one.holdsOriginal(0.95));
            assertThat(ReplicationBayesFactor.log(other))
                    .isCloseTo(ReplicationBayesFactor.log(one), within(CLOSE));
            assertThat(SmallTelescopes.of(other).test().p())
                    .isCloseTo(SmallTelescopes.of(one).test().p(), within(CLOSE));
            for (var scale : ScepticalP.Scale.values()) {
                assertThat(ScepticalP.of(other, scale))
                        .isCloseTo(ScepticalP.of(one, scale), within(CLOSE));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void exchangedTheyAgreeAsMuch(long seed) {
        Replication one = pair(seed, 1);
        var turned = new Replication(one.replication(), one.original());
        assertThat(turned.heterogeneity().p()).isCloseTo(one.heterogeneity().p(), within(CLOSE));
        assertThat(turned.combined().value()).isCloseTo(one.combined().value(), within(CLOSE));
        assertThat(turned.isAsPredicted(0.9)).isEqualTo(one.isAsPredicted(0.9));
        assertThat(turned.combined().error())
                .isLessThan(Math.min(one.original().error(), one.replication().error()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void intervalsAndTestsAgree(long seed) {
        Replication pair = pair(seed, 1);
        NormalEstimate estimate = pair.replication();
        assertThat(estimate.interval(0.95).contains(0)).isEqualTo(estimate.test().p() >= 0.05);
        assertThat(pair.predicted(0.9).contains(pair.replication().value()))
                .isEqualTo(pair.heterogeneity().p() >= 0.1);
        var correlation = NormalEstimate.ofCorrelation(Math.tanh(estimate.value()), 40);
        assertThat(correlation.value()).isCloseTo(estimate.value(), within(CLOSE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 100, 199, 200})
    void aPredictedCountIsThatOfTheOthersTurned(int x) {
        var with = PredictedCount.of(x, 200, 300, 0.95);
        var without = PredictedCount.of(200 - x, 200, 300, 0.95);
        assertThat(300 - without.high()).isCloseTo(with.low(), within(1.0));
        assertThat(300 - without.low()).isCloseTo(with.high(), within(1.0));
    }
}
