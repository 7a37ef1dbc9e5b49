package eyebright.desk;

import java.util.List;

/// What setting up came to.
public sealed interface SetUp {

    /// The account is ready, and somebody is logged in.
    ///
    /// @param session its token
    /// @param recovery the recovery codes, to be shown once
    record Done(Token session, List<String> recovery) implements SetUp {
        public Done {
            recovery = List.copyOf(recovery);
        }
    }

    /// The code was not that of the phone. The link can still be used.
    record WrongCode() implements SetUp {}

    /// The link is used up, or too old, or never was one.
    record Gone() implements SetUp {}
}
