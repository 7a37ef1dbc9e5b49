package eyebright.desk;

import eyebright.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// 256 random bits that open something to whoever has them: a session, or a link that is used once. Only the
/// hash is kept. No salt and no slow hash are needed, since nobody can guess 256 bits.
///
/// @param text 43 characters that an address or a cookie may hold
public record Token(String text) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public Token {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "token must be 43 characters of base64url, not %d".formatted(text.length()));
        }
    }

    /// The token that somebody sent, if it can be one.
    public static Optional<Token> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Token(text)) : Optional.empty();
    }

    static Token draw(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// What is kept of it: SHA-256.
    byte[] hash() {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// Not the token: it must not end up in a log by chance. See [#text].
    @Override
    public String toString() {
        return "Token[256 bits]";
    }
}
