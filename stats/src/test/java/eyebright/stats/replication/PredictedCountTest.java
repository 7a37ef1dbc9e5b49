package eyebright.stats.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictedCountTest {

    @Test
    void ofTheSurveyOf2013From459To524AreToBeExpected() {
        assertThat(PredictedCount.of(492, 684, 684, 0.95)).isEqualTo(new Interval(459, 524, 0.95));
    }

    @Test
    void nobodyOfFewMayStillBeSomeOfMany() {
        Interval of = PredictedCount.of(0, 5, 100, 0.95);

        assertThat(of.low()).isZero();
        assertThat(of.high()).isBetween(20.0, 60.0);
    }

    @ParameterizedTest
    @CsvSource({"3, 10, 1", "7, 7, 20", "0, 1, 1", "500, 1000, 3"})
    void aHigherLevelIsWiderAndNeverLeavesTheRespondents(int x, int n, int newN) {
        Interval narrow = PredictedCount.of(x, n, newN, 0.5);
        Interval wide = PredictedCount.of(x, n, newN, 0.99);

        assertThat(wide.low()).isBetween(0.0, narrow.low());
        assertThat(wide.high()).isBetween(narrow.high(), (double) newN);
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatThrownBy(() -> PredictedCount.of(6, 5, 10, 0.95))
                .hasMessage("x must be from 0 to 5, not 6");
        assertThatThrownBy(() -> PredictedCount.of(0, 0, 10, 0.95))
                .hasMessage("n and newN must be 1 or more, not 0 and 10");
    }
}
