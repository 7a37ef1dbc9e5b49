package eyebright.store;

import eyebright.frame.Response;
import java.util.ArrayList;
import java.util.List;

/// The answers of a study as frames are made of them: the way from the log to every number.
///
/// @param all one a respondent, in the order of their random ids
/// @param lastSequence where the log stood
public record Responses(List<Response> all, long lastSequence) {

    public Responses {
        all = List.copyOf(all);
    }

    /// What the store holds now.
    public static Responses of(Store store, String study) {
        var all = new ArrayList<Response>();
        long last = store.forEachRespondent(study, respondent -> all.add(response(respondent)));
        return new Responses(all, last);
    }

    /// What the store held at that sequence, without those who have withdrawn since; see
    /// [Store#forEachRespondent(String, long, java.util.function.Consumer)].
    public static Responses of(Store store, String study, long upToSequence) {
        var all = new ArrayList<Response>();
        store.forEachRespondent(study, upToSequence, respondent -> all.add(response(respondent)));
        return new Responses(all, upToSequence);
    }

    private static Response response(Respondent respondent) {
        return new Response(respondent.id().toString(), respondent.answers());
    }
}
