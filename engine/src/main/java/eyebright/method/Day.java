package eyebright.method;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A day as sentences and pages say it.
public final class Day {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Day() {}

    /// Such as `31 December 2036`.
    public static String inWords(LocalDate day) {
        return WORDS.format(day);
    }
}
