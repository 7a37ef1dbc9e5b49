/// How well the items of a scale, or two raters, agree.
@NullMarked
package eyebright.stats.reliability;

import org.jspecify.annotations.NullMarked;
