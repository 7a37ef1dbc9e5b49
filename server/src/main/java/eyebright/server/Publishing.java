package eyebright.server;

import eyebright.analysis.Findings;
import eyebright.analysis.FindingsJson;
import eyebright.analysis.PublicFindings;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import eyebright.freeze.Begun;
import eyebright.freeze.Standing;
import eyebright.store.Responses;
import eyebright.store.Snapshot;
import eyebright.store.SnapshotBasis;
import eyebright.store.Snapshots;
import eyebright.store.Store;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// Makes snapshots of findings, on one thread, at most once a second, never for a request. Pages read only
/// what is made.
final class Publishing implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Publishing.class.getName());

    /// How many times as long as an attempt took there is no other.
    private static final int REST = 10;

    private final Studies studies;
    private final Store store;
    private final Origin origin;
    private final GivingBack givingBack;
    private final Map<String, Attempt> attempts = new HashMap<>();
    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private final Background thread = new Background("snapshots");

    /// @param origin of every answer in the store
    /// @param givingBack told of every snapshot
    Publishing(Studies studies, Store store, Origin origin, GivingBack givingBack) {
        this.studies = studies;
        this.store = store;
        this.origin = origin;
        this.givingBack = givingBack;
    }

    /// An attempt that found too few who had joined. Used by the one thread alone.
    ///
    /// @param rows how many rows there were since the latest snapshot
    /// @param wanting how many people were wanting; each of them saves at least one more row
    /// @param restUntil the nanosecond before which there is no other, so that a large log is not read all
    ///   day
    private record Attempt(int rows, int wanting, long restUntil) {}

    /// What public pages of a study show.
    ///
    /// @param number of the snapshot; 0 while there is none
    /// @param beforeChange how many respondents the latest snapshot rests on, where it is of another plan or
    ///   questionnaire and there is none of this one
    record Published(int number, Findings findings, OptionalInt beforeChange) {}

    /// Reads the latest snapshots, makes those that are due, and looks again every second.
    void begin() {
        studies.all().forEach(this::latest);
        look();
        thread.everySecond(this::look);
    }

    /// Begins anew with a study whose folder was edited.
    void renew(Fielded fielded) {
        latest(fielded);
    }

    /// What is public of that study now.
    Published of(Fielded fielded) {
        Published now = published.get(fielded.name());
        if (now == null) {
            throw new IllegalStateException("publishing of " + fielded.name() + " has not begun");
        }
        return now;
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
        published.put(fielded.name(), shown(first));
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
        long sequence = snapshot.get().lastSequence();
        Frame then = frame(fielded, Responses.of(store, fielded.name(), sequence).all());
        if (then.size() == snapshot.get().respondents()) {
            givingBack.begin(fielded, then);
        } else {
            givingBack.withhold(fielded);
        }
    }

    private Findings nothing(Fielded fielded) {
        return of(fielded, frame(fielded, List.of()));
    }

    private void look() {
        for (Fielded fielded : studies.all()) {
            try {
                look(fielded);
            } catch (RuntimeException fault) {
                LOG.log(Level.ERROR, "no snapshot of " + fielded.name(), fault);
            }
        }
    }

    private void look(Fielded fielded) {
        SnapshotBasis basis = store.basis(fielded.name());
        switch (origin) {
            case Origin.Real _ -> {
                if (Snapshots.worthTrying(basis) && !isTooEarly(fielded, basis)) {
                    tryToPublish(fielded, basis);
                }
            }
            case Origin.Rehearsed _ -> {
                if (Snapshots.dueRehearsed(basis)) {
                    Responses now = Responses.of(store, fielded.name());
                    publish(fielded, basis, frame(fielded, now.all()), now.lastSequence());
                }
            }
        }
    }

    /// Whether so little has come since the last attempt that it would end like that one.
    private boolean isTooEarly(Fielded fielded, SnapshotBasis basis) {
        Attempt last = attempts.get(fielded.name());
        if (last == null) {
            return false;
        }
        // Whoever withdraws takes their rows along.
        int rows = Math.min(last.rows(), basis.rows());
        attempts.put(fielded.name(), new Attempt(rows, last.wanting(), last.restUntil()));
        return basis.rows() - rows < last.wanting() || System.nanoTime() - last.restUntil() < 0;
    }

    /// Publishes if enough people count who did not count in the latest snapshot. Who counted then is read
    /// from the log as it stood, since a snapshot names nobody.
    private void tryToPublish(Fielded fielded, SnapshotBasis basis) {
        long begun = System.nanoTime();
        Responses now = Responses.of(store, fielded.name());
        Frame frame = frame(fielded, now.all());
        List<String> before =
                basis.latest() == 0
                        ? List.of()
                        : frame(
                                        fielded,
                                        Responses.of(store, fielded.name(), basis.lastSequence())
                                                .all())
                                .respondents();
        int wanting = Snapshots.LEAST_JOINED - Snapshots.joined(before, frame.respondents());
        if (wanting <= 0) {
            attempts.remove(fielded.name());
            publish(fielded, basis, frame, now.lastSequence());
            return;
        }
        long end = System.nanoTime();
        attempts.put(
                fielded.name(), new Attempt(basis.rows(), wanting, end + REST * (end - begun)));
    }

    private void publish(Fielded fielded, SnapshotBasis basis, Frame frame, long lastSequence) {
        Findings findings = of(fielded, frame);
        var snapshot =
                new Snapshot(
                        fielded.name(),
                        basis.next(),
                        lastSequence,
                        findings.data().respondents(),
                        fielded.planHash(),
                        fielded.questionnaireHash(),
                        FindingsJson.write(findings));
        store.addSnapshot(snapshot);
        givingBack.renew(fielded, frame);
        published.put(
                fielded.name(),
                shown(new Published(snapshot.number(), findings, OptionalInt.empty())));
    }

    private Frame frame(Fielded fielded, List<Response> responses) {
        return Frames.of(fielded.folder().study(), responses, origin);
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
