package eyebright.server.figures;

import eyebright.frame.Origin;
import java.time.Duration;

/// A time in which something is not done again, so that where very many answer the processor is theirs.
///
/// @param until the nanosecond of [System#nanoTime] at which it is over
record Rest(long until) {

    /// How many times as long as the work took, its first second.
    private static final int TIMES = 5;

    /// And how many times as long as what it took beyond: where a snapshot takes seconds, many answer, and it is they who wait.
    private static final int TIMES_LONG = 20;

    private static final Duration SHORT = Duration.ofSeconds(1);

    /// Also what is made of very many is made again within the hour, and a failure that took long is not the end of a day.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// After work that ends now.
    ///
    /// @param begun the nanosecond at which it began
    /// @param origin of the answers: rehearsed ones are few, and somebody waits who tries a study out
    static Rest after(long begun, Origin origin) {
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return switch (origin) {
            case Origin.Real _ -> of(after(took));
            case Origin.Rehearsed _ -> of(took.multipliedBy(TIMES));
        };
    }

    /// How long after work that took so long.
    static Duration after(Duration took) {
        if (took.compareTo(SHORT) <= 0) {
            return took.multipliedBy(TIMES);
        }
        Duration rest = SHORT.multipliedBy(TIMES).plus(took.minus(SHORT).multipliedBy(TIMES_LONG));
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
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
