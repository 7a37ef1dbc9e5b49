/// Articles as they leave the house.
@NullMarked
package eyebright.publish.article;

import org.jspecify.annotations.NullMarked;
