/// How often the intervals of the statistics hold the truth, in simulated samples:
/// `scripts/bench.sh coverage`.
@NullMarked
package eyebright.bench.coverage;

import org.jspecify.annotations.NullMarked;
