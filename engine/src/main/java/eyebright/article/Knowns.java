package eyebright.article;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;

/// What sentences take from an estimate.
final class Knowns {

    private Knowns() {}

    /// The interval of an estimate that is said.
    static Interval interval(Known known) {
        return known.interval()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "an estimate that is said has an interval: " + known));
    }
}
