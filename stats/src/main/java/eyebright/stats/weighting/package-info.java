/// Weights that make respondents stand for a population, and estimates that say what they cost.
@NullMarked
package eyebright.stats.weighting;

import org.jspecify.annotations.NullMarked;
