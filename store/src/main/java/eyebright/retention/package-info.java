/// When answers are to be deleted, and whether the clock that says so can be believed.
@NullMarked
package eyebright.retention;

import org.jspecify.annotations.NullMarked;
