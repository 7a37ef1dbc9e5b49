/// How long things take, measured by JMH and run by name: `scripts/bench.sh findings`.
@NullMarked
package eyebright.bench;

import org.jspecify.annotations.NullMarked;
