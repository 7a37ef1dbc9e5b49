/// Answers that are not there: how many, which go together, and what follows if they are drawn.
@NullMarked
package eyebright.stats.missing;

import org.jspecify.annotations.NullMarked;
