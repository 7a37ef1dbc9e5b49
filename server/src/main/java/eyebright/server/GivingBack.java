package eyebright.server;

import eyebright.explore.Explorer;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Makes what respondents are told about themselves rest on the latest snapshot: on one thread of its own, never
/// on a respondent's time.
///
/// Where snapshots follow each other faster than this is made, those between are left out.
final class GivingBack implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GivingBack.class.getName());

    private final Origin origin;
    private final Map<String, Given> given = new ConcurrentHashMap<>();
    private final Map<String, Frame> waiting = new ConcurrentHashMap<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("feedback").factory());

    /// @param origin of every answer in the store
    GivingBack(Origin origin) {
        this.origin = origin;
    }

    /// What pages of respondents read.
    ///
    /// @param without whether others cannot be told of now, since somebody of the snapshot withdrew: see [#withhold]
    record Given(Explorer explorer, boolean without) {}

    /// Before the first snapshot: nobody has answered.
    void begin(Fielded fielded) {
        if (fielded.folder().feedback().isThere()) {
            given.put(fielded.name(), of(fielded, nobody(fielded), false));
        }
    }

    /// Rests on that snapshot from now on, or soon.
    void renew(Fielded fielded, Frame snapshot) {
        if (!fielded.folder().feedback().isThere()) {
            return;
        }
        waiting.put(fielded.name(), snapshot);
        thread.execute(() -> renew(fielded));
    }

    /// Tells of nobody until the next snapshot. Who was in the latest one and withdrew since cannot be counted any
    /// more, and counts without them, beside those with them, would tell what they answered.
    void withhold(Fielded fielded) {
        if (fielded.folder().feedback().isThere()) {
            given.put(fielded.name(), of(fielded, nobody(fielded), true));
        }
    }

    /// What there is to tell; empty if the study tells nothing.
    Optional<Given> of(Fielded fielded) {
        return Optional.ofNullable(given.get(fielded.name()));
    }

    /// One respondent's answers as a frame of one row; of none if they do not count.
    Frame alone(Fielded fielded, Response answers) {
        return Frames.of(fielded.study(), List.of(answers), origin);
    }

    /// What pictures say of the answers.
    eyebright.chart.Origin shown() {
        return switch (origin) {
            case Origin.Real _ -> eyebright.chart.Origin.REAL;
            case Origin.Rehearsed _ -> eyebright.chart.Origin.REHEARSED;
        };
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

    private void renew(Fielded fielded) {
        Frame latest = waiting.remove(fielded.name());
        if (latest == null) {
            return;
        }
        try {
            given.put(fielded.name(), of(fielded, latest, false));
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "nothing new to give back in " + fielded.name(), fault);
        }
    }

    private Frame nobody(Fielded fielded) {
        return Frames.of(fielded.study(), List.of(), origin);
    }

    private static Given of(Fielded fielded, Frame others, boolean without) {
        return new Given(
                Explorer.of(fielded.folder().feedback(), fielded.folder().scales(), others),
                without);
    }
}
