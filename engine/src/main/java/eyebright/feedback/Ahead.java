package eyebright.feedback;

import eyebright.expression.Expression;
import java.util.Optional;

/// One chance that a prediction gives: how far it looks ahead.
///
/// @param id unique in the file
/// @param asks the question it answers, as a person asks it
/// @param within a number of the respondent's answers, or a constant such as `100`: of [Outcome.Times] how
///   many occasions lie ahead, of [Outcome.First] how much more goes by; of [Outcome.Yes] it is 0 and means
///   nothing. Whom it gives 0 or less has no chance to look at; where it is unknown neither
/// @param having whom it is the chance of, after the word with, such as `as many sessions ahead`: needed where
///   respondents differ in what lies behind or ahead of them; absent if they do not
/// @param says it within a sentence, such as `in your next hundred sessions`
public record Ahead(
        String id, String asks, Expression within, Optional<String> having, String says) {}
