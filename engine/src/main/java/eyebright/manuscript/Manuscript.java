package eyebright.manuscript;

import java.util.List;

/// What an author wrote, with blanks for what comes from the findings.
///
/// @param file such as `article.md`
/// @param front its title and its authors
/// @param text Markdown in which each blank is a mark
/// @param blanks what stands in the place of the marks, by their numbers
public record Manuscript(String file, Front front, String text, List<Blank> blanks) {

    /// The file of the study's own article.
    public static final String ARTICLE = "article.md";

    /// The file of the review of what was known before.
    public static final String REVIEW = "review.md";

    /// What begins and ends a mark. They are no characters, so that no text of a folder holds them.
    static final char OPEN = '\uFDD0';

    static final char CLOSE = '\uFDD1';

    public Manuscript {
        blanks = List.copyOf(blanks);
    }

    /// Keys of the references it cites, each once, in the order in which it does.
    public List<String> cited() {
        return blanks.stream()
                .filter(Blank.OfCitation.class::isInstance)
                .map(Blank.OfCitation.class::cast)
                .flatMap(each -> each.cited().keys().stream())
                .distinct()
                .toList();
    }

    /// What a mark stands for.
    sealed interface Blank {

        /// Something of the findings.
        record OfSlot(Slot slot) implements Blank {}

        /// A citation.
        record OfCitation(Inline.Cited cited) implements Blank {}
    }

    static String mark(int number) {
        return "" + OPEN + number + CLOSE;
    }
}
