package eyebright.server.talk;

import java.util.List;
import java.util.Optional;

/// The discussion as it stands under an article or a finding.
///
/// @param count in words
/// @param write where to write a comment; absent where none is taken any more
public record Talk(String count, Optional<String> write, List<Strand> strands) {

    public Talk {
        strands = List.copyOf(strands);
    }

    /// A comment and its answers.
    ///
    /// @param id of the comment that begins it
    /// @param opening that comment; absent where it is not shown
    /// @param gone why it is not shown; empty where it is
    record Strand(String id, Optional<Voice> opening, String gone, List<Voice> answers) {
        Strand {
            answers = List.copyOf(answers);
        }
    }

    /// One comment.
    ///
    /// @param name `Anonymous` where none was given
    /// @param role what its author says they are; of the researchers of the study, that
    /// @param isOurs whether it is by the researchers of the study
    /// @param html of its text, safe
    /// @param answer where to answer it; absent where none is taken any more
    /// @param report where to report it; absent where it is not shown to everybody, and of the researchers
    record Voice(
            String id,
            String name,
            String role,
            boolean isOurs,
            String day,
            String html,
            Optional<String> answer,
            Optional<String> report) {}
}
