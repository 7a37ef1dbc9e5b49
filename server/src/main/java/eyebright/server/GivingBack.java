package eyebright.server;

import eyebright.check.StudyFolder;
import eyebright.explore.Explorer;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import eyebright.prediction.Predictions;
import eyebright.prediction.PriorModel;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Makes what respondents are told about themselves rest on the latest snapshot: on one thread of its own, never
/// on a respondent's time.
///
/// Where snapshots follow each other faster than this is made, those between are left out.
final class GivingBack implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GivingBack.class.getName());

    private final Origin origin;
    private final Map<String, Given> given = new ConcurrentHashMap<>();
    private final Map<String, Next> waiting = new ConcurrentHashMap<>();
    // They do not depend on answers. Used by the one thread alone.
    private final Map<String, List<PriorModel>> priors = new HashMap<>();
    private final Background thread = new Background("feedback");

    /// A snapshot that waits to be made something of.
    private record Next(Frame snapshot, Withheld withheld) {}

    /// @param origin of every answer in the store
    GivingBack(Origin origin) {
        this.origin = origin;
    }

    /// What pages of respondents read.
    ///
    /// @param predictions absent while they are worked out for the first time
    /// @param withheld whether others cannot be told of now: see [#withhold]
    record Given(Explorer explorer, Optional<Predictions> predictions, Withheld withheld) {}

    /// Whether others cannot be told of.
    enum Withheld {
        NO,
        YES
    }

    /// Before the first snapshot: nobody has answered.
    void begin(Fielded fielded) {
        begin(fielded, nobody(fielded), Withheld.NO);
    }

    /// With the latest snapshot of an earlier run of the site.
    void begin(Fielded fielded, Frame snapshot) {
        begin(fielded, snapshot, Withheld.NO);
    }

    /// Tells of nobody until the next snapshot. Who was in the latest one and withdrew since cannot be counted any
    /// more, and counts without them, beside those with them, would tell what they answered.
    void withhold(Fielded fielded) {
        begin(fielded, nobody(fielded), Withheld.YES);
    }

    /// Nobody is told of until something was made of the first frame.
    private void begin(Fielded fielded, Frame first, Withheld withheld) {
        given.put(
                fielded.name(),
                new Given(explorer(fielded, nobody(fielded)), Optional.empty(), withheld));
        renew(fielded, first, withheld);
    }

    private Frame nobody(Fielded fielded) {
        return Frames.of(fielded.study(), List.of(), origin);
    }

    /// Rests on that snapshot from now on, or soon.
    void renew(Fielded fielded, Frame snapshot) {
        if (fielded.folder().feedback().isThere()) {
            renew(fielded, snapshot, Withheld.NO);
        }
    }

    private void renew(Fielded fielded, Frame snapshot, Withheld withheld) {
        waiting.put(fielded.name(), new Next(snapshot, withheld));
        thread.run(() -> make(fielded));
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
        thread.close();
    }

    private void make(Fielded fielded) {
        Next next = waiting.remove(fielded.name());
        if (next == null) {
            return;
        }
        try {
            StudyFolder folder = fielded.folder();
            Explorer explorer = explorer(fielded, next.snapshot());
            List<PriorModel> known =
                    priors.computeIfAbsent(
                            fielded.name(),
                            _ ->
                                    Predictions.priors(
                                            folder.study(),
                                            folder.scales(),
                                            folder.feedback(),
                                            folder.population()));
            var predictions =
                    Predictions.of(
                            folder.study(),
                            folder.scales(),
                            folder.feedback(),
                            known,
                            next.snapshot());
            given.put(
                    fielded.name(), new Given(explorer, Optional.of(predictions), next.withheld()));
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "nothing new to give back in " + fielded.name(), fault);
        }
    }

    private static Explorer explorer(Fielded fielded, Frame others) {
        return Explorer.of(fielded.folder().feedback(), fielded.folder().scales(), others);
    }
}
