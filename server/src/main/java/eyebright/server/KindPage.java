package eyebright.server;

import java.util.List;
import java.util.Optional;

/// A heading, a few sentences, and ways on: goodbyes, closed doors, things that are not there.
///
/// @param html more text, already safe
record KindPage(
        Shell shell,
        String heading,
        List<String> sentences,
        String html,
        Optional<String> code,
        List<Link> links) {

    /// A way on.
    ///
    /// @param look `go` for the main way, `plain` for others
    record Link(String to, String words, String look) {

        static Link main(String to, String words) {
            return new Link(to, words, "go");
        }

        static Link other(String to, String words) {
            return new Link(to, words, "plain");
        }
    }

    static KindPage of(Shell shell, String heading, List<String> sentences, Link... links) {
        return new KindPage(shell, heading, sentences, "", Optional.empty(), List.of(links));
    }
}
