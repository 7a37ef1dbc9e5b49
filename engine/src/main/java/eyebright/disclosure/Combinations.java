package eyebright.disclosure;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The combinations of what identifies: of each row and variable a number, the same where two cells tell the same. Why
/// a cell has no answer counts as one: who left a question out is not like those who answered.
///
/// What of a row is withheld is told by a mask, a bit for each variable. Immutable.
final class Combinations {

    private static final int WITHHELD = -1;

    private final int[][] byRow;
    private final int variables;

    private Combinations(int[][] byRow, int variables) {
        this.byRow = byRow;
        this.variables = variables;
    }

    static Combinations of(Frame frame, List<String> names) {
        int[][] byRow = new int[frame.size()][names.size()];
        for (int variable = 0; variable < names.size(); variable++) {
            Column column = frame.column(names.get(variable));
            var numbers = new HashMap<Object, Integer>();
            for (int row = 0; row < byRow.length; row++) {
                byRow[row][variable] =
                        numbers.computeIfAbsent(told(column, row), _ -> numbers.size());
            }
        }
        return new Combinations(byRow, names.size());
    }

    /// What a cell tells, as something that equals what another tells.
    private static Object told(Column column, int row) {
        if (!column.isAnswered(row)) {
            return column.status(row);
        }
        return switch (column) {
            case Column.Choices choices -> choices.index(row);
            case Column.Numbers numbers -> numbers.value(row);
            case Column.Words words -> words.text(row);
            case Column.Sets sets -> {
                var named = new StringBuilder();
                for (int option = 0; option < sets.options().size(); option++) {
                    named.append(sets.names(row, option) ? '1' : '0');
                }
                yield named.toString();
            }
        };
    }

    int rows() {
        return byRow.length;
    }

    int variables() {
        return variables;
    }

    /// The number of what a cell tells: the same where two cells of a variable tell the same.
    int value(int row, int variable) {
        return byRow[row][variable];
    }

    /// What a row tells once that is withheld; equal to that of each other row that tells the same.
    IntBuffer told(int row, int withheld) {
        int[] told = byRow[row].clone();
        for (int variable = 0; variable < told.length; variable++) {
            if ((withheld >>> variable & 1) == 1) {
                told[variable] = WITHHELD;
            }
        }
        return IntBuffer.wrap(told);
    }

    /// The variables in which two rows differ, a bit each.
    int differing(int one, int other) {
        int differing = 0;
        for (int variable = 0; variable < variables; variable++) {
            differing |= byRow[one][variable] == byRow[other][variable] ? 0 : 1 << variable;
        }
        return differing;
    }

    /// How many rows tell each combination, in the order in which rows first tell it.
    ///
    /// @param withheld of each row
    Map<IntBuffer, Integer> sizes(int[] withheld) {
        var sizes = new LinkedHashMap<IntBuffer, Integer>();
        for (int row = 0; row < byRow.length; row++) {
            sizes.merge(told(row, withheld[row]), 1, Integer::sum);
        }
        return sizes;
    }

    /// How many rows share their combination with how many, themselves included.
    SortedMap<Integer, Integer> rowsBySize(int[] withheld) {
        var rows = new TreeMap<Integer, Integer>();
        sizes(withheld).values().forEach(size -> rows.merge(size, size, Integer::sum));
        return rows;
    }
}
