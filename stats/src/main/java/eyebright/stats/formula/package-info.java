/// A formula and its design: what is told by what, and the columns that stand for it.
@NullMarked
package eyebright.stats.formula;

import org.jspecify.annotations.NullMarked;
