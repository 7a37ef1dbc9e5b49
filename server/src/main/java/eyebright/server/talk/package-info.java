/// What readers say about findings and articles.
@NullMarked
package eyebright.server.talk;

import org.jspecify.annotations.NullMarked;
