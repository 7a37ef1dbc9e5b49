package eyebright.study;

import eyebright.expression.Expression;

/// Who the study is for.
///
/// @param condition true for who may take part; the questions it reads are the only ones that must be
///   answered
/// @param goodbye what is said, kindly, to who may not: Markdown
public record Eligibility(Expression condition, String goodbye) {

    /// Whether the condition reads an answer to that question.
    public boolean isDecidedBy(Question question) {
        return condition.variables().stream()
                .anyMatch(
                        name -> name.equals(question.id()) || name.startsWith(question.id() + "."));
    }
}
