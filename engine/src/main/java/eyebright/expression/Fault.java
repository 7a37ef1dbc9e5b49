package eyebright.expression;

/// What is wrong with an expression, and where in its text.
///
/// @param kind which rule it breaks
/// @param offset where it begins, in characters from 0
/// @param problem what is wrong, naming the offending text
/// @param fix one thing to do
public record Fault(Kind kind, int offset, String problem, String fix) {

    /// The rules an expression can break.
    public enum Kind {
        /// The text does not read as an expression.
        SYNTAX,
        /// Two things are compared or joined that cannot be.
        TYPE,
        /// A variable, option or item that is not there.
        UNKNOWN
    }
}
