package eyebright.server.page;

import eyebright.visitors.Came;
import eyebright.visitors.VisitorDays;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Counts who comes to the pages of a study, once a day each, without keeping who. Safe for many threads.
///
/// Networks are held in memory only, as signatures under a key that is thrown away with the day: see [DailySeal]. What is
/// written down is a number a day, every second, so that no visitor waits for a disk.
public final class Visitors implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Visitors.class.getName());

    /// Beyond these nobody is counted on that day: each takes a hundred bytes or so.
    private static final int MOST_A_DAY = 200_000;

    private final VisitorDays days;
    private final InstantSource clock;
    private final int most;
    private final DailySeal seal;
    private final Set<String> known = new HashSet<>();
    private final Map<On, Came> unwritten = new HashMap<>();
    private final Map<String, Came> earlier = new HashMap<>();
    private final Map<String, Came> today = new HashMap<>();
    private final Background thread = new Background("visitors");
    private LocalDate day;

    /// @param days where numbers are kept; closed with this
    public Visitors(VisitorDays days, InstantSource clock) {
        this(days, clock, MOST_A_DAY);
    }

    /// @param most how many are known a day
    Visitors(VisitorDays days, InstantSource clock, int most) {
        this.days = days;
        this.clock = clock;
        this.most = most;
        this.seal = new DailySeal(clock);
        this.day = now();
    }

    /// A day of a study.
    private record On(String study, LocalDate day) {}

    /// Begins to write down what is counted.
    public void begin() {
        thread.everySecond(this::write);
    }

    /// How many came to a study.
    ///
    /// @param today so far
    /// @param all on all days, each as often as they came on another
    public record Seen(Came today, Came all) {

        /// In a line, such as `1 visitor today, 1,240 in all`.
        String inWords() {
            return "%,d visitor%s today, %,d in all"
                    .formatted(today.site(), today.site() == 1 ? "" : "s", all.site());
        }
    }

    /// Somebody came to a page of a study.
    ///
    /// @param network where from, as [Network#of] has it
    /// @param isSurvey whether to the page that asks for consent
    public synchronized void came(String study, String network, boolean isSurvey) {
        turn();
        int site = isNew("site", study, network) ? 1 : 0;
        int survey = isSurvey && isNew("survey", study, network) ? 1 : 0;
        if (site + survey > 0) {
            var more = new Came(site, survey);
            today.put(study, today(study).and(more));
            unwritten.merge(new On(study, day), more, Came::and);
        }
    }

    private boolean isNew(String what, String study, String network) {
        return known.size() < most && known.add(seal.of(what, study, network));
    }

    /// How many have come to a study.
    public synchronized Seen seen(String study) {
        turn();
        Came now = today(study);
        return new Seen(now, earlier.getOrDefault(study, Came.NONE).and(now));
    }

    /// What is known of a study, read again once something was written: another server may have counted as well.
    private Came today(String study) {
        Came now = today.get(study);
        if (now == null) {
            now = days.on(study, day).and(notYetWritten(study, day::equals));
            today.put(study, now);
            earlier.put(study, days.before(study, day).and(notYetWritten(study, day::isAfter)));
        }
        return now;
    }

    /// What came in the last second may still wait to be written.
    private Came notYetWritten(String study, Predicate<LocalDate> on) {
        return unwritten.entrySet().stream()
                .filter(each -> each.getKey().study().equals(study))
                .filter(each -> on.test(each.getKey().day()))
                .map(Map.Entry::getValue)
                .reduce(Came.NONE, Came::and);
    }

    private void turn() {
        LocalDate now = now();
        if (!now.equals(day)) {
            day = now;
            known.clear();
            today.clear();
            earlier.clear();
        }
    }

    private LocalDate now() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// What cannot be written now is tried again with what comes: a full disk keeps nobody from reading.
    private void write() {
        Map<On, Came> going;
        synchronized (this) {
            going = Map.copyOf(unwritten);
            unwritten.clear();
        }
        going.forEach(
                (on, more) -> {
                    try {
                        days.add(on.study(), on.day(), more);
                    } catch (RuntimeException failed) {
                        LOG.log(Level.WARNING, "visitors are not written down yet", failed);
                        keep(on, more);
                    }
                });
        forget();
    }

    private synchronized void forget() {
        today.clear();
        earlier.clear();
    }

    private synchronized void keep(On on, Came more) {
        unwritten.merge(on, more, Came::and);
    }

    @Override
    public void close() {
        thread.close();
        write();
        days.close();
    }
}
