package eyebright.server;

import eyebright.chart.Table;
import java.util.List;
import java.util.Optional;

/// All findings of a study.
///
/// @param basis how many, which snapshot
/// @param lead what to know before reading
record FindingsPage(
        Shell shell, String study, String asks, String basis, String lead, List<Group> groups) {

    /// All findings, in the order of the page.
    List<Card> findings() {
        return groups.stream().flatMap(group -> group.findings().stream()).toList();
    }

    /// Findings that stand together.
    ///
    /// @param title what they have in common; may be empty
    record Group(String title, List<Card> findings) {}

    /// One finding: question, answer, picture, doubt, origin.
    ///
    /// @param answer as HTML
    /// @param svg the picture, or nothing
    /// @param published the figures of others, with how certain they are
    /// @param verdict in a word or two
    /// @param notes n, who is missing
    /// @param more where the numbers come from; absent on that page itself
    /// @param table behind the picture
    /// @param beside what else was planned for the claim
    record Card(
            String id,
            String question,
            String answer,
            String svg,
            List<String> published,
            String verdict,
            List<String> notes,
            Optional<String> more,
            Optional<Table> table,
            List<Beside> beside) {}

    /// A further analysis of a claim, in its own words.
    ///
    /// @param says what it is
    /// @param answer as HTML
    /// @param svg the picture, or nothing
    /// @param notes n, who is missing
    /// @param details every number of it
    record Beside(
            String id,
            String says,
            String answer,
            String svg,
            List<String> notes,
            Optional<Table> details) {}
}
