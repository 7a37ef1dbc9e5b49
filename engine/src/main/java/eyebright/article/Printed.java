package eyebright.article;

/// What a text prints of a finding: words, or why there are none.
public sealed interface Printed {

    /// Words to be printed.
    record Said(String text) implements Printed {}

    /// Nothing can be said.
    ///
    /// @param why a clause, such as `nobody answered`
    record Open(String why) implements Printed {}
}
