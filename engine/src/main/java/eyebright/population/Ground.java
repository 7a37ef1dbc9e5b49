package eyebright.population;

import java.util.Optional;

/// Where the numbers of an entry come from.
///
/// With a source alone all of them are published, with `assumed` alone none is. With both, the margins are
/// published, and what is wished beside them (effects, dependence, alphas, correlations) is assumed.
///
/// @param source the id of a published figure
/// @param assumed why the number is what it is, in words
public record Ground(Optional<String> source, Optional<String> assumed) {

    public Ground {
        if (source.isEmpty() && assumed.isEmpty()) {
            throw new IllegalArgumentException("a ground must have a source or be assumed");
        }
    }

    /// All numbers are published.
    public static Ground published(String source) {
        return new Ground(Optional.of(source), Optional.empty());
    }

    /// No number is published.
    public static Ground assumed(String why) {
        return new Ground(Optional.empty(), Optional.of(why));
    }
}
