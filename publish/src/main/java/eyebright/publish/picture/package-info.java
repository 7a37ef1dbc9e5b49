/// Pictures as files of their own: SVG, and PNG for programs that read no SVG.
@NullMarked
package eyebright.publish.picture;

import org.jspecify.annotations.NullMarked;
