/// Ranks of values: their counts, the tests that use nothing but order, and comparisons after them.
@NullMarked
package eyebright.stats.rank;

import org.jspecify.annotations.NullMarked;
