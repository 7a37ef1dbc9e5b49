/// Bayes factors: how much better one claim foretold the data than another.
@NullMarked
package eyebright.stats.bayes;

import org.jspecify.annotations.NullMarked;
