package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeanTest {

    /// t(4; .975) = 2.77644510519779436 (mpmath 1.3.0) times sqrt(2.5 / 5).
    @Test
    void intervalIsThatOfStudent() {
        var mean = Mean.of(Moments.of(new double[] {1, 2, 3, 4, 5}), 0.95);

        double reach = 2.7764451051977943 * Math.sqrt(0.5);
        assertThat(known(mean).value()).isEqualTo(3);
        assertThat(interval(mean).low()).isCloseTo(3 - reach, within(1e-14));
        assertThat(interval(mean).high()).isCloseTo(3 + reach, within(1e-14));
        assertThat(known(mean).n()).isEqualTo(5);
    }

    @Test
    void fewerThanTwoOrEqualValuesSayWhy() {
        assertThat(Mean.of(Moments.NONE, 0.95)).isEqualTo(new NotEstimable("there are no values"));
        assertThat(Mean.of(new Moments(1, 4, 0), 0.95))
                .isEqualTo(new NotEstimable("there is only 1 value"));
        assertThat(Mean.of(new Moments(12, 4, 0), 0.95))
                .isEqualTo(new NotEstimable("all 12 values are equal"));
    }

    @Test
    void ninetyFiveOfAHundredIntervalsHoldTheTruth() {
        var random = new SplittableRandom(95);
        int held = 0;
        for (int i = 0; i < 4000; i++) {
            double[] values = new double[6];
            for (int j = 0; j < values.length; j++) {
                values[j] = 10 + 3 * random.nextGaussian();
            }
            held += interval(Mean.of(Moments.of(values), 0.95)).contains(10) ? 1 : 0;
        }
        // Three Monte Carlo errors of sqrt(.95 .05 / 4000).
        assertThat(held / 4000.0).isCloseTo(0.95, within(0.0104));
    }
}
