package eyebright.stats.model;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AreaUnderCurveTest {

    @Test
    void areaIsTheShareOfPairsInTheRightOrder() {
        var random = new SplittableRandom(51);
        for (int i = 0; i < 100; i++) {
            int n = random.nextInt(4, 40);
            var scores = random.doubles(n).map(x -> Math.floor(x * 8)).toArray();
            var events = new double[n];
            Arrays.setAll(events, k -> k < 2 ? k : random.nextInt(2));
            double pairs = 0;
            double right = 0;
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    if (events[a] == 1 && events[b] == 0) {
                        pairs++;
                        right += (Math.signum(scores[a] - scores[b]) + 1) / 2;
                    }
                }
            }
            assertThat(known(AreaUnderCurve.of(scores, events, 0.95)).value())
                    .isCloseTo(right / pairs, within(1e-14));
        }
    }

    @Test
    void anIncreasingChangeOfTheScoreChangesNothing() {
        double[] scores = {1, 4, 2, 3, 2, 9};
        double[] events = {0, 1, 0, 1, 1, 0};
        double[] cubes = Arrays.stream(scores).map(s -> s * s * s - 7).toArray();
        assertThat(AreaUnderCurve.of(cubes, events, 0.9))
                .isEqualTo(AreaUnderCurve.of(scores, events, 0.9));
    }

    @Test
    void turnedScoresGiveTheOtherSide() {
        double[] scores = {1, 4, 2, 3, 2, 9};
        double[] events = {0, 1, 0, 1, 1, 0};
        double[] turned = Arrays.stream(scores).map(s -> -s).toArray();
        var one = AreaUnderCurve.of(scores, events, 0.5);
        var other = AreaUnderCurve.of(turned, events, 0.5);
        assertThat(known(other).value()).isCloseTo(1 - known(one).value(), within(1e-15));
        assertThat(interval(other).low()).isCloseTo(1 - interval(one).high(), within(1e-14));
    }

    @Test
    void scoreWithoutErrorHasAnAreaOfOneAndNoInterval() {
        var area =
                known(
                        AreaUnderCurve.of(
                                new double[] {1, 2, 3, 4}, new double[] {0, 0, 1, 1}, 0.95));
        assertThat(area.value()).isEqualTo(1);
        assertThat(area.interval()).isEmpty();
    }

    @Test
    void oneOutcomeOnlyHasNoArea() {
        assertThat(AreaUnderCurve.of(new double[] {1, 2}, new double[] {0, 0}, 0.95))
                .isEqualTo(new NotEstimable("no one has the outcome"));
        assertThat(AreaUnderCurve.of(new double[0], new double[0], 0.95))
                .isInstanceOf(NotEstimable.class);
        assertThat(RocCurve.of(new double[] {1, 2}, new double[] {1, 1})).isEmpty();
    }

    @Test
    void pointsOfTheCurveFallWithTheCut() {
        var points = RocCurve.of(new double[] {0.2, 0.7, 0.7, 0.9}, new double[] {0, 1, 0, 1});
        assertThat(points)
                .containsExactly(
                        new RocCurve.Point(0.9, 0.5, 0),
                        new RocCurve.Point(0.7, 1, 0.5),
                        new RocCurve.Point(0.2, 1, 1));
    }

    @Test
    void brierScoreIsAMeanOfSquares() {
        assertThat(BrierScore.of(new double[] {0.2, 1, 0.5}, new double[] {0, 1, 0}))
                .isCloseTo(0.29 / 3, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrierScore.of(new double[] {1.5}, new double[] {1}))
                .withMessage("probability of row 0 must be from 0 to 1, not 1.5");
    }

    @Test
    void faultsOfACallerAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AreaUnderCurve.of(new double[] {Double.NaN}, new double[] {1}, 0.95))
                .withMessage("score of row 0 must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AreaUnderCurve.of(new double[] {1}, new double[] {0.5}, 0.95))
                .withMessage("event of row 0 must be 0 or 1, not 0.5");
    }
}
