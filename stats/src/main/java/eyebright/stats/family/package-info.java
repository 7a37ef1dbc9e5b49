/// Claims that are judged together: adjusted p values and intervals that hold for all of them at once.
@NullMarked
package eyebright.stats.family;

import org.jspecify.annotations.NullMarked;
