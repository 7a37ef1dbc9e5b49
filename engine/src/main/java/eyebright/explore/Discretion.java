package eyebright.explore;

import eyebright.feedback.Feedback;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which counts may be shown: the rule of the public findings.
///
/// Of all who answered, a base of ten is enough. Where a count is of some of them only, or an answer is crossed
/// with who people are, no cell may hold 1 to 9, nor all but 1 to 9, neither inside the group nor outside it.
/// A cell of nobody is not a person and may be seen. Where cells add up, more of them are left out until those left
/// out cannot be worked out from the others, by themselves or as a few people together.
final class Discretion {

    private static final int FEWEST = Feedback.FEWEST;

    private Discretion() {}

    /// Cells of all who answered.
    static Optional<List<Cell>> ofAll(Tally tally, Answers.Kind kind) {
        return tally.n() < FEWEST
                ? Optional.empty()
                : Optional.of(cells(tally, kind, new boolean[tally.counts().size()]));
    }

    /// Cells of those a thing is for, where it is not for all.
    static Optional<List<Cell>> ofSome(Tally some, Answers.Kind kind) {
        return crossed(some, new Tally(0, some.counts().stream().map(_ -> 0).toList()), kind);
    }

    /// Cells of a group among all.
    static Optional<List<Cell>> ofGroup(Tally group, Tally all, Answers.Kind kind) {
        return crossed(group, all.without(group), kind);
    }

    private static Optional<List<Cell>> crossed(Tally inside, Tally outside, Answers.Kind kind) {
        if (inside.n() < FEWEST || isFew(outside.n())) {
            return Optional.empty();
        }
        int cells = inside.counts().size();
        boolean[] hidden = new boolean[cells];
        for (int i = 0; i < cells; i++) {
            hidden[i] = givesAway(inside, i) || givesAway(outside, i);
        }
        if (kind == Answers.Kind.ONE && !hidesEnough(inside, outside, hidden)) {
            return Optional.empty();
        }
        return few(hidden) < cells ? Optional.of(cells(inside, kind, hidden)) : Optional.empty();
    }

    private static boolean givesAway(Tally tally, int cell) {
        int count = tally.counts().get(cell);
        return isFew(count) || isFew(tally.n() - count);
    }

    private static boolean isFew(int count) {
        return count > 0 && count < FEWEST;
    }

    private static long few(boolean[] hidden) {
        return IntStream.range(0, hidden.length).filter(i -> hidden[i]).count();
    }

    /// Hides more cells, the smallest first, until what is hidden cannot be worked out: neither one cell, nor
    /// a few people in several. Whether that came about before all that hold anybody were hidden.
    private static boolean hidesEnough(Tally inside, Tally outside, boolean[] hidden) {
        while (few(hidden) == 1 || isFew(sum(inside, hidden)) || isFew(sum(outside, hidden))) {
            Optional<Integer> next =
                    IntStream.range(0, hidden.length)
                            .filter(i -> !hidden[i] && inside.counts().get(i) > 0)
                            .boxed()
                            .min(Comparator.comparing(i -> inside.counts().get(i)));
            if (next.isEmpty()) {
                return false;
            }
            hidden[next.get()] = true;
        }
        return true;
    }

    private static int sum(Tally tally, boolean[] hidden) {
        return IntStream.range(0, hidden.length)
                .filter(i -> hidden[i])
                .map(i -> tally.counts().get(i))
                .sum();
    }

    private static List<Cell> cells(Tally tally, Answers.Kind kind, boolean[] hidden) {
        List<Integer> hundredths =
                kind == Answers.Kind.ONE
                        ? Hundredths.addingUp(tally.counts())
                        : Hundredths.each(tally.counts(), tally.n());
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < hidden.length; i++) {
            cells.add(
                    hidden[i]
                            ? new Cell.Few()
                            : new Cell.Count(tally.counts().get(i), hundredths.get(i)));
        }
        return cells;
    }
}
