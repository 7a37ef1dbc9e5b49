package eyebright.discussion;

import java.time.LocalDate;

/// What was done with a comment, as the log of moderation keeps it.
///
/// @param comment its id; it may be gone
/// @param who the researcher, as they are named at the desk; empty where its author did it
/// @param note the reason of a refusal; empty otherwise, and once the comment is removed
public record Action(CommentId comment, LocalDate day, String who, Deed deed, String note) {

    /// What can be done with a comment.
    public enum Deed {
        /// It was shown, or left shown after reports.
        PUBLISHED("published"),
        /// It was not shown, or not any more.
        REFUSED("refused"),
        /// It was deleted.
        REMOVED("removed"),
        /// It was answered by the researchers.
        ANSWERED("answered"),
        /// Its author deleted it.
        REMOVED_BY_AUTHOR("removed by its author");

        private final String word;

        Deed(String word) {
            this.word = word;
        }

        /// As pages and the database write it.
        public String word() {
            return word;
        }

        static Deed of(String word) {
            for (Deed deed : values()) {
                if (deed.word.equals(word)) {
                    return deed;
                }
            }
            throw new IllegalArgumentException("no deed \"%s\"".formatted(word));
        }
    }
}
