package eyebright.store;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a respondent comes back with, looks themselves up by, and withdraws by: five words of 2,048.
///
/// 55 random bits: nobody guesses one. The store keeps only its HMAC, so a code that is lost is lost.
///
/// @param words five, of the list
public record Code(List<String> words) {

    /// How many words a code has.
    public static final int LENGTH = 5;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /// Longer than any code with whatever stands between its words.
    private static final int LONGEST_TYPED = 500;

    private static final int LONGEST_ECHO = 20;

    public Code {
        words = List.copyOf(words);
        if (words.size() != LENGTH || !words.stream().allMatch(Words::has)) {
            throw new IllegalArgumentException("words of a code must be 5 of the list");
        }
    }

    static Code draw(SecureRandom random) {
        return new Code(random.ints(LENGTH, 0, Words.ALL.size()).mapToObj(Words.ALL::get).toList());
    }

    /// The code that somebody typed or pasted; letter case and whatever stands between words is free.
    public static Typed parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return new Typed.Mistyped("A code has five words; this is much longer.", List.of());
        }
        // As it is shown, so that a cookie, which comes with every page, needs no more.
        List<String> shown = List.of(typed.split("-", -1));
        if (shown.size() == LENGTH && shown.stream().allMatch(Words::has)) {
            return new Typed.Complete(new Code(shown));
        }
        List<String> words =
                NO_LETTERS
                        .splitAsStream(typed.toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .toList();
        var unknown = new ArrayList<String>();
        var suggestions = new ArrayList<String>();
        for (String word : words.stream().limit(2L * LENGTH).toList()) {
            if (!Words.has(word)) {
                List<String> nearest =
                        word.length() > LONGEST_ECHO ? List.of() : Words.nearest(word);
                suggestions.addAll(nearest);
                unknown.add(sentence(word, nearest));
            }
        }
        if (words.size() != LENGTH) {
            unknown.addFirst(
                    "A code has five words, not %s."
                            .formatted(words.isEmpty() ? "none" : words.size()));
        }
        return unknown.isEmpty()
                ? new Typed.Complete(new Code(words))
                : new Typed.Mistyped(String.join(" ", unknown), suggestions);
    }

    private static String sentence(String word, List<String> nearest) {
        String shown =
                word.codePointCount(0, word.length()) > LONGEST_ECHO
                        ? word.substring(0, word.offsetByCodePoints(0, LONGEST_ECHO)) + "…"
                        : word;
        return nearest.isEmpty()
                ? "There is no word \"%s\".".formatted(shown)
                : "There is no word \"%s\"; did you mean %s?"
                        .formatted(shown, String.join(" or ", nearest));
    }

    /// The code as it is shown: its words with hyphens between.
    public String text() {
        return String.join("-", words);
    }

    /// Not the code: it must not end up in a log by chance. See [#text].
    @Override
    public String toString() {
        return "Code[five words]";
    }

    /// What typing a code came to.
    public sealed interface Typed {

        /// Five words of the list. Whether a respondent has them is for the store to say.
        record Complete(Code code) implements Typed {}

        /// Not a code.
        ///
        /// @param why sentences for who typed it; not escaped
        /// @param suggestions words that may have been meant
        record Mistyped(String why, List<String> suggestions) implements Typed {
            public Mistyped {
                suggestions = List.copyOf(suggestions);
            }
        }
    }
}
