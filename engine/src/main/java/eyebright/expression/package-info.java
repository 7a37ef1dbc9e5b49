/// The small language of conditions: three-valued, decimal, bounded.
@NullMarked
package eyebright.expression;

import org.jspecify.annotations.NullMarked;
