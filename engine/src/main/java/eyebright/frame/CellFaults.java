package eyebright.frame;

import eyebright.source.Fields;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;

/// Says which cells of a table could not be read, up to a number that leaves room for other problems.
/// Used by one thread.
final class CellFaults {

    /// So many cells are named; a table with more has one cause for most of them.
    static final int MOST = 300;

    private final String file;
    private final Problems problems;
    private long count;

    CellFaults(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /// A cell that its question cannot hold.
    ///
    /// @param column its place, from 0
    /// @param name of its column
    /// @param wanted what it must be
    void unreadable(int line, int column, String name, String wanted, String cell) {
        if (isNamed()) {
            add(
                    line,
                    column,
                    "%s must be %s, not \"%s\"; the cell counts as unreadable"
                            .formatted(name, wanted, Fields.shortened(cell)),
                    "correct the cell, or leave it empty");
        }
    }

    /// A fault of a line or of a cell that is no answer.
    void say(int line, int column, String problem, String fix) {
        if (isNamed()) {
            add(line, column, problem, fix);
        }
    }

    /// Says how many were not named.
    void finish() {
        if (count > MOST) {
            problems.add(
                    Rule.TABLE_CELL,
                    Place.start(file),
                    "%,d more cells or lines could not be read as they are".formatted(count - MOST),
                    "correct the first ones; the others may have the same cause");
        }
    }

    private boolean isNamed() {
        return ++count <= MOST;
    }

    private void add(int line, int column, String problem, String fix) {
        problems.add(Rule.TABLE_CELL, new Place(file, line, column + 1), problem, fix);
    }
}
