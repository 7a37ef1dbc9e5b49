package eyebright.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrequencyTest {

    @Test
    void aShareHasTheErrorOfABinomial() {
        assertThat(new Frequency(380, 1_000).share()).isEqualTo(0.38);
        assertThat(new Frequency(380, 1_000).error())
                .isCloseTo(Math.sqrt(0.38 * 0.62 / 1_000), within(1e-4));
    }

    @Test
    void whatNeverCameOutHasAnErrorToo() {
        assertThat(new Frequency(0, 1_000).error()).isBetween(0.001, 0.002);
        assertThat(new Frequency(0, 1_000).error())
                .isCloseTo(new Frequency(1_000, 1_000).error(), within(1e-15));
        assertThat(new Frequency(0, 0).share()).isZero();
    }

    @Test
    void aCountIsNeverMoreThanThereWere() {
        assertThatThrownBy(() -> new Frequency(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count must be 0 to 2, not 3");
    }

    @Test
    void chancesAreSaidAsOneSaysThem() {
        assertThat(Said.inStudies(new Frequency(0, 1_000))).isEqualTo("none of 1,000 studies");
        assertThat(Said.inStudies(new Frequency(2, 1_000)))
                .isEqualTo("fewer than 1 of 100 studies");
        assertThat(Said.inStudies(new Frequency(384, 1_000))).isEqualTo("38 of 100 studies");
        assertThat(Said.inStudies(new Frequency(999, 1_000)))
                .isEqualTo("more than 99 of 100 studies");
        assertThat(Said.inStudies(new Frequency(1_000, 1_000))).isEqualTo("all of 1,000 studies");
        assertThat(Said.percent(new Frequency(1, 1_000))).isEqualTo("<1 %");
        assertThat(Said.respondents(921.3, 33)).isEqualTo("950");
        assertThat(Said.respondents(921.3, 12)).isEqualTo("930");
        assertThat(Said.respondents(921.3, 2)).isEqualTo("922");
        assertThat(Said.margin(12.5, "points")).isEqualTo("12.5 points");
        assertThat(Said.margin(0.15, "")).isEqualTo("0.15");
        assertThat(Said.margin(100, "%")).isEqualTo("100 %");
    }
}
