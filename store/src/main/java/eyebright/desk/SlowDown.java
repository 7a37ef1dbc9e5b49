package eyebright.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Makes whoever is wrong again and again wait: five tries are free, then each doubles the wait from one second up to a
/// longest one. A try is counted before it is looked at, so that a thousand at once are no more than one by one.
///
/// The longest wait is short, since a stranger who keeps trying makes the right person wait as well. Names need not be
/// those of accounts: whether there is one cannot be told from being made to wait. Kept in memory; what was quiet for a
/// day is forgotten, and where there are too many names, the one longest ago. Safe for many threads.
final class SlowDown {

    private static final int FREE = 5;
    private static final int MOST_NAMES = 10_000;
    private static final int MOST_DOUBLINGS = 20;
    private static final Duration MEMORY = Duration.ofDays(1);

    /// @param tries in a row that were wrong
    /// @param last when the latest was made
    /// @param until when the next may be made
    private record Tries(int tries, Instant last, Instant until) {}

    private final InstantSource clock;
    private final Duration longest;
    // In the order of the latest tries.
    private final Map<String, Tries> byName = new LinkedHashMap<>();

    /// @param longest the longest wait
    SlowDown(InstantSource clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    /// Takes a try, which counts as wrong until [#right] says otherwise.
    ///
    /// @return how long to wait instead; nothing if the try may be made
    synchronized Optional<Duration> take(String name) {
        Instant now = clock.instant();
        Tries before = byName.get(name);
        if (before != null && before.last().plus(MEMORY).isBefore(now)) {
            before = null;
        }
        if (before != null && now.isBefore(before.until())) {
            return Optional.of(Duration.between(now, before.until()));
        }
        int tries = before == null ? 1 : before.tries() + 1;
        byName.remove(name);
        byName.put(name, new Tries(tries, now, now.plus(waitAfter(tries))));
        if (byName.size() > MOST_NAMES) {
            Iterator<String> oldest = byName.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return Optional.empty();
    }

    /// Forgets the tries of that name: the latest was right.
    synchronized void right(String name) {
        byName.remove(name);
    }

    /// How many tries of that name in a row were wrong.
    synchronized int wrong(String name) {
        Tries tries = byName.get(name);
        return tries == null ? 0 : tries.tries();
    }

    private Duration waitAfter(int tries) {
        if (tries < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(tries - FREE, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
