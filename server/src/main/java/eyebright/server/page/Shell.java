package eyebright.server.page;

import java.util.Optional;

/// What is around every page.
///
/// @param title of the window
/// @param study whose page it is
/// @param banner what every page of a preview or rehearsal says
/// @param visitors how many came, on a page for readers of a site that counts them
/// @param watched present where the page follows its folder
/// @param answering whether it is somebody's own page: not kept by caches, not found by searches
public record Shell(
        Look look,
        String title,
        Optional<Named> study,
        Optional<String> banner,
        Place place,
        Optional<Visitors.Seen> visitors,
        Optional<Watched> watched,
        boolean answering) {

    /// What a page needs that follows its folder.
    ///
    /// @param script where its script is
    /// @param times how often folders had been read again when the page was made
    /// @param problems where problems stand, and how many there are; absent where there are none
    record Watched(String script, int times, Optional<KindPage.Link> problems) {}

    /// Where in the site a page is.
    public enum Place {
        /// A page of questions: "Save and leave" is offered.
        QUESTIONS,
        /// Beside answering: nothing leads away.
        ANSWERING,
        /// For readers: questionnaire and findings are offered.
        READING
    }

    /// A study as its pages name it.
    ///
    /// @param article whether there is an article to read
    /// @param review whether there is a review of what was known before
    /// @param rehearsed whether there is a rehearsal to read
    public record Named(
            String name, String title, boolean article, boolean review, boolean rehearsed) {}
}
