package eyebright.server.figures;

import eyebright.method.Traffic;
import eyebright.server.page.Visitors;
import eyebright.store.Counts;
import eyebright.store.Store;
import eyebright.visitors.Came;
import java.util.Optional;

/// How many come to the studies of a site, begin and finish. Safe for many threads.
public final class Flow {

    private final Store store;
    private final Optional<Visitors> visitors;

    /// @param visitors who counts them; absent where nobody does
    public Flow(Store store, Optional<Visitors> visitors) {
        this.store = store;
        this.visitors = visitors;
    }

    /// How many until the latest snapshot, as far as respondents go: they move with all other public numbers. Empty
    /// while there is none, and while somebody has withdrawn since: one fewer would say so.
    public Optional<Traffic> of(String study) {
        return store.latestSnapshot(study)
                .filter(snapshot -> store.removalsSince(study, snapshot.lastSequence()) == 0)
                .map(snapshot -> of(study, store.counts(study, snapshot.lastSequence())));
    }

    private Traffic of(String study, Counts counts) {
        return new Traffic(
                visitors.map(count -> count.seen(study).all()).map(Flow::visitors),
                counts.started(),
                counts.sent());
    }

    private static Traffic.Visitors visitors(Came came) {
        return new Traffic.Visitors(came.site(), Math.min(came.survey(), came.site()));
    }
}
