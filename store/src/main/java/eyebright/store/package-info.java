/// What was answered: an append-only log, versions, snapshots, in SQLite.
@NullMarked
package eyebright.store;

import org.jspecify.annotations.NullMarked;
