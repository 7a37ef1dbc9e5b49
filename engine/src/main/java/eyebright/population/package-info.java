/// The population that `population.yaml` declares: its margins, effects and scenarios, and where each is from.
@NullMarked
package eyebright.population;

import org.jspecify.annotations.NullMarked;
