/// Claims that there is nothing, or not more than a little.
@NullMarked
package eyebright.stats.equivalence;

import org.jspecify.annotations.NullMarked;
