/// A PostgreSQL for tests, in a temporary folder, started and ended by them.
@NullMarked
package eyebright.postgresql;

import org.jspecify.annotations.NullMarked;
