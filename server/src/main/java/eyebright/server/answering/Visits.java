package eyebright.server.answering;

import eyebright.server.page.Fielded;
import eyebright.server.page.Stop;
import eyebright.store.Respondent;
import eyebright.store.Store;
import eyebright.study.Study;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Finds out who a request is from.
public final class Visits {

    private final Store store;
    private final Tickets tickets;

    Visits(Store store, Tickets tickets) {
        this.store = store;
        this.tickets = tickets;
    }

    /// The visit, if the request carries a ticket of somebody whose answers are here.
    ///
    /// @throws Stop.VersionGone if the version they began with cannot be read: they must not begin twice
    public Optional<Visit> of(HttpServletRequest request, Fielded fielded) {
        return tickets.of(request, fielded.name()).flatMap(ticket -> of(ticket, fielded));
    }

    /// The ticket alone, of somebody whose answers are here, whatever became of their version.
    public Optional<Ticket> ticket(HttpServletRequest request, Fielded fielded) {
        return tickets.of(request, fielded.name())
                .filter(ticket -> respondent(ticket, fielded).isPresent());
    }

    private Optional<Visit> of(Ticket ticket, Fielded fielded) {
        return respondent(ticket, fielded).map(respondent -> of(ticket, respondent, fielded));
    }

    private static Visit of(Ticket ticket, Respondent respondent, Fielded fielded) {
        Study study =
                fielded.version(respondent.questionnaireHash())
                        .orElseThrow(() -> new Stop.VersionGone(fielded.name()));
        return Visit.of(
                fielded,
                ticket,
                switch (fielded.followed()) {
                    case AS_BEGUN -> respondent;
                    case LATEST -> Fitting.of(respondent, study);
                },
                study);
    }

    private Optional<Respondent> respondent(Ticket ticket, Fielded fielded) {
        return store.respondent(ticket.respondent())
                .filter(respondent -> respondent.study().equals(fielded.name()));
    }
}
