package eyebright.plan;

import eyebright.expression.Expression;
import java.util.Optional;

/// A further analysis planned for a claim, such as the same with other respondents, or another model of the
/// same question. It stands beside the claim's own and never decides.
///
/// @param name unique in its claim
/// @param says what it is, in words
/// @param analysis what is computed
/// @param among the respondents it is about: those of the claim where absent
public record Companion(String name, String says, Analysis analysis, Optional<Expression> among) {}
