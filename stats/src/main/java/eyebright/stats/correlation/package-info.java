/// How two answers go together: correlations, what they are worth after ties, categories and unreliability,
/// and whether two of them differ.
@NullMarked
package eyebright.stats.correlation;

import org.jspecify.annotations.NullMarked;
