package eyebright.store;

import eyebright.study.Answers;
import java.util.Map;

/// One respondent with what they answered: the log replayed in the order of its sequence.
///
/// @param id random
/// @param study the name of the study
/// @param questionnaireHash of the version begun
/// @param planHash of the plan that stood when they began
/// @param answers the latest to every variable
/// @param visits by the id of the page, for the pages saved
public record Respondent(
        RespondentId id,
        String study,
        String questionnaireHash,
        String planHash,
        Answers answers,
        Map<String, Visit> visits) {

    public Respondent {
        visits = Map.copyOf(visits);
    }
}
