package eyebright.store;

import eyebright.disclosure.Ledger;
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

    /// What of the store may be public now; see [Store#forEachShown].
    public static Responses shown(Store store, String study) {
        var all = new ArrayList<Response>();
        long last = store.forEachShown(study, respondent -> all.add(response(respondent)));
        return new Responses(all, last);
    }

    /// What of that may be public which the store held at that sequence.
    public static Responses shown(Store store, String study, long upToSequence) {
        var all = new ArrayList<Response>();
        store.forEachShown(study, upToSequence, respondent -> all.add(response(respondent)));
        return new Responses(all, upToSequence);
    }

    /// The answers that a version is made of: of those whose rows went out before, what they had answered then; of all
    /// others what they had at that sequence.
    ///
    /// @param ledger how rows went out, each batch under the sequence at which its answers were read
    public static Responses published(Store store, String study, Ledger ledger, long upToSequence) {
        var all =
                new ArrayList<>(
                        shown(store, study, upToSequence).all().stream()
                                .filter(each -> !ledger.rows().containsKey(each.id()))
                                .toList());
        ledger.rows().values().stream()
                .map(Ledger.Row::batch)
                .distinct()
                .forEach(
                        batch ->
                                shown(store, study, batch).all().stream()
                                        .filter(each -> isOf(ledger, each.id(), batch))
                                        .forEach(all::add));
        return new Responses(all, upToSequence);
    }

    private static boolean isOf(Ledger ledger, String id, long batch) {
        Ledger.Row row = ledger.rows().get(id);
        return row != null && row.batch() == batch;
    }

    private static Response response(Respondent respondent) {
        return new Response(respondent.id().toString(), respondent.answers());
    }
}
