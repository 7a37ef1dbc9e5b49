/// What holds of every statistic whatever the answers are: laws over fixed seeds.
@NullMarked
package eyebright.stats.laws;

import org.jspecify.annotations.NullMarked;
