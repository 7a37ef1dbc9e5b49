package eyebright.freeze;

import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.List;

/// Under which plans people began, as a table that goes with their exported answers: `plan`, `people`, a line for those
/// who began one after another while one plan stood, in their order. No line tells who.
///
/// It lets a table say what the store says of when a plan was frozen.
public final class BegunTable {

    private static final String HEAD = "plan,people";
    private static final int MOST_PEOPLE = 999_999_999;

    private BegunTable() {}

    /// The table; ends with a line end.
    public static String write(List<Begun.Run> runs) {
        var text = new StringBuilder(HEAD).append('\n');
        for (Begun.Run run : runs) {
            text.append(run.planHash()).append(',').append(run.people()).append('\n');
        }
        return text.toString();
    }

    /// The lines of a table that [#write] wrote. Every line that is none is a problem and left out.
    ///
    /// @param file what to call it in problems
    public static List<Begun.Run> read(String file, String text, Problems problems) {
        var runs = new ArrayList<Begun.Run>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String[] cells = line.strip().split(",", -1);
            if (number == 1 && line.strip().equals(HEAD)) {
                continue;
            }
            if (number > 1
                    && cells.length == 2
                    && cells[0].matches("[0-9a-f]{64}")
                    && cells[1].matches("[1-9][0-9]{0,8}")
                    && Integer.parseInt(cells[1]) <= MOST_PEOPLE) {
                runs.add(new Begun.Run(cells[0], Integer.parseInt(cells[1])));
                continue;
            }
            problems.add(
                    Rule.TABLE_COLUMN,
                    new Place(file, number, 1),
                    number == 1
                            ? "the first line of %s must be \"%s\"".formatted(file, HEAD)
                            : "a line of %s must be the hash of a plan and a number of people"
                                    .formatted(file),
                    "export the answers again, or take the file away");
        }
        return runs;
    }
}
