package eyebright.stats.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimultaneousIntervalsTest {

    @Test
    void fiveIntervalsOfNinetyFivePercentNeedNinetyNine() {
        assertThat(SimultaneousIntervals.BONFERRONI.levelOfEach(0.95, 5))
                .isCloseTo(0.99, within(1e-15));
        // 0.95^(1/5) in mpmath 1.3.0
        assertThat(SimultaneousIntervals.SIDAK.levelOfEach(0.95, 5))
                .isCloseTo(0.98979378168698850, within(1e-15));
    }

    @Test
    void sidakLiesBetweenTheLevelAndBonferroni() {
        for (int k = 2; k < 100; k++) {
            double sidak = SimultaneousIntervals.SIDAK.levelOfEach(0.9, k);
            assertThat(sidak).isBetween(0.9, SimultaneousIntervals.BONFERRONI.levelOfEach(0.9, k));
            assertThat(Math.pow(sidak, k)).isCloseTo(0.9, within(1e-12));
        }
    }

    @Test
    void oneIntervalKeepsItsLevelAndNoneReachesOne() {
        for (var kind : SimultaneousIntervals.values()) {
            assertThat(kind.levelOfEach(0.95, 1)).isEqualTo(0.95);
            assertThat(kind.levelOfEach(1 - 1e-12, Integer.MAX_VALUE)).isLessThan(1);
        }
    }

    @Test
    void countAndLevelOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimultaneousIntervals.SIDAK.levelOfEach(0.95, 0))
                .withMessage("k must be 1 or more, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimultaneousIntervals.SIDAK.levelOfEach(1, 3))
                .withMessage("level must be above 0 and below 1, not 1.0");
    }
}
