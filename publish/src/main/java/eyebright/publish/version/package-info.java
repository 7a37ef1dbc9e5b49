/// Versions of what was published: what each says of itself, what changed since the one before, where they are kept.
@NullMarked
package eyebright.publish.version;

import org.jspecify.annotations.NullMarked;
