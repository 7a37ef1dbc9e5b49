/// A preview that follows its folder, and what is wrong with it.
@NullMarked
package eyebright.server.watch;

import org.jspecify.annotations.NullMarked;
