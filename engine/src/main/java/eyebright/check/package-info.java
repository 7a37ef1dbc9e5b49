/// A whole study folder: every reader's problems, all at once.
@NullMarked
package eyebright.check;

import org.jspecify.annotations.NullMarked;
