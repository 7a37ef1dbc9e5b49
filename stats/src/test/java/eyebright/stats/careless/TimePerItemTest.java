package eyebright.stats.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import org.junit.jupiter.api.Test;

class TimePerItemTest {

    @Test
    void secondsAreSharedAmongTheItemsAnswered() {
        assertThat(TimePerItem.of(30, 20)).isEqualTo(Known.bare(1.5, 20));
        assertThat(TimePerItem.of(0, 3)).isEqualTo(Known.bare(0, 3));
    }

    @Test
    void noItemHasNoTime() {
        assertThat(TimePerItem.of(30, 0))
                .isEqualTo(new NotEstimable("none of the items was answered"));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePerItem.of(-1, 3))
                .withMessage("seconds must be finite and 0 or more, not -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePerItem.of(1, -3))
                .withMessage("answered must be 0 or more, not -3");
    }
}
