/// Answers are deleted when their days are over.
@NullMarked
package eyebright.server.retention;

import org.jspecify.annotations.NullMarked;
