package eyebright.discussion;

import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody wants to say.
///
/// Characters that nobody sees and that turn other characters around are not in it: controls but for line ends
/// and tabs, and the marks that reverse the direction of writing. A text or a name of nothing but blanks, marks and
/// characters without a shape is empty.
///
/// @param name a name or a pseudonym in one line; may be empty
/// @param text Markdown, not empty
/// @param email only if given
public record Draft(String name, Role role, String text, Optional<String> email) {

    /// The most characters of a text.
    public static final int LONGEST_TEXT = 5_000;

    /// The most characters of a name.
    public static final int LONGEST_NAME = 80;

    /// The most characters of an e-mail address.
    public static final int LONGEST_EMAIL = 254;

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\n\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\p{Cs}]");

    /// What is seen by itself. The blanks named here are letters or signs to Unicode.
    private static final Pattern SEEN =
            Pattern.compile(
                    "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}\\p{M}\\s\\u115F\\u1160\\u2800\\u3164\\uFFA0]");

    /// What has no shape of its own, but for the two joiners that some scripts and pictures need.
    private static final Pattern SHAPELESS = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");

    public Draft {
        name = seen(SHAPELESS.matcher(UNSEEN.matcher(name).replaceAll("")).replaceAll(""));
        name = name.strip().replaceAll("\\s+", " ");
        text = seen(UNSEEN.matcher(text.replace("\r\n", "\n")).replaceAll("").strip());
        email = email.map(String::strip).filter(given -> !given.isEmpty());
        if (length(name) > LONGEST_NAME) {
            throw tooLong("name", LONGEST_NAME, name);
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("text must not be empty");
        }
        if (length(text) > LONGEST_TEXT) {
            throw tooLong("text", LONGEST_TEXT, text);
        }
        if (email.filter(given -> !isEmail(given)).isPresent()) {
            throw new IllegalArgumentException("email must be an address with an @");
        }
    }

    /// How many characters a text has, as people count them who see them one by one.
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Whether that looks like an e-mail address.
    public static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    private static String seen(String text) {
        return SEEN.matcher(text).find() ? text : "";
    }

    private static IllegalArgumentException tooLong(String what, int most, String text) {
        return new IllegalArgumentException(
                "%s must be at most %d characters, not %d".formatted(what, most, length(text)));
    }
}
