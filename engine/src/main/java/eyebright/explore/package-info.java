/// Where a respondent stands among others: positions, sentences and pictures, from one row of answers and
/// a snapshot of all.
@NullMarked
package eyebright.explore;

import org.jspecify.annotations.NullMarked;
