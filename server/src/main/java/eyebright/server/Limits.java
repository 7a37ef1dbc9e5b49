package eyebright.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How often one address may begin, or mistype a code, within an hour.
///
/// Addresses are held in memory only, as a signature under a key that is thrown away every day. Safe for
/// many threads.
final class Limits {

    /// What is limited.
    enum Act {
        /// Beginning a study.
        START(30),
        /// A code that nobody has.
        WRONG_CODE(10);

        private final int perHour;

        Act(int perHour) {
            this.perHour = perHour;
        }
    }

    private static final int MOST_ADDRESSES = 200_000;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private final InstantSource clock;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private Seal seal = freshSeal();
    private long day;
    private long hour;

    Limits(InstantSource clock) {
        this.clock = clock;
    }

    /// Whether that address has used up what an hour allows.
    synchronized boolean reached(Act act, String address) {
        turn();
        return counts.getOrDefault(seal.of(act.name(), address), 0) >= act.perHour;
    }

    /// Counts one more.
    synchronized void count(Act act, String address) {
        turn();
        if (counts.size() < MOST_ADDRESSES) {
            counts.merge(seal.of(act.name(), address), 1, Integer::sum);
        }
    }

    private void turn() {
        long now = clock.instant().getEpochSecond();
        if (now / HOUR != hour) {
            hour = now / HOUR;
            counts.clear();
        }
        if (now / DAY != day) {
            day = now / DAY;
            seal = freshSeal();
        }
    }

    private static Seal freshSeal() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Seal(key);
    }
}
