package eyebright.store;

/// What a text must be to be kept: every database keeps it and gives it back as it was.
final class Texts {

    /// More than any id, hash or name of the house needs.
    private static final int LONGEST_NAME = 200;

    private Texts() {}

    /// The text, if it has no NUL and no lone surrogate.
    ///
    /// @param what what to call it in an error
    /// @throws IllegalArgumentException if it has
    static String whole(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException(
                        "%s must have no NUL, not one at %d".formatted(what, i));
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException(
                        "%s must be whole characters, not half of one at %d".formatted(what, i));
            }
        }
        return text;
    }

    /// The text, if it is also neither empty nor longer than a name is.
    ///
    /// @param what what to call it in an error
    /// @throws IllegalArgumentException if it is
    static String name(String what, String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "%s must be 1 to %d characters, not %d"
                            .formatted(what, LONGEST_NAME, text.length()));
        }
        return whole(what, text);
    }
}
