package eyebright.discussion;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which comment, as a random number of 128 bits. It stands in pages, so that it opens nothing.
///
/// @param hex 32 digits of `[0-9a-f]`
public record CommentId(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;

    public CommentId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("hex must be 32 digits of 0-9a-f, not " + hex);
        }
    }

    /// The id that somebody wrote in a form or an address, if it is one.
    public static Optional<CommentId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CommentId(text)) : Optional.empty();
    }

    static CommentId draw(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new CommentId(HexFormat.of().formatHex(bytes));
    }
}
