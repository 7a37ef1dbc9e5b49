package eyebright.discussion;

import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody wants to say.
///
/// Characters that nobody sees and that turn other characters around are not in it: controls but for line ends
/// and tabs, and the marks that reverse the direction of writing.
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
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");

    public Draft {
        name = UNSEEN.matcher(name).replaceAll("").strip().replaceAll("\\s+", " ");
        text = UNSEEN.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
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

    private static IllegalArgumentException tooLong(String what, int most, String text) {
        return new IllegalArgumentException(
                "%s must be at most %d characters, not %d".formatted(what, most, length(text)));
    }
}
