package eyebright.server.figures;

import eyebright.check.StudyFolder;
import eyebright.explore.Explorer;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import eyebright.prediction.Predictions;
import eyebright.prediction.PriorModel;
import eyebright.server.page.Background;
import eyebright.server.page.Fielded;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// Makes what respondents are told about themselves rest on the latest snapshot, never on a respondent's time.
///
/// Where they stand is made at once, on the thread of snapshots, or before the site answers: a page never says that too
/// few have answered where enough have. Predictions take longer and have a thread of their own; until they are made, the
/// earlier ones stand. Where snapshots follow each other faster than that, those between are left out; and after each there
/// is a [Rest].
public final class GivingBack implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GivingBack.class.getName());

    private final Origin origin;
    private final Map<String, Given> given = new ConcurrentHashMap<>();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    // They do not depend on answers. Used by the one thread alone.
    private final Map<String, List<PriorModel>> priors = new HashMap<>();
    // In which there are no new predictions. Used by the one thread alone.
    private final Map<String, Rest> rests = new HashMap<>();
    private final Background thread = new Background("feedback");
    private final CountDownLatch served = new CountDownLatch(1);

    /// @param origin of every answer in the store
    public GivingBack(Origin origin) {
        this.origin = origin;
        thread.run(this::awaitServed);
    }

    private void awaitServed() {
        try {
            served.await();
        } catch (InterruptedException _) {
            // The site ends before it has served anything: what waits is not done.
            Thread.currentThread().interrupt();
        }
    }

    /// The site answers: from here on predictions are worked out. Before, that would keep two processors from the
    /// first page for seconds.
    public void served() {
        served.countDown();
    }

    /// What pages of respondents read.
    ///
    /// @param predictions absent while they are worked out for the first time
    /// @param withheld whether others cannot be told of now: see [#withhold]
    public record Given(Explorer explorer, Optional<Predictions> predictions, Withheld withheld) {}

    /// What predictions are to be made of next.
    private record Waiting(Fielded fielded, Frame snapshot) {}

    /// Whether others cannot be told of.
    public enum Withheld {
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

    private void begin(Fielded fielded, Frame first, Withheld withheld) {
        given.put(fielded.name(), new Given(explorer(fielded, first), Optional.empty(), withheld));
        predict(fielded, first);
    }

    private Frame nobody(Fielded fielded) {
        return Frames.of(fielded.study(), List.of(), origin);
    }

    /// Comparisons rest on that snapshot from now on, predictions soon.
    void renew(Fielded fielded, Frame snapshot) {
        if (!fielded.folder().feedback().isThere()) {
            return;
        }
        Explorer explorer = explorer(fielded, snapshot);
        given.compute(
                fielded.name(),
                (_, before) ->
                        new Given(
                                explorer,
                                before == null ? Optional.empty() : before.predictions(),
                                Withheld.NO));
        predict(fielded, snapshot);
    }

    private void predict(Fielded fielded, Frame snapshot) {
        waiting.put(fielded.name(), new Waiting(fielded, snapshot));
        thread.run(() -> make(fielded.name()));
    }

    /// Nothing that was made of an earlier text of the folder stays.
    public void forget(String study) {
        given.remove(study);
        thread.run(
                () -> {
                    priors.remove(study);
                    rests.remove(study);
                });
    }

    /// What there is to tell; empty if the study tells nothing.
    public Optional<Given> of(Fielded fielded) {
        return Optional.ofNullable(given.get(fielded.name()));
    }

    /// One respondent's answers as a frame of one row; of none if they do not count.
    public Frame alone(Fielded fielded, Response answers) {
        return Frames.of(fielded.study(), List.of(answers), origin);
    }

    /// What pictures say of the answers.
    public eyebright.chart.Origin shown() {
        return switch (origin) {
            case Origin.Real _ -> eyebright.chart.Origin.REAL;
            case Origin.Rehearsed _ -> eyebright.chart.Origin.REHEARSED;
        };
    }

    @Override
    public void close() {
        thread.close();
    }

    private void make(String study) {
        if (!waiting.containsKey(study)) {
            return;
        }
        Rest rest = rests.get(study);
        if (rest != null && !rest.isOver()) {
            thread.later(rest.left(), () -> make(study));
            return;
        }
        long begun = System.nanoTime();
        // This thread alone takes what waits.
        Waiting next = Objects.requireNonNull(waiting.remove(study));
        Fielded fielded = next.fielded();
        try {
            StudyFolder folder = fielded.folder();
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
            given.computeIfPresent(
                    fielded.name(),
                    (_, now) ->
                            new Given(now.explorer(), Optional.of(predictions), now.withheld()));
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "no new predictions in " + fielded.name(), fault);
        }
        if (next.snapshot().size() > 0) {
            rests.put(study, Rest.after(begun, origin));
        }
    }

    private static Explorer explorer(Fielded fielded, Frame others) {
        return Explorer.of(fielded.folder().feedback(), fielded.folder().scales(), others);
    }
}
