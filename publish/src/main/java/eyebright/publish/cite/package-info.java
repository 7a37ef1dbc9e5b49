/// How an article and its data are cited: in words, and as files that reference managers read.
@NullMarked
package eyebright.publish.cite;

import org.jspecify.annotations.NullMarked;
