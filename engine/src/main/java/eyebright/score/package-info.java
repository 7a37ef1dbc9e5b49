/// Scales: items scored together as one number.
@NullMarked
package eyebright.score;

import org.jspecify.annotations.NullMarked;
