package eyebright.respondents;

/// One source of numbers: a variable, a trait, the noise of an item.
///
/// @param name what it is for
/// @param hash of the name
/// @param column its place among those that are balanced in pairs in a calibrating sample, or [#HASHED]
record Variate(String name, long hash, int column) {

    /// A place for what no other variable reads.
    static final int HASHED = -1;

    /// So many numbers an attempt has.
    static final int AN_ATTEMPT = 64;

    Variate {
        if (column < HASHED || column >= Calibrating.COLUMNS) {
            throw new IllegalArgumentException("no column " + column + " for " + name);
        }
    }
}
