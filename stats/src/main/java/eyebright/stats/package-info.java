/// Numbers in, estimates out: the statistics of a survey study. Knows nothing of studies.
@NullMarked
package eyebright.stats;

import org.jspecify.annotations.NullMarked;
