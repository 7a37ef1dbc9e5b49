package eyebright.store;

/// How many respondents a study has. The withdrawn are not among them.
///
/// @param started who agreed
/// @param sent who reached the end and sent
public record Counts(int started, int sent) {

    public Counts {
        if (sent < 0 || sent > started) {
            throw new IllegalArgumentException(
                    "sent must be 0 to started, not %d of %d".formatted(sent, started));
        }
    }
}
