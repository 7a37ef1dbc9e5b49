package eyebright.population;

import eyebright.latent.Moments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// How one thing differs in a scenario from what is declared. An effect takes the place of every effect of
/// the same term on the same thing, whatever its measure; effects of other terms stay.
public sealed interface Change {

    /// The variable, the trait or the name of the repeated measure that differs.
    String name();

    /// A variable.
    record OfSingle(String name, Optional<Margin> margin, List<Effect> effects) implements Change {
        public OfSingle {
            effects = List.copyOf(effects);
        }
    }

    /// A several-of question.
    record OfSeveral(
            String name,
            Optional<Given<Map<String, Double>>> shares,
            OptionalDouble dependence,
            Map<String, List<Effect>> effects)
            implements Change {
        public OfSeveral {
            shares = shares.map(Margin::frozen);
            var copy = new LinkedHashMap<String, List<Effect>>();
            effects.forEach((code, list) -> copy.put(code, List.copyOf(list)));
            effects = Collections.unmodifiableMap(copy);
        }
    }

    /// A trait.
    ///
    /// @param items mean and deviation of those items that differ, by name
    record OfTrait(
            String name, OptionalDouble alpha, Map<String, Moments> items, List<Effect> effects)
            implements Change {
        public OfTrait {
            items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
            effects = List.copyOf(effects);
        }
    }

    /// A repeated measure.
    record OfRepeated(String name, double correlation) implements Change {}
}
