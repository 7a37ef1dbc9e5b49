package eyebright.desk;

import java.time.Duration;

/// What a code came to, after the password.
public sealed interface SecondStep {

    /// It is right: somebody is logged in.
    ///
    /// @param session its token
    record Open(Token session) implements SecondStep {}

    /// It is wrong, or was used before.
    record Wrong() implements SecondStep {}

    /// There were so many wrong ones that nobody looks at this one.
    ///
    /// @param time how long until the next
    record Wait(Duration time) implements SecondStep {}

    /// It is too long since the password: both are asked anew.
    record Anew() implements SecondStep {}
}
