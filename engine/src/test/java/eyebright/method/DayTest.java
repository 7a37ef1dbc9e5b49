package eyebright.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTest {

    @Test
    void daysAreSaidWithTheirMonth() {
        assertThat(Day.inWords(LocalDate.of(2036, 12, 31))).isEqualTo("31 December 2036");
        assertThat(Day.inWords(LocalDate.of(2027, 3, 1))).isEqualTo("1 March 2027");
    }
}
