/// The frozen plan: what was written down before there were answers, and what has changed since.
@NullMarked
package eyebright.freeze;

import org.jspecify.annotations.NullMarked;
