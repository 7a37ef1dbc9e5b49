package eyebright.explore;

/// How many others are in one cell.
public sealed interface Cell {

    /// A number that may be shown.
    ///
    /// @param count how many
    /// @param hundredths of all that answered, so many in 100; where a row is in one cell only, those of all
    ///   cells add up to 100
    record Count(int count, int hundredths) implements Cell {}

    /// So few, or all but so few, that nobody is to be recognised.
    record Few() implements Cell {}
}
