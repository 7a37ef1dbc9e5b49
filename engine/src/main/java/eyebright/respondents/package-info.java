/// Rehearsed respondents: solved once from a population, drawn for any seed, and marked as such.
@NullMarked
package eyebright.respondents;

import org.jspecify.annotations.NullMarked;
