/// How a study was done, in sentences, as far as its folder and its answers know: for its article and its checklists.
@NullMarked
package eyebright.method;

import org.jspecify.annotations.NullMarked;
