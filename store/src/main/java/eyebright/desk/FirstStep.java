package eyebright.desk;

import java.time.Duration;

/// What an address and a password came to.
public sealed interface FirstStep {

    /// They are right; the code is asked next.
    ///
    /// @param token to be given back with the code
    record CodeNext(Token token) implements FirstStep {}

    /// One of them is wrong.
    record Wrong() implements FirstStep {}

    /// So many log in at once that nobody looks at this one.
    record Busy() implements FirstStep {}

    /// There were so many wrong ones that nobody looks at this one.
    ///
    /// @param time how long until the next
    record Wait(Duration time) implements FirstStep {}
}
