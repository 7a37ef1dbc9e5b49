/// Models by formula: predictors in, coefficients out, with what follows from them.
@NullMarked
package eyebright.stats.model;

import org.jspecify.annotations.NullMarked;
