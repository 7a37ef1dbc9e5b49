package eyebright.population;

import eyebright.expression.Expression;
import java.util.Optional;

/// Limits narrower than those of the question, both ends included.
///
/// An expression may read what is drawn earlier, such as `age - 22`, or be a plain number; where it is not
/// known, the question's own limit holds.
public record Limits(Optional<Expression> from, Optional<Expression> to) {

    /// The question's own.
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());
}
