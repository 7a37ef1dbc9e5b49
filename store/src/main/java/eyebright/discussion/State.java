package eyebright.discussion;

/// What has become of a comment.
public sealed interface State {

    /// It waits to be read by the researchers; nobody else sees it.
    record Waiting() implements State {}

    /// Everybody sees it.
    record Published() implements State {}

    /// The researchers do not show it.
    ///
    /// @param reason what its author is told
    record Refused(String reason) implements State {}

    /// Nothing of it is kept but its place, since it was answered.
    ///
    /// @param by who removed it
    record Removed(By by) implements State {}

    /// Who removed a comment.
    enum By {
        /// Who wrote it.
        AUTHOR,
        /// The researchers of the study.
        RESEARCHERS
    }
}
