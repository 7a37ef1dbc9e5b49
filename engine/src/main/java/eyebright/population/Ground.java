package eyebright.population;

import java.util.List;
import java.util.Optional;

/// Where the numbers of an entry come from.
///
/// With a source alone all of them are published, with `assumed` alone none is. With both, each source is one
/// published number of the margin; its other numbers and what is wished beside them (effects, dependence, alphas,
/// correlations) are assumed.
///
/// @param sources ids of published figures
/// @param assumed why the number is what it is, in words
public record Ground(List<String> sources, Optional<String> assumed) {

    public Ground {
        sources = List.copyOf(sources);
        if (sources.isEmpty() && assumed.isEmpty()) {
            throw new IllegalArgumentException("a ground must have a source or be assumed");
        }
    }

    /// All numbers are published.
    public static Ground published(String source) {
        return new Ground(List.of(source), Optional.empty());
    }

    /// No number is published.
    public static Ground assumed(String why) {
        return new Ground(List.of(), Optional.of(why));
    }
}
