package eyebright.server.about;

import java.util.List;
import java.util.Optional;

/// The questionnaire as a reader sees it, the same for every one.
///
/// @param forWhom the condition of taking part, in words
record QuestionnairePage(String version, Optional<String> forWhom, List<OfPage> pages) {

    /// One page.
    ///
    /// @param notes when it is shown, in which order
    /// @param intro as HTML
    record OfPage(String id, String title, List<String> notes, String intro, List<AskedOf> asked) {}

    /// One question.
    ///
    /// @param text as HTML
    /// @param hint as HTML
    /// @param how what kind of answer it takes
    /// @param answers the choices
    /// @param original as HTML
    record AskedOf(String text, String hint, String how, List<String> answers, String original) {}
}
