package eyebright.server.page;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often one address may begin, name a code that nobody has, fail to log in, comment, or report a comment, within an
/// hour.
///
/// Addresses are held in memory only, as a signature under a key that is thrown away every day; of an IPv6
/// address only the half that a household has to itself. Safe for many threads.
public final class Limits {

    /// What is limited.
    public enum Act {
        /// Beginning a study.
        START(30),
        /// A code that nobody has.
        WRONG_CODE(10),
        /// A wrong password or code of a researcher.
        LOG_IN(20),
        /// A comment, sent or changed.
        COMMENT(20),
        /// A report of a comment.
        REPORT(20);

        private final int perHour;

        Act(int perHour) {
            this.perHour = perHour;
        }
    }

    private static final int MOST_ADDRESSES = 200_000;
    private static final long HOUR = 3_600;

    private final InstantSource clock;
    private final int most;
    // In the order in which they were last taken: where there are too many, the oldest is
    // forgotten.
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final DailySeal seal;
    private long hour;

    /// Remembers as many addresses as is usual.
    public Limits(InstantSource clock) {
        this(clock, MOST_ADDRESSES);
    }

    /// @param most how many addresses are remembered
    Limits(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
        this.seal = new DailySeal(clock);
    }

    /// Takes one of what an hour allows that address, in one step.
    ///
    /// @return whether there was one left
    synchronized boolean take(Act act, String address) {
        turn();
        String key = key(act, address);
        Integer removed = counts.remove(key);
        int taken = removed == null ? 0 : removed;
        boolean isLeft = taken < act.perHour;
        counts.put(key, isLeft ? taken + 1 : taken);
        if (counts.size() > most) {
            Iterator<String> oldest = counts.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return isLeft;
    }

    /// Gives back one that was taken for what then was nothing to be limited.
    synchronized void giveBack(Act act, String address) {
        turn();
        counts.computeIfPresent(key(act, address), (_, taken) -> taken > 1 ? taken - 1 : null);
    }

    private void turn() {
        long now = clock.instant().getEpochSecond();
        if (now / HOUR != hour) {
            hour = now / HOUR;
            counts.clear();
        }
    }

    private String key(Act act, String address) {
        return seal.of(act.name(), Network.of(address));
    }
}
