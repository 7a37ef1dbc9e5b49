package eyebright.store;

/// A save that is committed and synced.
///
/// @param sequence the place of its row in the log; of the first such row if it was the same save again
/// @param wasNew whether a row was written: false if an equal save had been kept before
public record Saved(long sequence, boolean wasNew) {}
