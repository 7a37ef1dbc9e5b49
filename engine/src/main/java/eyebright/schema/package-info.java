/// What editors know of the files of a study: JSON Schemas that say what the readers say.
@NullMarked
package eyebright.schema;

import org.jspecify.annotations.NullMarked;
