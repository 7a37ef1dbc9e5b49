package eyebright.discussion;

import java.time.LocalDate;
import java.util.Optional;

/// What somebody said.
///
/// @param topic what it is about
/// @param thread the comment that it answers; empty where it begins a thread
/// @param name as its author wrote it; empty where they gave none
/// @param text Markdown, hostile: see to it when it is shown
/// @param day when it was sent or last changed
/// @param isByResearcher whether it is an answer of the researchers of the study, written at their desk
/// @param revision how often its author has changed it: what a moderator read, they name by it
/// @param reports how many readers reported it since it was last published
public record Comment(
        CommentId id,
        Topic topic,
        Optional<CommentId> thread,
        String name,
        Role role,
        String text,
        LocalDate day,
        boolean isByResearcher,
        State state,
        int revision,
        int reports) {

    /// Whether everybody sees it.
    public boolean isPublished() {
        return state instanceof State.Published;
    }
}
