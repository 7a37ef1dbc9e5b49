package eyebright.feedback;

import java.util.List;

/// The page for those whom the respondents work with.
///
/// @param title its heading, as they would say it
/// @param intro what comes first
/// @param chapters one or more
/// @param support where to turn, in words; one or more
public record ClientPage(String title, String intro, List<Chapter> chapters, List<String> support) {

    /// Texts under a heading.
    public record Chapter(String title, List<Passage> texts) {
        public Chapter {
            texts = List.copyOf(texts);
        }
    }

    public ClientPage {
        chapters = List.copyOf(chapters);
        support = List.copyOf(support);
        if (chapters.isEmpty() || support.isEmpty()) {
            throw new IllegalArgumentException(
                    "a page for clients must have a chapter and a place to turn to");
        }
    }
}
