package eyebright.server.figures;

import eyebright.analysis.Findings;
import eyebright.analysis.FindingsJson;
import eyebright.analysis.PublicFindings;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.freeze.Begun;
import eyebright.freeze.Standing;
import eyebright.server.metrics.SnapshotAge;
import eyebright.server.page.Background;
import eyebright.server.page.Fielded;
import eyebright.server.page.Studies;
import eyebright.store.LogPosition;
import eyebright.store.Snapshot;
import eyebright.store.SnapshotBasis;
import eyebright.store.SnapshotTakenException;
import eyebright.store.Snapshots;
import eyebright.store.Store;
import eyebright.store.StoredFrame;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Makes snapshots of findings, on one thread, at most once a second, never for a request, and with a [Rest] after each
/// attempt and each look at what has come, whatever came of it. Pages read only what is made. Where several servers write
/// to one database, the first to keep a number has made it, and the others show it when they look next.
public final class Publishing implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Publishing.class.getName());

    /// How long a study is left alone that has no room.
    private static final Duration WITHOUT_ROOM = Duration.ofMinutes(10);

    private final Studies studies;
    private final Store store;
    private final Origin origin;
    private final GivingBack givingBack;
    // Held while a snapshot is made, or a study begun anew by another thread.
    private final Object turn = new Object();
    private final Map<String, Attempt> attempts = new HashMap<>();
    // The latest number that was read or made, of whatever plan.
    private final Map<String, Integer> known = new HashMap<>();
    private final Map<String, Counted> counted = new HashMap<>();
    private final Room room = Room.ofThisProcess();
    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private final Map<String, Long> since = new ConcurrentHashMap<>();
    private final Background thread = new Background("snapshots");

    /// @param origin of every answer in the store
    /// @param givingBack told of every snapshot
    public Publishing(Studies studies, Store store, Origin origin, GivingBack givingBack) {
        this.studies = studies;
        this.store = store;
        this.origin = origin;
        this.givingBack = givingBack;
    }

    /// The last attempt, or look at whether one is worth it.
    ///
    /// @param sequence where the log stood before it; 0 where it came to no end, so that there is another also when nothing comes
    /// @param wanting how many people were wanting; each of them saves at least one more row
    /// @param rest in which there is no other
    private record Attempt(long sequence, int wanting, Rest rest) {

        static Attempt withoutEnd(Rest rest) {
            return new Attempt(0, 0, rest);
        }
    }

    /// Who counted in a snapshot.
    ///
    /// @param number of the snapshot
    /// @param respondents their ids
    private record Counted(int number, List<String> respondents) {}

    /// What public pages of a study show.
    ///
    /// @param number of the snapshot; 0 while there is none
    /// @param beforeChange how many respondents the latest snapshot rests on, where it is of another plan or
    ///   questionnaire and there is none of this one
    public record Published(int number, Findings findings, OptionalInt beforeChange) {}

    /// Reads the latest snapshots, makes those that are due, and looks again every second.
    ///
    /// @param isInUse whether the answers to a study may be used at that moment: no snapshot is made of those that may not
    public void begin(Predicate<Fielded> isInUse) {
        studies.all().forEach(this::latest);
        look(isInUse);
        thread.everySecond(() -> look(isInUse));
    }

    /// Begins anew with a study whose folder was edited, or answers deleted.
    public void renew(Fielded fielded) {
        synchronized (turn) {
            latest(fielded);
        }
    }

    /// What is public of that study now.
    public Published of(Fielded fielded) {
        Published now = published.get(fielded.name());
        if (now == null) {
            throw new IllegalStateException("publishing of " + fielded.name() + " has not begun");
        }
        return now;
    }

    /// What is public of every study now, and for how long it has been.
    public List<SnapshotAge> ages() {
        long now = System.nanoTime();
        return published.entrySet().stream()
                .map(
                        each ->
                                new SnapshotAge(
                                        each.getKey(),
                                        each.getValue().number(),
                                        (now - since.getOrDefault(each.getKey(), now)) / 1e9))
                .sorted(Comparator.comparing(SnapshotAge::study))
                .toList();
    }

    private void show(Fielded fielded, Published made) {
        published.put(fielded.name(), shown(made));
        since.put(fielded.name(), System.nanoTime());
    }

    @Override
    public void close() {
        thread.close();
    }

    private void latest(Fielded fielded) {
        Optional<Snapshot> latest = store.latestSnapshot(fielded.name());
        Optional<Snapshot> ours = latest.filter(snapshot -> isOf(fielded, snapshot));
        if (fielded.folder().feedback().isThere()) {
            giveBack(fielded, ours);
        }
        Published first =
                ours.map(snapshot -> earlier(fielded, snapshot))
                        .orElseGet(() -> new Published(0, nothing(fielded), before(latest)));
        show(fielded, first);
        known.put(fielded.name(), latest.map(Snapshot::number).orElse(0));
    }

    /// A snapshot of another plan or questionnaire is not shown beside this one's questions.
    private static boolean isOf(Fielded fielded, Snapshot snapshot) {
        return snapshot.planHash().equals(fielded.planHash())
                && snapshot.questionnaireHash().equals(fielded.questionnaireHash());
    }

    /// That people had taken part before a change stays true.
    private static OptionalInt before(Optional<Snapshot> latest) {
        return latest.map(snapshot -> OptionalInt.of(snapshot.respondents()))
                .orElseGet(OptionalInt::empty);
    }

    private Published earlier(Fielded fielded, Snapshot snapshot) {
        return new Published(
                snapshot.number(),
                // The plan may have been frozen since, which changes no hash of it.
                FindingsJson.read(snapshot.findings()).asOf(standing(fielded)),
                OptionalInt.empty());
    }

    /// The log as it stood has lost who withdrew since.
    private void giveBack(Fielded fielded, Optional<Snapshot> snapshot) {
        if (snapshot.isEmpty()) {
            givingBack.begin(fielded);
            return;
        }
        Optional<Frame> then = asItStood(fielded, snapshot.get());
        if (then.isPresent() && then.get().size() == snapshot.get().respondents()) {
            givingBack.begin(fielded, then.get());
        } else {
            givingBack.withhold(fielded);
        }
    }

    /// Who counted in a snapshot of an earlier run; nothing where there is no room for it.
    private Optional<Frame> asItStood(Fielded fielded, Snapshot snapshot) {
        if (!hasRoom(fielded)) {
            return Optional.empty();
        }
        try {
            Frame then =
                    StoredFrame.shown(store, fielded.study(), origin, snapshot.lastSequence())
                            .frame();
            counted.put(fielded.name(), new Counted(snapshot.number(), then.respondents()));
            return Optional.of(then);
        } catch (OutOfMemoryError full) {
            rest(fielded, full);
            return Optional.empty();
        }
    }

    private Findings nothing(Fielded fielded) {
        return of(fielded, new Frames(fielded.study()).frame(origin));
    }

    private void look(Predicate<Fielded> isInUse) {
        for (Fielded fielded : studies.all()) {
            try {
                synchronized (turn) {
                    look(fielded, isInUse);
                }
            } catch (RuntimeException fault) {
                LOG.log(Level.ERROR, "no snapshot of " + fielded.name(), fault);
            } catch (OutOfMemoryError full) {
                rest(fielded, full);
            }
        }
    }

    /// Leaves a study alone for a while: what is public stays, answers are kept as before, and the operator is told.
    private void rest(Fielded fielded, OutOfMemoryError full) {
        attempts.put(fielded.name(), Attempt.withoutEnd(Rest.of(WITHOUT_ROOM)));
        LOG.log(Level.ERROR, room.lacking(fielded.study(), store.started(fielded.name())), full);
    }

    /// Whether a snapshot fits into the memory of the process. Where it does not it is not even tried, since what runs out
    /// of memory takes it from those who are answering.
    private boolean hasRoom(Fielded fielded) {
        int respondents = store.started(fielded.name());
        if (room.isFor(fielded.study(), respondents)) {
            return true;
        }
        attempts.put(fielded.name(), Attempt.withoutEnd(Rest.of(WITHOUT_ROOM)));
        LOG.log(Level.ERROR, room.lacking(fielded.study(), respondents));
        return false;
    }

    private void look(Fielded fielded, Predicate<Fielded> isInUse) {
        long begun = System.nanoTime();
        LogPosition position = store.position(fielded.name());
        if (!Integer.valueOf(position.latest()).equals(known.get(fielded.name()))) {
            // Another server has made one; this one has rested no longer for it.
            attempts.computeIfPresent(fielded.name(), (_, last) -> Attempt.withoutEnd(last.rest()));
            latest(fielded);
        }
        if (isTooEarly(fielded, position, begun)) {
            return;
        }
        try {
            attempt(fielded, position, isInUse, begun);
        } catch (RuntimeException fault) {
            attempts.put(fielded.name(), Attempt.withoutEnd(Rest.after(begun, origin)));
            throw fault;
        }
    }

    /// Whether so little has come since the last attempt that it would end like that one.
    ///
    /// @param begun the nanosecond at which this look was begun
    private boolean isTooEarly(Fielded fielded, LogPosition position, long begun) {
        Attempt last = attempts.get(fielded.name());
        if (last == null) {
            return false;
        }
        if (!last.rest().isOver() || position.sequence() == last.sequence()) {
            return true;
        }
        if (last.wanting() <= 0
                || store.rowsSince(fielded.name(), last.sequence(), last.wanting())
                        == last.wanting()) {
            return false;
        }
        attempts.put(
                fielded.name(),
                new Attempt(last.sequence(), last.wanting(), Rest.after(begun, origin)));
        return true;
    }

    /// Makes a snapshot if one is due.
    ///
    /// @param position of the log before
    /// @param begun the nanosecond at which it was begun
    private void attempt(
            Fielded fielded, LogPosition position, Predicate<Fielded> isInUse, long begun) {
        SnapshotBasis basis = store.basis(fielded.name());
        int wanting =
                switch (origin) {
                    case Origin.Real _ -> Snapshots.LEAST_JOINED - basis.active();
                    // Who withdraws moves it as well, and saves nothing.
                    case Origin.Rehearsed _ -> 0;
                };
        if (isDue(fielded, basis)) {
            if (!isInUse.test(fielded)) {
                // A day makes the difference, which no row says.
                attempts.put(fielded.name(), Attempt.withoutEnd(Rest.after(begun, origin)));
                return;
            }
            if (!hasRoom(fielded)) {
                return;
            }
            wanting = makeIfEnough(fielded, basis);
        }
        attempts.put(
                fielded.name(),
                new Attempt(position.sequence(), wanting, Rest.after(begun, origin)));
    }

    private boolean isDue(Fielded fielded, SnapshotBasis basis) {
        return switch (origin) {
            case Origin.Real _ -> Snapshots.worthTrying(basis);
            // Nobody is to be hidden among others: pages follow whoever sends or withdraws.
            case Origin.Rehearsed _ ->
                    basis.removalsWait()
                            || store.hasSentSince(fielded.name(), basis.lastSequence());
        };
    }

    /// Makes a snapshot, if enough people count who did not count in the latest.
    ///
    /// @return how many people are wanting for the next attempt
    private int makeIfEnough(Fielded fielded, SnapshotBasis basis) {
        return switch (origin) {
            case Origin.Real _ -> {
                List<String> before = countedIn(fielded, basis);
                StoredFrame now = StoredFrame.shown(store, fielded.study(), origin);
                int joined = Snapshots.joined(before, now.frame().respondents());
                if (joined < Snapshots.LEAST_JOINED) {
                    yield Snapshots.LEAST_JOINED - joined;
                }
                publish(fielded, basis, now);
                yield Snapshots.LEAST_JOINED;
            }
            case Origin.Rehearsed _ -> {
                publish(fielded, basis, StoredFrame.shown(store, fielded.study(), origin));
                yield 0;
            }
        };
    }

    /// Who counted in the latest snapshot, by id. A snapshot names nobody: those of this run are remembered, those of an
    /// earlier one are read from the log as it stood. Who has withdrawn since may be among them, and has not joined.
    private List<String> countedIn(Fielded fielded, SnapshotBasis basis) {
        if (basis.latest() == 0) {
            return List.of();
        }
        Counted known = counted.get(fielded.name());
        if (known == null || known.number() != basis.latest()) {
            known =
                    new Counted(
                            basis.latest(),
                            StoredFrame.shown(store, fielded.study(), origin, basis.lastSequence())
                                    .frame()
                                    .respondents());
            counted.put(fielded.name(), known);
        }
        return known.respondents();
    }

    private void publish(Fielded fielded, SnapshotBasis basis, StoredFrame stored) {
        Frame frame = stored.frame();
        Findings findings = of(fielded, frame);
        var snapshot =
                new Snapshot(
                        fielded.name(),
                        basis.next(),
                        stored.lastSequence(),
                        findings.data().respondents(),
                        fielded.planHash(),
                        fielded.questionnaireHash(),
                        FindingsJson.write(findings));
        try {
            store.addSnapshot(snapshot);
        } catch (SnapshotTakenException another) {
            LOG.log(Level.DEBUG, "another server was first", another);
            return;
        }
        known.put(fielded.name(), snapshot.number());
        counted.put(fielded.name(), new Counted(snapshot.number(), frame.respondents()));
        givingBack.renew(fielded, frame);
        show(fielded, new Published(snapshot.number(), findings, OptionalInt.empty()));
    }

    private Findings of(Fielded fielded, Frame frame) {
        StudyFolder folder = fielded.folder();
        return Findings.of(
                folder.study(), folder.scales(), folder.plan(), standing(fielded), frame);
    }

    /// How the plan stands to what was frozen, with when people began where they are real.
    private Optional<Standing> standing(Fielded fielded) {
        return fielded.folder()
                .standing()
                .map(
                        frozen ->
                                switch (origin) {
                                    case Origin.Real _ ->
                                            frozen.with(
                                                    Begun.of(
                                                            store.begun(fielded.name()),
                                                            frozen.planHash()));
                                    case Origin.Rehearsed _ -> frozen;
                                });
    }

    private static Published shown(Published made) {
        return new Published(
                made.number(), PublicFindings.of(made.findings()), made.beforeChange());
    }
}
