/// How many came to the pages of a study, by day.
@NullMarked
package eyebright.visitors;

import org.jspecify.annotations.NullMarked;
