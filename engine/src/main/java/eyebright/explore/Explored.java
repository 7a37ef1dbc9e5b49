package eyebright.explore;

import java.util.List;
import java.util.Optional;

/// All that a respondent finds out about herself.
///
/// @param guess how her guess came out, in sentences; absent if the study asks for none
/// @param parts without what she was not asked, and without parts of which nothing is left
/// @param likes by what she may choose others like herself, in the order of the file
public record Explored(Optional<Guessed> guess, List<Explored.Part> parts, List<LikeMe> likes) {

    public Explored {
        parts = List.copyOf(parts);
        likes = List.copyOf(likes);
    }

    /// A part of it.
    public record Part(String id, String title, Optional<String> intro, List<Position> positions) {
        public Part {
            positions = List.copyOf(positions);
        }
    }

    /// A way to be like the respondent.
    ///
    /// @param id what it is chosen by
    /// @param says whom she is then compared with, such as `at the same point of their training`
    /// @param enough whether there are enough of them
    public record LikeMe(String id, String says, Enough enough) {}

    /// Whether a comparison can be made.
    public enum Enough {
        YES,
        NOT_YET
    }
}
