package eyebright.server.page;

import java.util.List;
import java.util.Optional;

/// A heading, a few sentences, and ways on: goodbyes, closed doors, things that are not there.
///
/// @param html more text, already safe
public record KindPage(
        Shell shell,
        String heading,
        List<String> sentences,
        String html,
        Optional<String> code,
        List<Link> links) {

    /// A way on.
    ///
    /// @param look `go` for the main way, `plain` for others
    public record Link(String to, String words, String look) {

        /// The way on that most will take.
        public static Link main(String to, String words) {
            return new Link(to, words, "go");
        }

        /// Another way on.
        public static Link other(String to, String words) {
            return new Link(to, words, "plain");
        }
    }

    /// A page of plain sentences.
    public static KindPage of(Shell shell, String heading, List<String> sentences, Link... links) {
        return new KindPage(shell, heading, sentences, "", Optional.empty(), List.of(links));
    }
}
