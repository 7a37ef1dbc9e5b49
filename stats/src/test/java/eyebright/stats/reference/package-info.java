/// Reference values that others computed, and how they are read.
@NullMarked
package eyebright.stats.reference;

import org.jspecify.annotations.NullMarked;
