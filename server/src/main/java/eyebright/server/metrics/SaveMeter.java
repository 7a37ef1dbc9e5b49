package eyebright.server.metrics;

import java.util.function.Supplier;

/// Counts what is written for respondents. Safe for many threads.
public interface SaveMeter {

    /// What is written.
    enum Kind {
        /// Somebody agrees.
        START,
        /// A page.
        PAGE,
        /// The answers are sent.
        SEND
    }

    /// Where nobody counts.
    static SaveMeter off() {
        return new SaveMeter() {
            @Override
            public <T> T time(Kind kind, Supplier<T> write) {
                return write.get();
            }
        };
    }

    /// Writes, and counts it: acknowledged with how long it took, or refused with what kind of fault it threw.
    <T> T time(Kind kind, Supplier<T> write);
}
