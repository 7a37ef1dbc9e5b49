package eyebright.feedback;

import eyebright.expression.Expression;
import eyebright.plan.Published;
import java.util.Optional;

/// What a respondent guessed about a hundred others.
///
/// @param question a count from 0 to 100
/// @param of the condition whose share was guessed
/// @param asks what was guessed, as a person asks it
/// @param says it of so many of 100, such as `have cried in therapy`
/// @param published the share that stands in before there are enough answers
public record Guess(
        String question, Expression of, String asks, String says, Optional<Published> published) {}
