package eyebright.manuscript;

import java.util.List;
import java.util.Optional;

/// What stands above an article: the lines between two `---` at the head of its file.
///
/// @param title of the article
/// @param summary in one sentence, for who comes across it elsewhere
/// @param authors in the order in which they are named; none while nobody has put their name to it
/// @param keywords for whoever searches
/// @param licence under which it may be used, such as `CC BY 4.0`
/// @param doi of the article where it has one, without `https://doi.org/`
/// @param repeats the key of the study it repeats, in the bibliography
public record Front(
        String title,
        Optional<String> summary,
        List<Author> authors,
        List<String> keywords,
        Optional<String> licence,
        Optional<String> doi,
        Optional<String> repeats) {

    public Front {
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
    }

    /// What stands above an article that has no DOI and names no study that it repeats.
    public Front(
            String title,
            Optional<String> summary,
            List<Author> authors,
            List<String> keywords,
            Optional<String> licence) {
        this(title, summary, authors, keywords, licence, Optional.empty(), Optional.empty());
    }

    /// A title and nothing else.
    public static Front of(String title) {
        return new Front(title, Optional.empty(), List.of(), List.of(), Optional.empty());
    }
}
