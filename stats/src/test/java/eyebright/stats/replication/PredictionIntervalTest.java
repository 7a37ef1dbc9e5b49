package eyebright.stats.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eyebright.stats.reference.ExpectedValues;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PredictionIntervalTest {

    @Test
    void ofACorrelationIsThatOfR() {
        var interval = PredictionInterval.ofCorrelation(0.21, 120, 684, 0.95);
        ExpectedValues.of("published r=.21 n=120, new r=.15 n=684")
                .only(Set.of("pi_low", "pi_high"))
                .areMetBy(Map.of("pi_low", interval.low(), "pi_high", interval.high()));
    }

    @Test
    void withoutErrorsItIsTheEstimate() {
        assertThat(PredictionInterval.of(2, 0, 0, 0.95).low()).isEqualTo(2);
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionInterval.of(0, -1, 1, 0.95))
                .withMessage("se must be finite and 0 or more, not -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionInterval.ofCorrelation(1, 10, 10, 0.95))
                .withMessage("r must be above -1 and below 1, not 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalEstimate.ofCorrelation(0.3, 3))
                .withMessage("n must be 4 or more, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormalEstimate(0.3, 0))
                .withMessage("error must be finite and above 0, not 0.0");
    }
}
