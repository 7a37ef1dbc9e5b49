/// Databases, of SQLite in files of a data folder or of PostgreSQL: opened, brought up to date, written with one commit for all
/// who wait, read beside that. Knows nothing of what is kept.
@NullMarked
package eyebright.database;

import org.jspecify.annotations.NullMarked;
