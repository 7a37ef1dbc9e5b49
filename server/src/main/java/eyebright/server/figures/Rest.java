package eyebright.server.figures;

import java.time.Duration;

/// A time in which something is not done again, so that where very many answer the processor is theirs.
///
/// @param until the nanosecond of [System#nanoTime] at which it is over
record Rest(long until) {

    /// How many times as long as the work took.
    private static final int TIMES = 5;

    /// After work that ends now.
    ///
    /// @param begun the nanosecond at which it began
    static Rest after(long begun) {
        long end = System.nanoTime();
        return new Rest(end + TIMES * (end - begun));
    }

    /// From now on, for that long.
    static Rest of(Duration duration) {
        return new Rest(System.nanoTime() + duration.toNanos());
    }

    /// How much of it is to come; zero or less where it is over.
    Duration left() {
        return Duration.ofNanos(until - System.nanoTime());
    }

    boolean isOver() {
        return !left().isPositive();
    }
}
