package eyebright.desk;

import java.time.Duration;

/// What a code came to that was asked before something that cannot be taken back.
public sealed interface Fresh {

    /// It is that of the phone, and now used.
    record Right() implements Fresh {}

    /// It is wrong, or was used before.
    record Wrong() implements Fresh {}

    /// There were so many wrong ones that nobody looks at this one.
    ///
    /// @param time how long until the next
    record Wait(Duration time) implements Fresh {}
}
