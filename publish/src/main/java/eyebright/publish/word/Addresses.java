package eyebright.publish.word;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses as a Word document holds them.
final class Addresses {

    private static final Pattern ALLOWED = Pattern.compile("(?i)(https?://|mailto:)[^\\s].*");
    private static final String AS_THEY_ARE =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&()*+,;=%";

    private Addresses() {}

    /// An address in letters that every address may have; empty for one that may not stand in a document.
    static Optional<String> of(String address) {
        if (!ALLOWED.matcher(address).matches()) {
            return Optional.empty();
        }
        var letters = new StringBuilder(address.length());
        address.codePoints()
                .forEach(
                        c -> {
                            if (AS_THEY_ARE.indexOf(c) >= 0) {
                                letters.appendCodePoint(c);
                            } else {
                                encode(Character.toString(c), letters);
                            }
                        });
        try {
            return Optional.of(new URI(letters.toString()).toString());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static void encode(String character, StringBuilder into) {
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            into.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
    }
}
