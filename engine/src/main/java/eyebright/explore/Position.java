package eyebright.explore;

import java.util.List;
import java.util.Optional;

/// Where a respondent stands in one thing.
///
/// @param asks what it is about, as a person asks it
/// @param labels the bands or options, from first to last; of two settings with the same options those of the
///   first, then those of the second
/// @param kind how the cells are to be drawn
/// @param mine the respondent's own answer
/// @param all how all others answered
/// @param allSays that in a sentence or two
/// @param alike how those like the respondent answered; absent if nobody was chosen
/// @param alikeSays that in a sentence; empty if nobody was chosen
/// @param note what a reader must know of it
public record Position(
        String asks,
        List<String> labels,
        Kind kind,
        Mine mine,
        Compared all,
        String allSays,
        Optional<Compared> alike,
        String alikeSays,
        Optional<String> note) {

    /// What the cells are.
    public sealed interface Kind {

        /// Bands of a number, in their order; everybody is in one.
        record Bands() implements Kind {}

        /// Options of a list.
        record Options() implements Kind {}

        /// Three stretches: more in the first setting, as much in both, more in the second.
        record TwoAmounts() implements Kind {}

        /// The same options in two settings.
        ///
        /// @param first the first setting within a sentence
        /// @param second the other
        record TwoLists(String first, String second) implements Kind {}
    }

    public Position {
        labels = List.copyOf(labels);
    }

    /// Whether it tells how many others are where; else it holds one's own place alone.
    public boolean isCounted() {
        return all instanceof Compared.Counted
                || alike.filter(Compared.Counted.class::isInstance).isPresent();
    }
}
