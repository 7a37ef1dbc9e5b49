package eyebright.frame;

import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Answers with what their columns mean: what every file of data is written from.
///
/// @param study whose questions they answer
/// @param variables what is written, in the order of the columns; each has a column of its kind in the frame
/// @param frame the answers; columns that no variable names are not written
public record Dataset(Study study, List<Variable> variables, Frame frame) {

    public Dataset {
        variables = List.copyOf(variables);
        var names = new HashSet<String>();
        for (Variable variable : variables) {
            if (!names.add(variable.name())) {
                throw new IllegalArgumentException(
                        "variables must be different, not twice " + variable.name());
            }
            if (!fits(variable.kind(), frame.column(variable.name()))) {
                throw new IllegalArgumentException(
                        "variable %s must be of the kind of its column, not %s"
                                .formatted(variable.name(), variable.kind()));
            }
        }
    }

    /// All variables of a study.
    ///
    /// @throws java.util.NoSuchElementException if the frame lacks one
    public static Dataset of(Study study, Frame frame) {
        return new Dataset(study, List.copyOf(study.variables().values()), frame);
    }

    /// Those variables of a study that the frame has, each as the frame has it: a number that became bands has
    /// the bands as options, and options that were put together are those of the column.
    public static Dataset there(Study study, Frame frame) {
        var variables = new ArrayList<Variable>();
        for (Variable variable : study.variables().values()) {
            Column column = frame.columns().get(variable.name());
            if (column != null) {
                variables.add(
                        new Variable(
                                variable.name(),
                                variable.label(),
                                variable.column(),
                                variable.page(),
                                kind(variable.kind(), column)));
            }
        }
        return new Dataset(study, variables, frame);
    }

    private static boolean fits(Kind kind, Column column) {
        return switch (column) {
            case Column.Choices choices ->
                    kind instanceof Kind.Choice(var options) && options.equals(choices.options());
            case Column.Sets sets ->
                    kind instanceof Kind.Choices(var options) && options.equals(sets.options());
            case Column.Numbers _ -> kind instanceof Kind.Numeric;
            case Column.Words _ -> kind instanceof Kind.Text;
        };
    }

    private static Kind kind(Kind asked, Column column) {
        if (fits(asked, column)) {
            return asked;
        }
        return switch (column) {
            case Column.Choices choices -> new Kind.Choice(choices.options());
            case Column.Sets sets -> new Kind.Choices(sets.options());
            case Column.Numbers numbers -> range(numbers);
            case Column.Words words -> new Kind.Text(longest(words));
        };
    }

    /// From the lowest to the highest number that is there.
    private static Kind range(Column.Numbers numbers) {
        double low = 0;
        double high = 0;
        boolean isFirst = true;
        for (int row = 0; row < numbers.size(); row++) {
            if (numbers.isAnswered(row)) {
                low = isFirst ? numbers.value(row) : Math.min(low, numbers.value(row));
                high = isFirst ? numbers.value(row) : Math.max(high, numbers.value(row));
                isFirst = false;
            }
        }
        int decimals = 0;
        for (int row = 0; row < numbers.size(); row++) {
            decimals =
                    Math.max(
                            decimals,
                            BigDecimal.valueOf(numbers.value(row)).stripTrailingZeros().scale());
        }
        return new Kind.Numeric(BigDecimal.valueOf(low), BigDecimal.valueOf(high), decimals, "");
    }

    private static int longest(Column.Words words) {
        int longest = 1;
        for (int row = 0; row < words.size(); row++) {
            longest = Math.max(longest, words.text(row).length());
        }
        return longest;
    }
}
