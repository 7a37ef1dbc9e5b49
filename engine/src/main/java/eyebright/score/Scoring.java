package eyebright.score;

/// How the answered items of a scale become one number.
public enum Scoring {
    /// The mean of the answered items.
    MEAN,
    /// The mean of the answered items times the number of all items: the sum, where all are answered, and
    /// comparable with it where some are not.
    SUM
}
