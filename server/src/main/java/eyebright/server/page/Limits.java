package eyebright.server.page;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often one address may begin, name a code that nobody has, fail to log in, comment, or report a comment, within an
/// hour; and how many codes that nobody has may be named by all together.
///
/// Addresses are held in memory only, as a signature under a key that is thrown away every day; of an IPv6
/// address only the half that a household has to itself. Safe for many threads.
public final class Limits {

    /// What is limited.
    public enum Act {
        /// Beginning a study.
        START(30, NO_LIMIT),
        /// A code that nobody has.
        WRONG_CODE(10, 50_000),
        /// A wrong password or code of a researcher.
        LOG_IN(20, NO_LIMIT),
        /// A comment, sent or changed.
        COMMENT(20, NO_LIMIT),
        /// A report of a comment.
        REPORT(20, NO_LIMIT);

        private final int perHour;
        private final int perHourOfAll;

        /// @param perHourOfAll from all addresses together
        Act(int perHour, int perHourOfAll) {
            this.perHour = perHour;
            this.perHourOfAll = perHourOfAll;
        }
    }

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    /// What a whole IPv6 site may do, in households: who rents one has 65,536 of them.
    private static final int HOUSEHOLDS = 10;

    private static final String ALL = "all";

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

    /// Takes one of what an hour allows that address, the network around it, and all together, in one step.
    ///
    /// @return whether there was one left of each
    synchronized boolean take(Act act, String address) {
        turn();
        var allowed = allowed(act, address);
        boolean isLeft =
                allowed.entrySet().stream()
                        .allMatch(each -> counts.getOrDefault(each.getKey(), 0) < each.getValue());
        for (String key : allowed.keySet()) {
            Integer taken = counts.remove(key);
            // Who is refused leaves nothing new behind: made-up households of one IPv6 site would
            // push everybody else out.
            if (taken != null || isLeft) {
                counts.put(key, (taken == null ? 0 : taken) + (isLeft ? 1 : 0));
            }
        }
        while (counts.size() > most) {
            Iterator<String> oldest = counts.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return isLeft;
    }

    /// Gives back one that was taken for what then was nothing to be limited.
    synchronized void giveBack(Act act, String address) {
        turn();
        for (String key : allowed(act, address).keySet()) {
            counts.computeIfPresent(key, (_, taken) -> taken > 1 ? taken - 1 : null);
        }
    }

    /// How often it may be done in an hour, by whom: the household, the IPv6 site around it, everybody.
    private Map<String, Integer> allowed(Act act, String address) {
        String household = Network.of(address);
        var allowed = new LinkedHashMap<String, Integer>();
        allowed.put(seal.of(act.name(), household), act.perHour);
        Network.around(household)
                .ifPresent(
                        site -> allowed.put(seal.of(act.name(), site), HOUSEHOLDS * act.perHour));
        if (act.perHourOfAll < NO_LIMIT) {
            allowed.put(seal.of(act.name(), ALL), act.perHourOfAll);
        }
        return allowed;
    }

    private void turn() {
        long now = clock.instant().getEpochSecond();
        if (now / HOUR != hour) {
            hour = now / HOUR;
            counts.clear();
        }
    }
}
