package eyebright.server;

import eyebright.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Finds out who a request is from.
final class Visits {

    private final Store store;
    private final Tickets tickets;

    Visits(Store store, Tickets tickets) {
        this.store = store;
        this.tickets = tickets;
    }

    /// The visit, if the request carries a ticket of somebody whose answers are here.
    Optional<Visit> of(HttpServletRequest request, Fielded fielded) {
        return tickets.of(request, fielded.name()).flatMap(ticket -> of(ticket, fielded));
    }

    private Optional<Visit> of(Ticket ticket, Fielded fielded) {
        return store.respondent(ticket.respondent())
                .filter(respondent -> respondent.study().equals(fielded.name()))
                .flatMap(
                        respondent ->
                                fielded.version(respondent.questionnaireHash())
                                        .map(
                                                study ->
                                                        new Visit(
                                                                fielded,
                                                                ticket,
                                                                respondent,
                                                                study)));
    }
}
