package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.distribution.BivariateNormal;
import eyebright.stats.distribution.NoncentralBeta;
import eyebright.stats.distribution.NoncentralChiSquared;
import eyebright.stats.distribution.NoncentralF;
import eyebright.stats.distribution.NoncentralT;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.distribution.StudentizedRange;
import eyebright.stats.family.Adjustment;
import eyebright.stats.family.SimultaneousIntervals;
import eyebright.stats.power.ProportionsPower;
import eyebright.stats.power.TTestPower;
import eyebright.stats.replication.PredictionInterval;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of probabilities, p values of a family and power, whatever the numbers are.
class DistributionsTest {

    private static final double CLOSE = 1e-11;

    private static KeyedStream stream(long seed) {
        return KeyedStream.of("laws", "distributions", seed);
    }

    private static double between(KeyedStream stream, double low, double high) {
        return low + (high - low) * stream.nextDouble();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void belowAndAboveAreOneTogether(long seed) {
        var stream = stream(seed);
        double df = between(stream, 2, 60);
        double df2 = between(stream, 5, 200);
        double ncp = between(stream, 0, 12);
        double x = between(stream, 0.1, 15);
        double t = between(stream, -3, 8);
        double share = stream.nextDouble();
        var both =
                List.of(
                        NoncentralT.cumulative(t, df, ncp) + NoncentralT.survival(t, df, ncp),
                        NoncentralF.cumulative(x, df, df2, ncp)
                                + NoncentralF.survival(x, df, df2, ncp),
                        NoncentralChiSquared.cumulative(x, df, ncp)
                                + NoncentralChiSquared.survival(x, df, ncp),
                        NoncentralBeta.cumulative(share, df, df2, ncp)
                                + NoncentralBeta.survival(share, df, df2, ncp),
                        StudentizedRange.cumulative(x, 4, df)
                                + StudentizedRange.survival(x, 4, df));
        assertThat(both).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(CLOSE)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void limitsOfANoncentralityAreWhereTheStatisticIsItsQuantile(long seed) {
        var stream = stream(seed);
        double df = between(stream, 5, 60);
        double level = between(stream, 0.5, 0.99);
        double x = between(stream, 30, 90);
        double tail = (1 - level) / 2;
        var ofT = NoncentralT.limits(x / 20, df, level);
        assertThat(NoncentralT.survival(x / 20, df, ofT.low())).isCloseTo(tail, within(CLOSE));
        assertThat(NoncentralT.cumulative(x / 20, df, ofT.high())).isCloseTo(tail, within(CLOSE));
        var ofF = NoncentralF.limits(x, 3, df, level);
        assertThat(NoncentralF.survival(x, 3, df, ofF.low())).isCloseTo(tail, within(CLOSE));
        assertThat(NoncentralF.cumulative(x, 3, df, ofF.high())).isCloseTo(tail, within(CLOSE));
        var ofX = NoncentralChiSquared.limits(x, 3, level);
        assertThat(NoncentralChiSquared.survival(x, 3, ofX.low())).isCloseTo(tail, within(CLOSE));
        assertThat(NoncentralChiSquared.cumulative(x, 3, ofX.high()))
                .isCloseTo(tail, within(CLOSE));
        double ncp = NoncentralChiSquared.noncentrality(x / 30, 3, tail);
        assertThat(NoncentralChiSquared.cumulative(x / 30, 3, ncp)).isCloseTo(tail, within(CLOSE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aTMirroredHasTheOtherTail(long seed) {
        var stream = stream(seed);
        double df = between(stream, 1, 60);
        double ncp = between(stream, -5, 5);
        double t = between(stream, -6, 6);
        assertThat(NoncentralT.cumulative(-t, df, -ncp))
                .isCloseTo(NoncentralT.survival(t, df, ncp), within(CLOSE));
        var limits = NoncentralT.limits(t, df, 0.9);
        var mirrored = NoncentralT.limits(-t, df, 0.9);
        assertThat(mirrored.low()).isCloseTo(-limits.high(), within(1e-9));
        assertThat(mirrored.high()).isCloseTo(-limits.low(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSquaredTIsAnFAndTheRangeOfTwoIsAT(long seed) {
        var stream = stream(seed);
        double df = between(stream, 2, 60);
        double t = between(stream, 0.1, 5);
        double ncp = between(stream, 0, 3);
        assertThat(NoncentralF.cumulative(t * t, 1, df, ncp * ncp))
                .isCloseTo(
                        NoncentralT.cumulative(t, df, ncp) - NoncentralT.cumulative(-t, df, ncp),
                        within(CLOSE));
        assertThat(StudentizedRange.survival(Math.sqrt(2) * t, 2, df))
                .isCloseTo(2 * NoncentralT.survival(t, df, 0), within(CLOSE));
        double level = between(stream, 0.2, 0.99);
        assertThat(NoncentralT.cumulative(Quantiles.t(df, level), df, 0))
                .isCloseTo((1 + level) / 2, within(CLOSE));
        assertThat(Quantiles.t(1e9, level)).isCloseTo(Quantiles.normal(level), within(1e-6));
        assertThat(StudentizedRange.cumulative(StudentizedRange.quantile(level, 3, df), 3, df))
                .isCloseTo(level, within(1e-9));
        assertThat(Quantiles.betaLower(3, 7, level))
                .isCloseTo(1 - Quantiles.betaUpper(7, 3, level), within(CLOSE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theFourQuartersOfTwoNormalsAreOneTogether(long seed) {
        var stream = stream(seed);
        double x = stream.nextGaussian();
        double y = stream.nextGaussian();
        double rho = between(stream, -1, 1);
        double all =
                BivariateNormal.cumulative(x, y, rho)
                        + BivariateNormal.cumulative(-x, y, -rho)
                        + BivariateNormal.cumulative(x, -y, -rho)
                        + BivariateNormal.cumulative(-x, -y, rho);
        assertThat(all).isCloseTo(1, within(CLOSE));
        assertThat(BivariateNormal.cumulative(y, x, rho))
                .isCloseTo(BivariateNormal.cumulative(x, y, rho), within(CLOSE));
    }

    private static List<Double> ps(KeyedStream stream) {
        return IntStream.range(0, 8).mapToObj(_ -> Math.pow(stream.nextDouble(), 4)).toList();
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void anAdjustedPIsAtLeastThePAndKeepsItsOrderWhereverItStands(Adjustment adjustment) {
        for (int seed = 1; seed <= 20; seed++) {
            List<Double> ps = ps(stream(seed));
            List<Double> adjusted = adjustment.adjust(ps);
            var turned = new ArrayList<>(ps).reversed();
            assertThat(adjustment.adjust(turned).reversed()).isEqualTo(adjusted);
            for (int i = 0; i < ps.size(); i++) {
                assertThat(adjusted.get(i)).isBetween(ps.get(i), 1.0);
                for (int j = 0; j < ps.size(); j++) {
                    if (ps.get(i) <= ps.get(j)) {
                        assertThat(adjusted.get(i)).isLessThanOrEqualTo(adjusted.get(j));
                    }
                }
            }
            assertThat(adjustment.adjust(List.of(ps.getFirst()))).containsExactly(ps.getFirst());
        }
    }

    @ParameterizedTest
    @EnumSource(SimultaneousIntervals.class)
    void moreIntervalsAtOnceAreEachSurer(SimultaneousIntervals intervals) {
        assertThat(intervals.levelOfEach(0.95, 1)).isCloseTo(0.95, within(1e-15));
        for (int family = 1; family < 30; family++) {
            assertThat(intervals.levelOfEach(0.95, family + 1))
                    .isGreaterThan(intervals.levelOfEach(0.95, family));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void powerRespondentsAndEffectFollowFromEachOther(long seed) {
        var stream = stream(seed);
        double d = between(stream, 0.15, 1);
        double power = between(stream, 0.3, 0.95);
        double n = TTestPower.n(d, power, 0.05);
        assertThat(TTestPower.power(n, d, 0.05)).isCloseTo(power, within(1e-9));
        assertThat(TTestPower.power(n, -d, 0.05)).isCloseTo(power, within(1e-9));
        assertThat(TTestPower.d(n, power, 0.05)).isCloseTo(d, within(1e-9));
        assertThat(TTestPower.power(2 * n, d, 0.05)).isGreaterThan(power);
        double p1 = between(stream, 0.1, 0.4);
        double p2 = between(stream, 0.5, 0.9);
        double each = ProportionsPower.n(p1, p2, power, 0.05);
        assertThat(ProportionsPower.power(each, p1, p2, 0.05)).isCloseTo(power, within(1e-9));
        assertThat(ProportionsPower.power(each, p2, p1, 0.05)).isCloseTo(power, within(1e-9));
        assertThat(ProportionsPower.power(each, 1 - p1, 1 - p2, 0.05))
                .isCloseTo(power, within(1e-9));
        assertThat(ProportionsPower.power(2 * each, p1, p2, 0.05)).isGreaterThan(power);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aPredictionIntervalIsInTheUnitOfItsEstimate(long seed) {
        var stream = stream(seed);
        double original = between(stream, -2, 2);
        double se = between(stream, 0.1, 1);
        double newSe = between(stream, 0.1, 1);
        var one = PredictionInterval.of(original, se, newSe, 0.9);
        var thousand = PredictionInterval.of(1000 * original, 1000 * se, 1000 * newSe, 0.9);
        assertThat(thousand.low()).isCloseTo(1000 * one.low(), within(1e-9));
        assertThat(thousand.high()).isCloseTo(1000 * one.high(), within(1e-9));
        var turned = PredictionInterval.of(-original, newSe, se, 0.9);
        assertThat(turned.low()).isCloseTo(-one.high(), within(CLOSE));
    }
}
