package eyebright.server.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RestTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "200, 1000", "1000, 5000", "1001, 5020", "2000, 25000", "7000, 125000"})
    void longWorkRestsLonger(int took, int rest) {
        assertThat(Rest.after(Duration.ofMillis(took))).isEqualTo(Duration.ofMillis(rest));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, false", "PT0S, true", "PT-1S, true"})
    void itIsOverWhenItsTimeHasCome(Duration rest, boolean over) {
        assertThat(Rest.of(rest).isOver()).isEqualTo(over);
    }
}
