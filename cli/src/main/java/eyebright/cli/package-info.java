/// The eyebright command.
@NullMarked
package eyebright.cli;

import org.jspecify.annotations.NullMarked;
