package eyebright.discussion;

import java.util.List;

/// A comment that begins a thread, with its answers in the order in which they came. Only what is published.
///
/// @param id of the comment that begins it
/// @param opening that comment, or why it is not there
public record Conversation(CommentId id, Opening opening, List<Comment> answers) {

    public Conversation {
        answers = List.copyOf(answers);
    }

    /// What a thread begins with.
    public sealed interface Opening {

        /// A published comment.
        record Shown(Comment comment) implements Opening {}

        /// A comment that was answered and is not shown any more.
        record Absent(Why why) implements Opening {}
    }

    /// Why the beginning of a thread is not shown.
    public enum Why {
        /// Its author removed it.
        REMOVED_BY_AUTHOR,
        /// The researchers removed or refused it.
        REMOVED_BY_RESEARCHERS,
        /// Its author changed it, and it waits to be read again.
        CHANGED
    }

    /// How many comments of it are shown.
    public int size() {
        return answers.size() + (opening instanceof Opening.Shown ? 1 : 0);
    }
}
