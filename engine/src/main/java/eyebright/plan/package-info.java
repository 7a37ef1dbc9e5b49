/// The plan as it is written: claims, what each expects, the numbers it makes, and the figures it repeats.
@NullMarked
package eyebright.plan;

import org.jspecify.annotations.NullMarked;
