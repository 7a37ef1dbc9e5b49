package eyebright.server.page;

/// What a site does with the answers it is given.
public sealed interface Mode {

    /// They are kept for good: refused while a consent has placeholders.
    record Collecting() implements Mode {}

    /// They are kept until the site closes: for trying a study out.
    record Preview() implements Mode {}

    /// The site begins full of made-up respondents, says so on every page, and keeps nothing.
    ///
    /// @param respondents how many, at least 1
    /// @param seed equal seeds make equal respondents
    record Rehearsed(int respondents, long seed) implements Mode {
        public Rehearsed {
            if (respondents < 1) {
                throw new IllegalArgumentException(
                        "respondents must be 1 or more, not " + respondents);
            }
        }
    }
}
