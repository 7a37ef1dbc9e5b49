package eyebright.study;

import eyebright.expression.Expression;
import java.util.List;
import java.util.Optional;

/// A few questions that belong together and are saved together.
///
/// @param id unique within its study, `[a-z0-9-]+`
/// @param title the heading
/// @param intro Markdown below the heading
/// @param showIf the page is shown where this is true; unknown hides it
/// @param define names of definitions (see [Study#definitions]) shown beside the questions
/// @param support whether the page ends with where to find support
/// @param block the block it belongs to, where blocks come in random order
/// @param order of its questions
/// @param questions at least one
/// @param expectations what the answers of this and earlier pages must not contradict
/// @param variables what its questions ask for, in their order; made once, because every request of a respondent asks for them
public record Page(
        String id,
        String title,
        Optional<String> intro,
        Optional<Expression> showIf,
        List<String> define,
        boolean support,
        Optional<String> block,
        Order order,
        List<Question> questions,
        List<Expectation> expectations,
        List<Variable> variables) {

    public Page {
        define = List.copyOf(define);
        questions = List.copyOf(questions);
        expectations = List.copyOf(expectations);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException(
                    "questions of page %s must be 1 or more, not none".formatted(id));
        }
        variables = List.copyOf(variables);
    }

    /// What must hold between answers, and what to say kindly where it does not.
    ///
    /// @param that holds unless it is false; unknown holds
    /// @param otherwise the sentence shown, which says what to do
    public record Expectation(Expression that, String otherwise) {}
}
