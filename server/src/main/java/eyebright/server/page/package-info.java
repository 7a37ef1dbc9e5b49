/// What the pages of every room are made with: the frame round them, forms and their tokens, limits, the studies in the field.
@NullMarked
package eyebright.server.page;

import org.jspecify.annotations.NullMarked;
