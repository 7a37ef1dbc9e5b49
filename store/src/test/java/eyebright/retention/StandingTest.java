package eyebright.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest {

    private static final LocalDate END = LocalDate.of(2036, 2, 29);

    /// The days from so many after the end to so many after it.
    private static SortedSet<LocalDate> seen(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(END::plusDays)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Standing at(int daysAfter, SortedSet<LocalDate> seen) {
        return Standing.of(END, END.plusDays(daysAfter), seen);
    }

    @Test
    void noticeIsGivenThirtyDaysBefore() {
        assertThat(at(-31, new TreeSet<>())).isEqualTo(new Standing.Kept());
        assertThat(at(-30, new TreeSet<>())).isEqualTo(new Standing.Ending(30));
        assertThat(at(0, seen(-30, 0))).isEqualTo(new Standing.Ending(0));
        assertThat(Standing.isNoted(END, END.minusDays(31))).isFalse();
        assertThat(Standing.isNoted(END, END.minusDays(30))).isTrue();
    }

    @Test
    void aClockThatWalkedThereIsBelievedOnTheDayAfter() {
        assertThat(at(1, seen(-30, 0))).isEqualTo(new Standing.Due());
        assertThat(at(1, seen(-6, 1))).isEqualTo(new Standing.Due());
        assertThat(END.plusDays(1)).isEqualTo(LocalDate.of(2036, 3, 1));
    }

    @Test
    void aLongWeekendWithoutTheSiteIsNoJump() {
        assertThat(at(2, seen(-12, -2))).isEqualTo(new Standing.Due());
        assertThat(at(2, seen(-12, -3))).isEqualTo(new Standing.Doubted(13));
    }

    @Test
    void aFewDaysAreNoWalk() {
        assertThat(at(1, seen(-5, 0))).isEqualTo(new Standing.Doubted(13));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 400, 40_000})
    void aClockThatJumpedThereIsNotBelievedOnItsFirstDay(int daysAfter) {
        assertThat(at(daysAfter, new TreeSet<>())).isEqualTo(new Standing.Doubted(13));
        assertThat(at(daysAfter, seen(daysAfter, daysAfter))).isEqualTo(new Standing.Doubted(13));
    }

    @ParameterizedTest
    @CsvSource({"100, 112, 1", "100, 111, 2", "100, 100, 13"})
    void aClockThatJumpedThereIsBelievedAfterTwoWeeks(int from, int to, int left) {
        assertThat(at(to, seen(from, to))).isEqualTo(new Standing.Doubted(left));
        assertThat(at(from + 13, seen(from, from + 13))).isEqualTo(new Standing.Due());
    }

    @Test
    void daysOfAClockThatWentBackDoNotCount() {
        assertThat(at(20, seen(21, 60))).isEqualTo(new Standing.Doubted(13));
        assertThat(at(-5, seen(1, 60))).isEqualTo(new Standing.Ending(5));
    }
}
