package eyebright.population;

import eyebright.source.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// What one entry of `population.yaml` says. Entries are drawn in their order, each from those before it.
public sealed interface Entry {

    /// The names it draws: questions, items, hidden names, traits. A repeated measure draws none anew.
    List<String> names();

    /// Where its numbers come from.
    Ground ground();

    /// Where it stands.
    Place place();

    /// The same with every effect changed. Alphas, correlations of traits and dependence stay: they are
    /// how things are measured.
    Entry withEffects(UnaryOperator<Effect> change);

    /// Whether a variable is asked of respondents.
    enum Standing {
        /// A question or an item of one.
        ASKED,
        /// A name of the population's own, which has no column.
        HIDDEN
    }

    /// One number, one yes or no, or one of some options.
    ///
    /// @param margin holds among those who are asked
    record Single(
            String name,
            Standing standing,
            Margin margin,
            List<Effect> effects,
            Ground ground,
            Place place)
            implements Entry {
        public Single {
            effects = List.copyOf(effects);
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public Single withEffects(UnaryOperator<Effect> change) {
            return with(margin, effects.stream().map(change).toList());
        }

        /// The same with another margin and other effects.
        public Single with(Margin otherMargin, List<Effect> otherEffects) {
            return new Single(name, standing, otherMargin, otherEffects, ground, place);
        }
    }

    /// A several-of question.
    ///
    /// @param shares of each option among those who answer, by code, 0 to 1; one that is not in it is never
    ///   named
    /// @param dependence the latent correlation of each two options that do not stand alone: 0 to below 1
    /// @param effects by the code of the option they act on
    record Several(
            String name,
            Given<Map<String, Double>> shares,
            double dependence,
            Map<String, List<Effect>> effects,
            Ground ground,
            Place place)
            implements Entry {
        public Several {
            shares = Margin.frozen(shares);
            var copy = new LinkedHashMap<String, List<Effect>>();
            effects.forEach((code, list) -> copy.put(code, List.copyOf(list)));
            effects = Collections.unmodifiableMap(copy);
            if (!(dependence >= 0 && dependence < 1)) {
                throw new IllegalArgumentException(
                        "dependence of %s must be 0 to below 1, not %s"
                                .formatted(name, dependence));
            }
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public Several withEffects(UnaryOperator<Effect> change) {
            var changed = new LinkedHashMap<String, List<Effect>>();
            effects.forEach((code, list) -> changed.put(code, list.stream().map(change).toList()));
            return with(shares, dependence, changed);
        }

        /// The same with other shares, dependence and effects.
        public Several with(
                Given<Map<String, Double>> otherShares,
                double otherDependence,
                Map<String, List<Effect>> otherEffects) {
            return new Several(name, otherShares, otherDependence, otherEffects, ground, place);
        }
    }

    /// Ratings that show one trait or several.
    ///
    /// @param correlations of the scores as observed; two that are not in it are not correlated beyond what
    ///   their effects make of it
    record Traits(List<Trait> traits, List<Correlation> correlations, Ground ground, Place place)
            implements Entry {
        public Traits {
            traits = List.copyOf(traits);
            correlations = List.copyOf(correlations);
        }

        @Override
        public List<String> names() {
            var names = new ArrayList<String>();
            for (Trait trait : traits) {
                names.add(trait.name());
                names.addAll(trait.items().keySet());
            }
            return List.copyOf(names);
        }

        @Override
        public Traits withEffects(UnaryOperator<Effect> change) {
            return new Traits(
                    traits.stream()
                            .map(trait -> trait.with(trait.effects().stream().map(change).toList()))
                            .toList(),
                    correlations,
                    ground,
                    place);
        }
    }

    /// The same measured twice or more within a person.
    ///
    /// The variables are declared by entries of their own, which are all of one kind, before this one.
    /// Of several-of questions it holds for each option that all of them have.
    ///
    /// @param measures the variables that measure the same, by a name for it
    /// @param correlation of each two of them, as observed: above -1 and below 1
    record Repeated(
            Map<String, List<String>> measures, double correlation, Ground ground, Place place)
            implements Entry {
        public Repeated {
            var copy = new LinkedHashMap<String, List<String>>();
            measures.forEach((name, list) -> copy.put(name, List.copyOf(list)));
            measures = Collections.unmodifiableMap(copy);
            if (!(correlation > -1 && correlation < 1)) {
                throw new IllegalArgumentException(
                        "correlation of what is repeated must be above -1 and below 1, not "
                                + correlation);
            }
        }

        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public Repeated withEffects(UnaryOperator<Effect> change) {
            return this;
        }

        /// The correlation of two variables, where this entry says one.
        public OptionalDouble correlation(String one, String other) {
            boolean isSaid =
                    !one.equals(other)
                            && measures.values().stream()
                                    .anyMatch(list -> list.contains(one) && list.contains(other));
            return isSaid ? OptionalDouble.of(correlation) : OptionalDouble.empty();
        }
    }
}
