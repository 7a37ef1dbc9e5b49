/// What of the answers may leave the house: rows that give nobody away, and a report of what it took.
@NullMarked
package eyebright.disclosure;

import org.jspecify.annotations.NullMarked;
