package eyebright.bench.coverage;

import eyebright.stats.Estimate;
import eyebright.stats.resampling.KeyedStream;

/// One interval in one population.
///
/// @param interval which, as the table names it
/// @param population what is sampled, with how many respondents
/// @param samples how many samples are drawn
/// @param truth what the interval should hold
/// @param sample draws a sample and computes the estimate with its interval
record Setting(String interval, String population, int samples, double truth, Sampled sample) {

    /// The level of every interval.
    static final double LEVEL = 0.95;

    /// Samples of an interval, but where that takes more than minutes.
    static final int MANY = 20_000;

    Setting {
        if (samples < 1 || !Double.isFinite(truth)) {
            throw new IllegalArgumentException(
                    "samples must be 1 or more and truth finite, not %d and %s"
                            .formatted(samples, truth));
        }
    }

    /// One sample, drawn from a stream of its own.
    @FunctionalInterface
    interface Sampled {
        Estimate from(KeyedStream chance);
    }

    /// What the row is called.
    String name() {
        return interval + ": " + population;
    }

    /// The same with another number of samples, of which the first are the same.
    Setting with(int samples) {
        return new Setting(interval, population, samples, truth, sample);
    }

    /// The stream of one sample: that of equal settings is equal on any number of threads.
    KeyedStream stream(int sample) {
        return KeyedStream.of("coverage", name(), sample);
    }
}
