/// Rehearsed respondents: made up from declared margins, and marked as such.
@NullMarked
package eyebright.population;

import org.jspecify.annotations.NullMarked;
