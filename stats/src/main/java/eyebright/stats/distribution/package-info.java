/// The distributions that Commons Statistics lacks: noncentral ones, the studentized range, the bivariate normal.
@NullMarked
package eyebright.stats.distribution;

import org.jspecify.annotations.NullMarked;
