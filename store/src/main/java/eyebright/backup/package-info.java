/// Everything of a data folder but its keys as one file of rows, made beside a running server, and its way back. Knows
/// which databases a folder has, and nothing of what their rows mean; what may not come back, the packages of the rows say.
@NullMarked
package eyebright.backup;

import org.jspecify.annotations.NullMarked;
