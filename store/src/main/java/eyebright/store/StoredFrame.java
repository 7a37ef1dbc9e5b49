package eyebright.store;

import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import eyebright.study.Study;

/// The answers of a study as a frame: the way from the log to every number. One respondent is held at a time while the
/// log is read, so that a study needs no more memory than its frame.
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

    /// What the store held at that sequence, without those who have withdrawn since; see
    /// [Store#forEachRespondent(String, long, java.util.function.Consumer)].
    ///
    /// @param origin of every answer in the store
    public static StoredFrame of(Store store, Study study, Origin origin, long upToSequence) {
        var frames = new Frames(study);
        store.forEachRespondent(
                study.name(), upToSequence, respondent -> frames.add(response(respondent)));
        return new StoredFrame(frames.frame(origin), upToSequence);
    }

    private static Response response(Respondent respondent) {
        return new Response(respondent.id().toString(), respondent.answers());
    }
}
