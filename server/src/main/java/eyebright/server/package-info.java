/// Pages for respondents and readers.
@NullMarked
package eyebright.server;

import org.jspecify.annotations.NullMarked;
