/// Shares and tables of counts: intervals, differences, tests and measures of association.
@NullMarked
package eyebright.stats.table;

import org.jspecify.annotations.NullMarked;
