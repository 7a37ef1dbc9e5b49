package eyebright.server.you;

import eyebright.chart.Table;
import eyebright.prediction.ForetoldView;
import eyebright.server.page.Shell;
import java.util.List;
import java.util.Optional;

/// What a study gives back to one respondent: where she stands, how likely it is for her, what she would do.
///
/// @param notice why something is missing just now
/// @param likes the ways to be compared with people like herself
/// @param mark what her plan is kept under in her browser
record YouPage(
        Shell shell,
        String study,
        Optional<String> notice,
        Optional<Guess> guess,
        List<Like> likes,
        List<Part> parts,
        Chances chances,
        List<Preparation> preparations,
        List<Source> sources,
        String mark) {

    /// How a guess came out.
    record Guess(String asks, String says) {}

    /// A way to be compared.
    ///
    /// @param to the address that does it
    record Like(String says, String to, boolean chosen, boolean enough) {}

    /// A part of where she stands.
    ///
    /// @param open whether it is open when the page is opened
    record Part(String title, Optional<String> intro, boolean open, List<Position> positions) {}

    /// Where she stands in one thing.
    ///
    /// @param all of all others; empty while they are withheld
    /// @param alike of those like her; empty if nobody was chosen
    /// @param table behind the picture
    record Position(
            String asks,
            String mine,
            String svg,
            String all,
            String alike,
            Optional<String> note,
            Optional<Table> table) {}

    /// How likely something is for her.
    ///
    /// @param state why there is nothing to see, in a sentence; empty where there is something
    record Chances(String state, List<Prediction> predictions) {

        /// Whether there is anything to say.
        boolean isThere() {
            return !state.isEmpty() || !predictions.isEmpty();
        }
    }

    /// One prediction.
    ///
    /// @param quality how good it is, said first
    /// @param tried what was told beside what happened, as a picture; empty if it was not tried
    /// @param assumes what has to be so
    record Prediction(
            String quality, String tried, List<ForetoldView> chances, Optional<String> assumes) {}

    /// Texts for one moment.
    ///
    /// @param texts as HTML
    record Preparation(
            String id,
            String title,
            Optional<String> intro,
            List<Passage> texts,
            List<Sentence> plan) {}

    /// A text and what it rests on.
    ///
    /// @param html of the text
    record Passage(Optional<String> whom, String html, List<Named> sources) {}

    /// A source as a text names it.
    record Named(String id, String called) {}

    /// A sentence to complete.
    ///
    /// @param id of the field
    record Sentence(String id, String begins, List<String> offers) {}

    /// A source in full.
    record Source(String id, String cites, Optional<String> doi) {}
}
