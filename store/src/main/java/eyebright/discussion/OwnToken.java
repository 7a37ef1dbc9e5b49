package eyebright.discussion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// By what somebody changes or deletes their own comment: a random number of 160 bits, told to them once.
///
/// Kept as its SHA-256 alone. A hash without a key is enough here: nobody can try 2^160 numbers.
///
/// @param text 40 digits of `[0-9a-f]`
public record OwnToken(String text) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}");
    private static final int BYTES = 20;

    public OwnToken {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("text must be 40 digits of 0-9a-f");
        }
    }

    /// A new one.
    public static OwnToken draw(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OwnToken(HexFormat.of().formatHex(bytes));
    }

    /// The token that somebody brought along, if it has the form of one.
    public static Optional<OwnToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OwnToken(text)) : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    /// Not the token: it must not end up in a log by chance. See [#text].
    @Override
    public String toString() {
        return "OwnToken[40 digits]";
    }
}
