package eyebright.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Interval, estimate and test result check themselves.
class EstimateTest {

    @Test
    void intervalHoldsItsEnds() {
        var interval = new Interval(-1, 2, 0.9);

        assertThat(interval.contains(-1)).isTrue();
        assertThat(interval.contains(2)).isTrue();
        assertThat(interval.contains(2.1)).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
    }

    @Test
    void intervalRefusesWhatIsNoRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(Double.NaN, 1, 0.9))
                .withMessage("low must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0, Double.POSITIVE_INFINITY, 0.9))
                .withMessage("high must be finite, not Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(2, 1, 0.9))
                .withMessage("low must be at most high, not 2.0 to 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(1, 2, Double.NaN))
                .withMessage("level must be above 0 and below 1, not NaN");
    }

    @Test
    void knownValueIsFiniteAndRestsOnSomebody() {
        assertThat(Known.bare(0.5, 3).interval()).isEmpty();
        assertThat(Known.of(0.5, new Interval(0, 1, 0.9), 3).interval())
                .hasValue(new Interval(0, 1, 0.9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Known.bare(Double.NaN, 3))
                .withMessage("value must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Known.bare(1, 0))
                .withMessage("n must be 1 or more, not 0");
    }

    @Test
    void whatIsNotEstimableHasAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotEstimable(" "))
                .withMessage("reason must be a clause, not blank");
    }

    @Test
    void testResultCopiesItsDegreesOfFreedom() {
        List<Double> df = new ArrayList<>(List.of(2.0, 17.5));
        var result = new TestResult("F", OptionalDouble.of(3), df, 0.04);
        df.clear();

        assertThat(result.df()).containsExactly(2.0, 17.5);
    }

    @Test
    void testResultRefusesWhatIsNoResult() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestResult.exact("Fisher's exact test", 1.1))
                .withMessage("p of Fisher's exact test must be from 0 to 1, not 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestResult.of("t", Double.NaN, 0.5))
                .withMessage("statistic of t must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestResult.of("t", 1, 0.5, -2.0))
                .withMessage("df of t must be finite and 0 or more, not -2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestResult.exact("", 1))
                .withMessage("name must be that of a test, not blank");
    }
}
