package eyebright.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Who answered, as a random number of 128 bits that says nothing about anybody.
///
/// @param hex 32 digits of `[0-9a-f]`
public record RespondentId(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public RespondentId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "respondent id must be 32 digits of 0-9a-f, not %d characters"
                            .formatted(hex.length()));
        }
    }

    static RespondentId draw(SecureRandom random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return new RespondentId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}
