/// Signs that a respondent answered without reading: each a number or the reason there is none.
@NullMarked
package eyebright.stats.careless;

import org.jspecify.annotations.NullMarked;
