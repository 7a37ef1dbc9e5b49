/// A published estimate and a new one of the same thing: how far they agree, and how strong both are together.
@NullMarked
package eyebright.stats.replication;

import org.jspecify.annotations.NullMarked;
