package eyebright.server.answering;

import eyebright.server.page.Fielded;
import eyebright.store.Respondent;
import eyebright.study.Answers;
import eyebright.study.Draw;
import eyebright.study.Page;
import eyebright.study.Route;
import eyebright.study.Study;
import java.util.Optional;

/// One request of a respondent: who it is, what they answered so far, in the version they began with.
///
/// @param respondent as the store has them
/// @param study the questionnaire in the version they began with
/// @param route the way their answers lead
public record Visit(
        Fielded fielded, Ticket ticket, Respondent respondent, Study study, Route route) {

    /// With the way that the answers of that respondent lead through the study.
    static Visit of(Fielded fielded, Ticket ticket, Respondent respondent, Study study) {
        Draw draw = Draw.of(ticket.id());
        return new Visit(
                fielded, ticket, respondent, study, Route.of(study, respondent.answers(), draw));
    }

    /// What they have answered so far.
    public Answers answers() {
        return respondent.answers();
    }

    /// The id that random orders are drawn from.
    Draw draw() {
        return Draw.of(id());
    }

    /// Who it is, as hex digits.
    public String id() {
        return ticket.id();
    }

    /// The page they have come to; none when all are saved.
    Optional<Page> present() {
        return route.firstUnsaved();
    }

    /// The address of a page of theirs, such as `review`.
    String to(String page) {
        return "/" + fielded.name() + "/take-part/" + page;
    }
}
