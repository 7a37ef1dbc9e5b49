/// What a study of a given size can show: power, and the size or effect for a power.
@NullMarked
package eyebright.stats.power;

import org.jspecify.annotations.NullMarked;
