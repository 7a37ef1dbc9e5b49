package eyebright.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OddsRangeTest {

    @Test
    void holdsNinetyFivePercentOfItsPrior() {
        var range = new OddsRange(0.5, 2);

        assertThat(range.mean()).isCloseTo(0, within(1e-15));
        // log(2) / qnorm(.975)
        assertThat(range.sd()).isCloseTo(0.353653019151067, within(1e-12));
        assertThat(new OddsRange(1, 4).mean()).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void goesUpFromAboveZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OddsRange(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new OddsRange(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new OddsRange(1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OddsRange(1, Double.POSITIVE_INFINITY));
    }
}
