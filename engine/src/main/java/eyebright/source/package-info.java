/// Files with places, and problems: the bottom of the engine.
@NullMarked
package eyebright.source;

import org.jspecify.annotations.NullMarked;
