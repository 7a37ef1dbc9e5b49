package eyebright.server.answering;

import eyebright.store.Respondent;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Option;
import eyebright.study.Page;
import eyebright.study.Study;
import eyebright.study.Variable.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Answers to a questionnaire that was edited since, as far as it can still hold them: a preview goes on where it was.
/// Answers that are kept for good never meet this; they stay with the version they were given to.
final class Fitting {

    private Fitting() {}

    /// The respondent without what the study no longer asks, or asks otherwise.
    static Respondent of(Respondent respondent, Study study) {
        Answers before = respondent.answers();
        Map<String, Answer> fitting = new HashMap<>();
        before.given()
                .forEach(
                        (name, answer) -> {
                            var variable = study.variables().get(name);
                            if (variable != null && fits(variable.kind(), answer)) {
                                fitting.put(name, answer);
                            }
                        });
        return new Respondent(
                respondent.id(),
                respondent.study(),
                respondent.questionnaireHash(),
                respondent.planHash(),
                new Answers(
                        fitting,
                        before.saved().stream()
                                .filter(
                                        study.pages().stream()
                                                        .map(Page::id)
                                                        .collect(Collectors.toSet())
                                                ::contains)
                                .collect(Collectors.toSet()),
                        before.sent()),
                respondent.visits());
    }

    private static boolean fits(Kind kind, Answer answer) {
        return switch (kind) {
            case Kind.Choice(List<Option> options) ->
                    answer instanceof Answer.One(String code) && has(options, List.of(code));
            case Kind.Choices(List<Option> options) ->
                    answer instanceof Answer.Several(List<String> codes) && has(options, codes);
            case Kind.Numeric numeric ->
                    answer instanceof Answer.Amount(var value)
                            && value.compareTo(numeric.from()) >= 0
                            && value.compareTo(numeric.to()) <= 0
                            && value.scale() <= numeric.decimals();
            case Kind.Text(int upTo) ->
                    answer instanceof Answer.Words(String text)
                            && text.codePointCount(0, text.length()) <= upTo;
        };
    }

    private static boolean has(List<Option> options, List<String> codes) {
        return options.stream().map(Option::code).collect(Collectors.toSet()).containsAll(codes);
    }
}
