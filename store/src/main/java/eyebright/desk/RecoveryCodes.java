package eyebright.desk;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Codes to log in with, once each, where the phone is not at hand: `k7wq-m2xd-9hct-p4rv`, 79 random bits. Letters and
/// digits that are taken for each other are not among theirs.
final class RecoveryCodes {

    /// How many a researcher gets.
    static final int MANY = 8;

    private static final String SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    static String draw(SecureRandom random) {
        return Stream.generate(() -> group(random)).limit(GROUPS).collect(Collectors.joining("-"));
    }

    private static String group(SecureRandom random) {
        return IntStream.generate(() -> SIGNS.charAt(random.nextInt(SIGNS.length())))
                .limit(GROUP)
                .collect(
                        StringBuilder::new,
                        (text, sign) -> text.append((char) sign),
                        StringBuilder::append)
                .toString();
    }

    /// What counts of a code that was typed: its letters and digits.
    static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
