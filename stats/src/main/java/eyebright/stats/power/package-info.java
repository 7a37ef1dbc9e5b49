/// What a study of a given size can show: power, the size or effect for a power, prediction intervals.
@NullMarked
package eyebright.stats.power;

import org.jspecify.annotations.NullMarked;
