package eyebright.server.reading;

import eyebright.server.page.Shell;
import eyebright.server.talk.Talk;
import java.util.List;
import java.util.Optional;

/// An article with all of its blanks filled.
///
/// @param basis how many respondents, which snapshot
/// @param authors in a line; empty while nobody has put their name to it
/// @param isRehearsed whether its figures are of nobody
/// @param waits for how many people its figures wait; empty if they are there
/// @param lead one sentence
/// @param pieces one after another
/// @param head what its head tells programs; absent of a text that is not cited by itself
/// @param editions which versions there are, in a few words; absent of a text that is not cited by itself
/// @param citing how it is cited; absent of a text that is not cited by itself
/// @param talk the discussion under it; absent where there is none
record ArticlePage(
        Shell shell,
        String title,
        String basis,
        String authors,
        boolean isRehearsed,
        Optional<String> waits,
        Optional<String> lead,
        List<Piece> pieces,
        Optional<Head> head,
        Optional<String> editions,
        Optional<Citing> citing,
        Optional<Talk> talk) {

    ArticlePage {
        pieces = List.copyOf(pieces);
    }

    /// Text, or a finding.
    ///
    /// @param html of the text; empty of a finding
    /// @param card of a finding; absent of a text
    record Piece(String html, Optional<FindingsPage.Card> card) {

        static Piece of(String html) {
            return new Piece(html, Optional.empty());
        }

        static Piece of(FindingsPage.Card card) {
            return new Piece("", Optional.of(card));
        }
    }
}
