package eyebright.feedback;

import eyebright.expression.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// One model and the chances it gives a respondent.
///
/// @param id unique in the file
/// @param outcome what is predicted
/// @param among who the model is fitted to; absent: all of whom the outcome is known
/// @param whom who is told the chances; absent: all whom it is fitted to
/// @param base how common the outcome is
/// @param effects what goes with it, in the order of the file; none is allowed
/// @param ahead the chances, one or more
/// @param assumes what has to be so for the prediction to hold, printed beside it; absent if nothing is said
public record Prediction(
        String id,
        Outcome outcome,
        Optional<Expression> among,
        Optional<Expression> whom,
        Base base,
        List<Effect> effects,
        List<Ahead> ahead,
        Optional<String> assumes) {

    public Prediction {
        effects = List.copyOf(effects);
        ahead = List.copyOf(ahead);
        if (ahead.isEmpty()) {
            throw new IllegalArgumentException("prediction %s must look ahead".formatted(id));
        }
        var reads = new HashSet<Expression>();
        for (Effect effect : effects) {
            if (!reads.add(effect.of())) {
                throw new IllegalArgumentException(
                        "prediction %s must read %s once".formatted(id, effect.of()));
            }
        }
    }

    /// Whom its chances are told to.
    public Optional<Expression> told() {
        return whom.or(() -> among);
    }
}
