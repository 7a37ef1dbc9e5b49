package eyebright.population;

import eyebright.latent.Moments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A trait that shows in ratings: one factor, on which all its items load alike once the reversed ones are
/// turned.
///
/// @param name a scale of the study, or a name of its own
/// @param alpha Cronbach's alpha of the items as they are answered, above 0 and below 1; solved
/// @param items mean and deviation of each item as it is answered, by its name
/// @param reversed the items keyed the other way
/// @param effects on the score, the mean of the items: `d`, `slope` (in points) and `r`
public record Trait(
        String name,
        double alpha,
        Map<String, Moments> items,
        Set<String> reversed,
        List<Effect> effects) {

    public Trait {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        reversed = Collections.unmodifiableSet(new LinkedHashSet<>(reversed));
        effects = List.copyOf(effects);
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "alpha of %s must be above 0 and below 1, not %s".formatted(name, alpha));
        }
        if (items.size() < 2 || !items.keySet().containsAll(reversed)) {
            throw new IllegalArgumentException(
                    "items of %s must be 2 or more and hold the reversed ones, not %s"
                            .formatted(name, items.keySet()));
        }
    }

    /// The same with other effects.
    public Trait with(List<Effect> others) {
        return new Trait(name, alpha, items, reversed, others);
    }
}
