/// The package of data: the table with what describes it in the formats that archives and programs ask for.
@NullMarked
package eyebright.publish.data;

import org.jspecify.annotations.NullMarked;
