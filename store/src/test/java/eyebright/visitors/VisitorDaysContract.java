package eyebright.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is counted, whatever database is under it.
abstract class VisitorDaysContract {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

    @TempDir Path folder;
    private Path data;

    /// The folder, with whatever says which database it is.
    abstract Path inDatabase(Path folder);

    @BeforeEach
    void begin() {
        data = inDatabase(folder);
    }

    @Test
    void daysAddUp() {
        try (var days = VisitorDays.open(data)) {
            days.add("hello", MONDAY, new Came(3, 1));
            days.add("hello", MONDAY, new Came(2, 2));
            days.add("hello", MONDAY.plusDays(1), new Came(4, 0));
            days.add("tears", MONDAY, new Came(7, 7));

            assertThat(days.on("hello", MONDAY)).isEqualTo(new Came(5, 3));
            assertThat(days.all("hello")).isEqualTo(new Came(9, 3));
            assertThat(days.before("hello", MONDAY.plusDays(1))).isEqualTo(new Came(5, 3));
            assertThat(days.on("hello", MONDAY.minusDays(1))).isEqualTo(Came.NONE);
        }
    }

    @Test
    void countsStayWhereTheSiteBeginsAgain() {
        try (var days = VisitorDays.open(data)) {
            days.add("hello", MONDAY, new Came(3, 1));
        }
        try (var days = VisitorDays.open(data)) {
            days.add("hello", MONDAY, new Came(1, 1));

            assertThat(VisitorDays.all(data, "hello")).isEqualTo(new Came(4, 2));
        }
    }

    @Test
    void nothingWasCountedWhereThereIsNoDatabase() {
        assertThat(VisitorDays.all(data, "hello")).isEqualTo(Came.NONE);
    }
}
