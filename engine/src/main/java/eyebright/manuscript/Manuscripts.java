package eyebright.manuscript;

import eyebright.source.Problems;
import eyebright.source.Sources;
import java.util.Optional;
import java.util.function.Function;

/// What is written around the findings of a study.
///
/// @param bibliography what is cited
/// @param article the study's own; absent if there is none
/// @param review of what was known before; absent if there is none
public record Manuscripts(
        Bibliography bibliography, Optional<Manuscript> article, Optional<Manuscript> review) {

    /// Whether a folder has any.
    public static boolean areIn(Sources sources) {
        return sources.file(Manuscript.ARTICLE)
                .or(() -> sources.file(Manuscript.REVIEW))
                .isPresent();
    }

    /// Reads them. Nothing is read of a study that is wrong: the names of its figures are not known.
    ///
    /// @param vocabulary what they can name; asked for only if there is a text
    public static Manuscripts read(
            Sources sources, Function<Bibliography, Vocabulary> vocabulary, Problems problems) {
        Bibliography bibliography = Bibliography.read(sources, problems);
        if (!areIn(sources) || problems.hasErrors()) {
            return new Manuscripts(bibliography, Optional.empty(), Optional.empty());
        }
        Vocabulary names = vocabulary.apply(bibliography);
        return new Manuscripts(
                bibliography,
                ManuscriptReader.read(sources, Manuscript.ARTICLE, names, problems),
                ManuscriptReader.read(sources, Manuscript.REVIEW, names, problems));
    }
}
