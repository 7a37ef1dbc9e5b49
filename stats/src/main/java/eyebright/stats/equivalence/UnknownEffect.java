package eyebright.stats.equivalence;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;

/// An effect that could not be had, and why.
record UnknownEffect(String reason) implements Effect {

    @Override
    public Estimate estimate(double level) {
        Interval.requireLevel(level);
        return new NotEstimable(reason);
    }

    @Override
    public TestResult against(double bound, Side side) {
        throw new IllegalStateException("there is nothing to test: " + reason);
    }
}
