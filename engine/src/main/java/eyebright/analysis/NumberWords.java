package eyebright.analysis;

import java.util.List;

/// Small whole numbers as they are said.
public final class NumberWords {

    private static final List<String> WORDS =
            List.of(
                    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");

    private NumberWords() {}

    /// `none` to `twelve`, and numerals for every other number.
    public static String of(int number) {
        return number >= 0 && number < WORDS.size() ? WORDS.get(number) : Integer.toString(number);
    }
}
