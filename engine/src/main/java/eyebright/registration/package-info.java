/// A frozen plan in the shapes in which registries and ethics boards want it.
@NullMarked
package eyebright.registration;

import org.jspecify.annotations.NullMarked;
