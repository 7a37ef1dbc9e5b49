package eyebright.server.figures;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Origin;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RestTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "200, 1000",
        "1000, 5000",
        "1001, 5020",
        "2000, 25000",
        "7000, 125000",
        "30750, 600000",
        "30751, 600000",
        "3600000, 600000"
    })
    void longWorkRestsLonger(int took, int rest) {
        assertThat(Rest.after(Duration.ofMillis(took))).isEqualTo(Duration.ofMillis(rest));
    }

    @ParameterizedTest
    @CsvSource({"7000, 35000", "200, 1000"})
    void forWhoTriesAStudyOutItIsAlwaysShort(int took, int rest) {
        long now = System.nanoTime();
        Rest after =
                Rest.after(now - Duration.ofMillis(took).toNanos(), new Origin.Rehearsed("flat:1"));
        // What passes while the test runs counts as work, five times, and then as rest, once.
        assertThat(after.until() - now).isGreaterThanOrEqualTo(Duration.ofMillis(rest).toNanos());
        assertThat(after.left()).isGreaterThan(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, false", "PT0S, true", "PT-1S, true"})
    void itIsOverWhenItsTimeHasCome(Duration rest, boolean over) {
        assertThat(Rest.of(rest).isOver()).isEqualTo(over);
    }
}
