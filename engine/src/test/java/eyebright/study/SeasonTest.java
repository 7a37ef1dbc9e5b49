package eyebright.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonTest {

    private static final String QUESTIONS =
            "- {page: one, title: One, questions: [{id: a, ask: A?, text: {up-to: 20}}]}\n";

    private static final LocalDate OPENS = LocalDate.of(2027, 3, 2);
    private static final LocalDate CLOSES = LocalDate.of(2028, 2, 29);
    private static final LocalDate KEPT = LocalDate.of(2036, 12, 31);

    private static Season at(String instant, String zone, LocalDate kept) {
        Study study =
                Studies.of(
                        "opens: %s\ncloses: %s\ntime-zone: %s\n".formatted(OPENS, CLOSES, zone),
                        QUESTIONS);
        return Season.of(study, Optional.of(kept), Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T23:59:59Z, UTC, Early",
        "2027-03-02T00:00:00Z, UTC, Open",
        // A day begins where the study is.
        "2027-03-01T23:30:00Z, Europe/Berlin, Open",
        "2027-03-02T04:59:00Z, America/New_York, Early",
        // The closing day, a leap day, is the last.
        "2028-02-29T23:59:59Z, UTC, Open",
        "2028-03-01T00:00:00Z, UTC, Finishing",
        "2028-02-29T23:30:00Z, Asia/Tokyo, Finishing",
        "2028-03-30T23:59:59Z, UTC, Finishing",
        "2028-03-31T00:00:00Z, UTC, Closed",
        // Clocks went forward in between: days are counted, not hours.
        "2028-03-30T21:59:59Z, Europe/Berlin, Finishing",
        "2028-03-30T22:00:00Z, Europe/Berlin, Closed",
        "2036-12-31T23:59:59Z, UTC, Closed",
        "2037-01-01T00:00:00Z, UTC, Over",
        "2037-01-01T05:00:00Z, Pacific/Honolulu, Closed"
    })
    void aDayIsOneOfTheStudy(String instant, String zone, String season) {
        assertThat(at(instant, zone, KEPT).getClass().getSimpleName()).isEqualTo(season);
    }

    @Test
    void finishingEndsWithKeepingAtTheLatest() {
        assertThat(at("2028-03-02T00:00:00Z", "UTC", CLOSES.plusDays(3)))
                .isEqualTo(new Season.Finishing(CLOSES, CLOSES.plusDays(3)));
        assertThat(at("2028-03-04T00:00:00Z", "UTC", CLOSES.plusDays(3)))
                .isEqualTo(new Season.Over(CLOSES.plusDays(3)));
    }

    @Test
    void whoHasBegunMayGoOnUntilFinishingEnds() {
        assertThat(at("2028-03-30T00:00:00Z", "UTC", KEPT).takesAnswers()).isTrue();
        assertThat(at("2028-03-31T00:00:00Z", "UTC", KEPT).takesAnswers()).isFalse();
    }

    @Test
    void aZoneThatIsNoneIsAProblem() {
        assertThat(Studies.problems(Studies.HEAD + "time-zone: Berlin\n", QUESTIONS))
                .singleElement()
                .asString()
                .contains(
                        "time-zone of a study must be a time zone such as Europe/Berlin, not \"Berlin\"");
    }
}
