package eyebright.server;

import eyebright.analysis.Findings;
import eyebright.analysis.FindingsJson;
import eyebright.analysis.PublicFindings;
import eyebright.check.StudyFolder;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import eyebright.store.Snapshot;
import eyebright.store.SnapshotBasis;
import eyebright.store.Snapshots;
import eyebright.store.Store;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Makes snapshots of findings, on one thread, at most once a second, never for a request. Pages read only
/// what is made.
final class Publishing implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Publishing.class.getName());

    private final Studies studies;
    private final Store store;
    private final Origin origin;
    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("snapshots").factory());

    /// @param origin of every answer in the store
    Publishing(Studies studies, Store store, Origin origin) {
        this.studies = studies;
        this.store = store;
        this.origin = origin;
    }

    /// What public pages of a study show.
    ///
    /// @param number of the snapshot; 0 while there is none
    record Published(int number, Findings findings) {}

    /// Reads the latest snapshots, makes those that are due, and looks again every second.
    void begin() {
        studies.all().forEach(this::latest);
        look();
        var _ = thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
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
        thread.shutdownNow();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void latest(Fielded fielded) {
        StudyFolder folder = fielded.folder();
        Optional<Snapshot> latest =
                store.latestSnapshot(fielded.name())
                        .filter(snapshot -> snapshot.planHash().equals(fielded.planHash()))
                        .filter(
                                snapshot ->
                                        snapshot.questionnaireHash()
                                                .equals(fielded.questionnaireHash()));
        Published first =
                latest.map(
                                snapshot ->
                                        new Published(
                                                snapshot.number(),
                                                FindingsJson.read(snapshot.findings())))
                        .orElseGet(() -> new Published(0, of(folder, List.of())));
        published.put(fielded.name(), shown(first));
    }

    private void look() {
        for (Fielded fielded : studies.all()) {
            try {
                SnapshotBasis basis = store.basis(fielded.name());
                if (isDue(basis)) {
                    publish(fielded, basis);
                }
            } catch (RuntimeException fault) {
                LOG.log(Level.ERROR, "no snapshot of " + fielded.name(), fault);
            }
        }
    }

    private boolean isDue(SnapshotBasis basis) {
        return switch (origin) {
            case Origin.Real _ -> Snapshots.due(basis);
            case Origin.Rehearsed _ -> Snapshots.dueRehearsed(basis);
        };
    }

    private void publish(Fielded fielded, SnapshotBasis basis) {
        StudyFolder folder = fielded.folder();
        var responses = new ArrayList<Response>();
        long last =
                store.forEachRespondent(
                        fielded.name(),
                        respondent ->
                                responses.add(
                                        new Response(
                                                respondent.id().toString(), respondent.answers())));
        Findings findings = of(folder, responses);
        var snapshot =
                new Snapshot(
                        fielded.name(),
                        basis.next(),
                        last,
                        findings.data().respondents(),
                        fielded.planHash(),
                        fielded.questionnaireHash(),
                        FindingsJson.write(findings));
        store.addSnapshot(snapshot);
        published.put(fielded.name(), shown(new Published(snapshot.number(), findings)));
    }

    private Findings of(StudyFolder folder, List<Response> responses) {
        return Findings.of(
                folder.study(),
                folder.scales(),
                folder.plan(),
                Frames.of(folder.study(), responses, origin));
    }

    private static Published shown(Published made) {
        return new Published(made.number(), PublicFindings.of(made.findings()));
    }
}
