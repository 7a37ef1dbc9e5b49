package eyebright.feedback;

import eyebright.expression.Expression;
import eyebright.study.Option;
import java.util.List;

/// One way in which others may be like a respondent.
public sealed interface Alike {

    /// What a respondent chooses it by: the question, or what the file calls the number.
    String id();

    /// The choice as it is offered, such as `at the same point of their training`.
    String says();

    /// The same answer to a one-of question.
    record SameAnswer(String id, String says, List<Option> options) implements Alike {
        public SameAnswer {
            options = List.copyOf(options);
        }
    }

    /// A number in the same stretch.
    ///
    /// @param from where each stretch begins, rising, two or more; a number below the first is in none
    record SameStretch(String id, String says, Expression number, List<Double> from, Unit unit)
            implements Alike {
        public SameStretch {
            from = List.copyOf(from);
            if (from.size() < 2) {
                throw new IllegalArgumentException("from of %s must be 2 or more".formatted(id));
            }
        }

        /// The place of the stretch a number is in, -1 if it is in none.
        public int stretch(double value) {
            int stretch = -1;
            while (stretch + 1 < from.size() && value >= from.get(stretch + 1)) {
                stretch++;
            }
            return stretch;
        }
    }
}
