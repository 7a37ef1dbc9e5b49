package eyebright.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which passwords are taken: long ones that nobody tries first. No rule asks for digits or signs; those make passwords
/// that people write down and programs guess.
public final class PasswordRules {

    /// The fewest characters.
    public static final int LEAST = 12;

    /// The most characters.
    public static final int MOST = 200;

    /// How many characters must be left beside one's own address.
    private static final int LEAST_BESIDE = 8;

    private static final int LEAST_DIFFERENT = 5;
    private static final int SHORTEST_NAME = 4;

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /// Why that password is not taken, as a sentence; nothing if it is.
    ///
    /// @param email whose password it is to be
    public static Optional<String> complaint(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST) {
            return Optional.of(
                    "The password must have %d characters or more, not %d."
                            .formatted(LEAST, length));
        }
        if (length > MOST) {
            return Optional.of(
                    "The password must have at most %d characters, not %,d."
                            .formatted(MOST, length));
        }
        String plain = plain(password);
        if (isNear(plain, plain(email)) || isNear(plain, plain(email.replaceFirst("@.*", "")))) {
            return Optional.of("The password is too near to your e-mail address. Choose another.");
        }
        if (isCommon(plain) || isMonotonous(password)) {
            return Optional.of(
                    "That password is one of those that are tried first. Four or five words that have"
                            + " nothing to do with each other make a good one.");
        }
        return Optional.empty();
    }

    private static boolean isNear(String plain, String name) {
        return name.length() >= SHORTEST_NAME
                && plain.contains(name)
                && plain.length() - name.length() < LEAST_BESIDE;
    }

    private static boolean isCommon(String plain) {
        String letters = plain.replaceAll("[0-9]+$", "").replaceAll("^[0-9]+", "");
        return COMMON.contains(plain) || COMMON.contains(letters) || repeats(letters);
    }

    /// Whether a common word stands there twice or more, and nothing else.
    private static boolean repeats(String letters) {
        for (int unit = 1; unit <= letters.length() / 2; unit++) {
            String first = letters.substring(0, unit);
            if (letters.length() % unit == 0
                    && first.repeat(letters.length() / unit).equals(letters)
                    && (unit < LEAST_DIFFERENT || COMMON.contains(first))) {
                return true;
            }
        }
        return false;
    }

    /// Few different characters, or each next to the one before: `aaaaaaaaaaab`, `abcdefghijkl`.
    private static boolean isMonotonous(String password) {
        int[] points = password.codePoints().toArray();
        int inLine = 0;
        for (int i = 1; i < points.length; i++) {
            inLine += Math.abs(points[i] - points[i - 1]) <= 1 ? 1 : 0;
        }
        return password.codePoints().distinct().count() < LEAST_DIFFERENT
                || inLine >= points.length - 2;
    }

    /// Letters and digits in lower case.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Set<String> common() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException(
                        "no common-passwords.txt beside " + PasswordRules.class.getName());
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
