/// Answers as typed columns with a status per cell; tables in and out.
@NullMarked
package eyebright.frame;

import org.jspecify.annotations.NullMarked;
