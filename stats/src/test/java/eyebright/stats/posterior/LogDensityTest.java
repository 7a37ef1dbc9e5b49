package eyebright.stats.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.posterior.LogDensity.Point;
import eyebright.stats.resampling.KeyedStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogDensityTest {

    private static final double STEP = 1e-4;

    @ParameterizedTest
    @ValueSource(strings = {"yes", "times", "first"})
    void slopesAndCurvatureAreThoseOfTheValue(String family) {
        LogDensity density = Cases.density(family, 1100);
        var stream = KeyedStream.of("tests", "slopes", 1);
        for (int i = 0; i < 5; i++) {
            double[] place = density.priorMeans();
            for (int j = 0; j < place.length; j++) {
                place[j] += 0.5 * stream.nextGaussian();
            }
            Point point = density.at(place);
            assertThat(point.value).isCloseTo(density.value(place), within(1e-8));
            for (int j = 0; j < place.length; j++) {
                double[] up = place.clone();
                double[] down = place.clone();
                up[j] += STEP;
                down[j] -= STEP;
                Point above = density.at(up);
                Point below = density.at(down);
                double slope = (above.value - below.value) / (2 * STEP);
                assertThat(point.gradient[j])
                        .as("slope %d of %s", j, family)
                        .isCloseTo(slope, within(1e-4 * (1 + Math.abs(slope))));
                for (int k = 0; k < place.length; k++) {
                    double bend = -(above.gradient[k] - below.gradient[k]) / (2 * STEP);
                    assertThat(point.information[j][k])
                            .as("curvature %d, %d of %s", j, k, family)
                            .isCloseTo(bend, within(1e-5 * (1 + Math.abs(bend))));
                }
            }
        }
    }

    @Test
    void likelihoodIsThatOfTheDistributionWhereItIsKnown() {
        // One of two trials with a = b = 1: all three counts are equally likely, less the number of
        // ways, 2.
        var times =
                new LogDensity(
                        TimesOfTrials.of(new int[] {1}, new int[] {2}),
                        new double[0][],
                        List.of(new NormalPrior(0, 1), new NormalPrior(Math.log(2), 1)));
        assertThat(times.value(new double[] {0, Math.log(2)}))
                .isCloseTo(Math.log(1.0 / 6), within(1e-14));
        var first =
                new LogDensity(
                        FirstByTime.of(new double[] {1, 0}, new double[] {2, 3}),
                        new double[0][],
                        List.of(new NormalPrior(-1, 1), new NormalPrior(0, 1)));
        double rate = Math.exp(-1);
        assertThat(first.value(new double[] {-1, 0}))
                .isCloseTo(Math.log(-Math.expm1(-2 * rate)) - 3 * rate, within(1e-14));
        var yes =
                new LogDensity(
                        YesOrNo.of(new double[] {1, 1, 0}),
                        new double[][] {{1, 2, 3}},
                        List.of(new NormalPrior(0.5, 1), new NormalPrior(-1, 1)));
        double expected =
                -Math.log1p(Math.exp(0.5)) - Math.log1p(Math.exp(1.5)) - Math.log1p(Math.exp(-2.5));
        assertThat(yes.value(new double[] {0.5, -1})).isCloseTo(expected, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "times", "first"})
    void isFiniteOrMinusInfinityFarOut(String family) {
        LogDensity density = Cases.density(family, 50);
        for (double far : new double[] {-800, -50, 50, 800}) {
            double[] place = density.priorMeans();
            for (int j = 0; j < place.length; j++) {
                double[] there = place.clone();
                there[j] = far;
                assertThat(density.value(there)).isLessThan(density.value(place));
            }
        }
    }
}
