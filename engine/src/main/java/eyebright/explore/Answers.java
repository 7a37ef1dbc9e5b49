package eyebright.explore;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.feedback.Shown;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.study.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// What a frame answers to one thing shown, as cells: bands, options, or which of two settings has more.
///
/// @param answered the rows it is for, and that answered
/// @param cells the rows of each cell, all of them answered
/// @param kind whether a row is in one cell or in any number of them
record Answers(BitSet answered, List<BitSet> cells, Kind kind) {

    /// Places of the cells of [Shown.TwoAmounts].
    static final int MORE_IN_FIRST = 0;

    static final int AS_MUCH = 1;
    static final int MORE_IN_SECOND = 2;

    /// How many cells a row is in.
    enum Kind {
        ONE,
        ANY
    }

    Answers {
        cells = List.copyOf(cells);
    }

    /// The answers of a scored frame.
    static Answers of(Shown shown, Frame frame) {
        BitSet rows = isFor(shown.among(), frame);
        return switch (shown) {
            case Shown.Amount amount -> bands(amount, frame, rows);
            case Shown.Choices choices -> options(choices, frame, rows);
            case Shown.TwoAmounts two -> settings(two, frame, rows);
            case Shown.TwoChoices two -> both(two, frame, rows);
        };
    }

    /// The rows it is for.
    static BitSet isFor(Optional<Expression> among, Frame frame) {
        if (among.isPresent()) {
            return frame.truths(among.get()).holding();
        }
        var all = new BitSet(frame.size());
        all.set(0, frame.size());
        return all;
    }

    private static Answers bands(Shown.Amount amount, Frame frame, BitSet rows) {
        Amounts amounts = amount.number().amounts(frame);
        rows.and(amounts.known());
        List<BitSet> cells = empty(amount.bands().size());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            cells.get(amount.band(amounts.value(row))).set(row);
        }
        return new Answers(rows, cells, Kind.ONE);
    }

    private static Answers options(Shown.Choices choices, Frame frame, BitSet rows) {
        Column column = frame.column(choices.question());
        rows.and(column.answered());
        return switch (column) {
            case Column.Sets sets ->
                    new Answers(rows, named(sets, choices.options(), rows), Kind.ANY);
            case Column.Choices chosen -> {
                List<BitSet> cells = empty(choices.options().size());
                for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                    cells.get(chosen.index(row)).set(row);
                }
                yield new Answers(rows, cells, Kind.ONE);
            }
            case Column.Numbers _, Column.Words _ ->
                    throw new IllegalArgumentException(
                            "column %s must hold options".formatted(choices.question()));
        };
    }

    private static List<BitSet> named(Column.Sets sets, List<Option> options, BitSet rows) {
        List<String> codes = sets.options().stream().map(Option::code).toList();
        var cells = new ArrayList<BitSet>();
        for (Option option : options) {
            BitSet naming = sets.naming(codes.indexOf(option.code()));
            naming.and(rows);
            cells.add(naming);
        }
        return cells;
    }

    private static Answers settings(Shown.TwoAmounts two, Frame frame, BitSet rows) {
        Amounts first = two.first().number().amounts(frame);
        Amounts second = two.second().number().amounts(frame);
        rows.and(first.known());
        rows.and(second.known());
        List<BitSet> cells = empty(3);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int more = Double.compare(first.value(row), second.value(row));
            cells.get(more > 0 ? MORE_IN_FIRST : more < 0 ? MORE_IN_SECOND : AS_MUCH).set(row);
        }
        return new Answers(rows, cells, Kind.ONE);
    }

    /// First the options of the first question, then those of the second.
    private static Answers both(Shown.TwoChoices two, Frame frame, BitSet rows) {
        Column.Sets first = sets(two.first().question(), frame);
        Column.Sets second = sets(two.second().question(), frame);
        rows.and(first.answered());
        rows.and(second.answered());
        var cells = new ArrayList<>(named(first, two.options(), rows));
        cells.addAll(named(second, two.options(), rows));
        return new Answers(rows, cells, Kind.ANY);
    }

    private static Column.Sets sets(String question, Frame frame) {
        if (frame.column(question) instanceof Column.Sets sets) {
            return sets;
        }
        throw new IllegalArgumentException("column %s must hold sets".formatted(question));
    }

    private static List<BitSet> empty(int cells) {
        var empty = new ArrayList<BitSet>();
        for (int i = 0; i < cells; i++) {
            empty.add(new BitSet());
        }
        return empty;
    }

    /// How many rows are in each cell.
    Tally tally() {
        return new Tally(answered.cardinality(), cells.stream().map(BitSet::cardinality).toList());
    }

    /// How many of some rows are in each cell.
    Tally tally(BitSet group) {
        return new Tally(
                common(answered, group), cells.stream().map(cell -> common(cell, group)).toList());
    }

    private static int common(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    /// The cells that row is in.
    List<Integer> cellsOf(int row) {
        var of = new ArrayList<Integer>();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.get(cell).get(row)) {
                of.add(cell);
            }
        }
        return of;
    }
}
