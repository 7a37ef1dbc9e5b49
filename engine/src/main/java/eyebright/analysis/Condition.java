package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import java.util.ArrayList;
import java.util.List;

/// A condition on the rows of one frame.
///
/// Most conditions read one or two questions with a few options each. Their truth depends on nothing but
/// the options chosen, so it is worked out once for each combination and then looked up: a million rows
/// cost as many steps and not as many evaluations. Used by one thread.
final class Condition {

    private static final int MOST_COMBINATIONS = 4096;

    private final Expression expression;
    private final Frame frame;
    private final List<Column.Choices> read;
    private final Truth[] known;

    private Condition(Expression expression, Frame frame, List<Column.Choices> read, int size) {
        this.expression = expression;
        this.frame = frame;
        this.read = read;
        this.known = new Truth[size];
    }

    static Condition of(Expression expression, Frame frame) {
        var read = new ArrayList<Column.Choices>();
        int combinations = 1;
        for (String variable : expression.variables()) {
            if (!(frame.columns().get(variable) instanceof Column.Choices choices)) {
                return new Condition(expression, frame, List.of(), 0);
            }
            combinations *= choices.options().size() + 1;
            if (combinations > MOST_COMBINATIONS) {
                return new Condition(expression, frame, List.of(), 0);
            }
            read.add(choices);
        }
        return new Condition(expression, frame, read, combinations);
    }

    Truth truth(int row) {
        if (known.length == 0) {
            return expression.truth(frame.row(row));
        }
        int combination = 0;
        for (Column.Choices choices : read) {
            int place = choices.status(row) == Status.ANSWERED ? choices.index(row) + 1 : 0;
            combination = combination * (choices.options().size() + 1) + place;
        }
        Truth truth = known[combination];
        if (truth == null) {
            truth = expression.truth(frame.row(row));
            known[combination] = truth;
        }
        return truth;
    }
}
