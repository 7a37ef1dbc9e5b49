/// Chance that is the same on every run, and what is estimated by drawing again.
@NullMarked
package eyebright.stats.resampling;

import org.jspecify.annotations.NullMarked;
