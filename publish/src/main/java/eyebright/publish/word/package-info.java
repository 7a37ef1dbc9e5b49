/// Articles as Word documents, as journals take them.
@NullMarked
package eyebright.publish.word;

import org.jspecify.annotations.NullMarked;
