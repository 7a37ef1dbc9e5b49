package eyebright.store;

import eyebright.study.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One page as a respondent saved it.
///
/// @param respondent who
/// @param page the id of the page
/// @param saveId rendered into the form: the same form sent twice has the same
/// @param asked names of every variable the page asked: those without an answer were skipped
/// @param answers by the name of the variable; only of those asked
/// @param questionnaireHash of the questionnaire the page is from
/// @param planHash of the plan that stands
/// @param orderShown the order in which questions, items and options stood; may be empty
/// @param seconds on the page; what is below 0 or above [#MOST_SECONDS] is kept as the limit, since a
///   clock that was set must not cost an answer
public record PageSave(
        RespondentId respondent,
        String page,
        String saveId,
        List<String> asked,
        Map<String, Answer> answers,
        String questionnaireHash,
        String planHash,
        String orderShown,
        int seconds) {

    /// The longest time on a page that is told apart: an hour.
    public static final int MOST_SECONDS = 3600;

    /// What a form may send, in characters of JSON, is far below.
    private static final int LONGEST_ORDER = 20_000;

    public PageSave {
        asked = List.copyOf(asked);
        answers = Map.copyOf(answers);
        seconds = Math.clamp(seconds, 0, MOST_SECONDS);
        Texts.name("page", page);
        Texts.name("saveId", saveId);
        Texts.name("questionnaireHash", questionnaireHash);
        Texts.name("planHash", planHash);
        Texts.whole("orderShown", orderShown);
        if (orderShown.length() > LONGEST_ORDER) {
            throw new IllegalArgumentException(
                    "orderShown must be at most %d characters, not %d"
                            .formatted(LONGEST_ORDER, orderShown.length()));
        }
        Set<String> known = Set.copyOf(asked);
        for (String variable : answers.keySet()) {
            if (!known.contains(variable)) {
                throw new IllegalArgumentException(
                        "answers of page %s must be to what it asked, %s, not to \"%s\""
                                .formatted(page, asked, variable));
            }
        }
    }
}
