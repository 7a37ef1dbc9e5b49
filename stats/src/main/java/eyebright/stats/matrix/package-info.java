/// Dense matrices and the decompositions that the models need.
@NullMarked
package eyebright.stats.matrix;

import org.jspecify.annotations.NullMarked;
