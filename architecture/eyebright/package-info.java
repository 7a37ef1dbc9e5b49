/// The rules of the house, held by a test.
@NullMarked
package eyebright;

import org.jspecify.annotations.NullMarked;
