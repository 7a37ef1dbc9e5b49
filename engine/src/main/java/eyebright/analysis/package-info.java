/// From the claims of a plan to findings: each is compiled, computed and said.
@NullMarked
package eyebright.analysis;

import org.jspecify.annotations.NullMarked;
