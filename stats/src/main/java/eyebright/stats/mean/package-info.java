/// Means of groups: moments, tests, analyses of variance, effect sizes and comparisons after them.
@NullMarked
package eyebright.stats.mean;

import org.jspecify.annotations.NullMarked;
