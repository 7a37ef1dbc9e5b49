package eyebright.store;

import eyebright.disclosure.Ledger;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;

/// The answers of a study as a frame: the way from the log to every number. But for what is published, one respondent is held
/// at a time while the log is read, so that a study needs no more memory than its frame.
///
/// @param frame of who counts, in the order of their random ids
/// @param lastSequence where the log stood
public record StoredFrame(Frame frame, long lastSequence) {

    /// What the store holds now.
    ///
    /// @param origin of every answer in the store
    public static StoredFrame of(Store store, Study study, Origin origin) {
        var frames = new Frames(study);
        long last =
                store.forEachRespondent(
                        study.name(), respondent -> frames.add(response(respondent)));
        return new StoredFrame(frames.frame(origin), last);
    }

    /// What of the store may be public now; see [Store#forEachShown].
    ///
    /// @param origin of every answer in the store
    public static StoredFrame shown(Store store, Study study, Origin origin) {
        var frames = new Frames(study);
        long last =
                store.forEachShown(study.name(), respondent -> frames.add(response(respondent)));
        return new StoredFrame(frames.frame(origin), last);
    }

    /// What of that may be public which the store held at that sequence.
    ///
    /// @param origin of every answer in the store
    public static StoredFrame shown(Store store, Study study, Origin origin, long upToSequence) {
        var frames = new Frames(study);
        store.forEachShown(
                study.name(), upToSequence, respondent -> frames.add(response(respondent)));
        return new StoredFrame(frames.frame(origin), upToSequence);
    }

    /// The answers that a version is made of: of those whose rows went out before, what they had answered then; of all
    /// others what they had at that sequence.
    ///
    /// @param origin of every answer in the store
    /// @param ledger how rows went out, each batch under the sequence at which its answers were read
    public static StoredFrame published(
            Store store, Study study, Origin origin, Ledger ledger, long upToSequence) {
        return new StoredFrame(
                Frames.of(study, published(store, study.name(), ledger, upToSequence), origin),
                upToSequence);
    }

    /// The same, one a respondent, in no order.
    static List<Response> published(Store store, String study, Ledger ledger, long upToSequence) {
        var all = new ArrayList<Response>();
        store.forEachShown(
                study,
                upToSequence,
                respondent -> {
                    if (!ledger.rows().containsKey(respondent.id().toString())) {
                        all.add(response(respondent));
                    }
                });
        ledger.rows().values().stream()
                .map(Ledger.Row::batch)
                .distinct()
                .forEach(
                        batch ->
                                store.forEachShown(
                                        study,
                                        batch,
                                        respondent -> {
                                            if (isOf(ledger, respondent, batch)) {
                                                all.add(response(respondent));
                                            }
                                        }));
        return all;
    }

    private static boolean isOf(Ledger ledger, Respondent respondent, long batch) {
        Ledger.Row row = ledger.rows().get(respondent.id().toString());
        return row != null && row.batch() == batch;
    }

    private static Response response(Respondent respondent) {
        return new Response(respondent.id().toString(), respondent.answers());
    }
}
