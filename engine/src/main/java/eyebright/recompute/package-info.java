/// An R script that recomputes every finding of a study from its exported table.
@NullMarked
package eyebright.recompute;

import org.jspecify.annotations.NullMarked;
