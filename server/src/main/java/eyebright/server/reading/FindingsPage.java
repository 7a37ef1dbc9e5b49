package eyebright.server.reading;

import eyebright.article.VerdictView;
import eyebright.chart.Table;
import java.util.List;
import java.util.Optional;

/// All findings of a study, the same for every reader.
///
/// @param basis how many, which snapshot
/// @param lead what to know before reading
/// @param frozen what was written down before, and what has changed since; empty while nothing was
record FindingsPage(
        String study,
        String asks,
        String basis,
        String lead,
        Optional<Frozen> frozen,
        List<Group> groups) {

    /// All findings, in the order of the page.
    List<Card> findings() {
        return groups.stream().flatMap(group -> group.findings().stream()).toList();
    }

    /// The frozen plan.
    ///
    /// @param title when it was frozen, in a few words
    /// @param sentences who says so, and who answered before
    /// @param links where else it is, as the researchers say
    /// @param deviations what has changed since, a sentence each
    record Frozen(
            String title, List<String> sentences, List<String> links, List<String> deviations) {}

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
    /// @param tone the class of the verdict on the page
    /// @param judged how it was judged
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
            String tone,
            VerdictView judged,
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
