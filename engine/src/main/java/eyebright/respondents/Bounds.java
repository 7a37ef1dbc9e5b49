package eyebright.respondents;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.latent.Grid;
import eyebright.latent.PointTable;
import eyebright.population.Limits;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// The limits of a number as cells of its grid, row by row where they read earlier answers. Immutable.
final class Bounds {

    private final Grid grid;
    private final Optional<Expression> from;
    private final Optional<Expression> to;

    Bounds(Grid grid, Limits limits) {
        this.grid = grid;
        this.from = limits.from();
        this.to = limits.to();
    }

    /// Those of the question alone.
    static Bounds none(Grid grid) {
        return new Bounds(grid, Limits.NONE);
    }

    /// Whether the question's own limits hold for everybody.
    boolean isOpen() {
        return from.isEmpty() && to.isEmpty();
    }

    /// Whether the limits are the same for everybody.
    boolean isSame() {
        return from.map(it -> it.variables().isEmpty()).orElse(true)
                && to.map(it -> it.variables().isEmpty()).orElse(true);
    }

    /// A table within limits that are the same for everybody, as none are left to look at then.
    PointTable within(PointTable table, Draws draws) {
        int[] anybody = {0};
        return PointTable.of(
                grid, table.chances(first(draws, anybody, 1)[0], last(draws, anybody, 1)[0]));
    }

    /// The first cell within the limits, for each of some rows.
    int[] first(Draws draws, int[] rows, int count) {
        int[] first = new int[count];
        if (from.isEmpty()) {
            return first;
        }
        Amounts amounts = from.get().amounts(draws);
        BitSet known = amounts.known();
        if (isSame(from.get(), known)) {
            Arrays.fill(first, grid.atLeast(amounts.value(0)));
            return first;
        }
        for (int i = 0; i < count; i++) {
            if (known.get(rows[i])) {
                first[i] = grid.atLeast(amounts.value(rows[i]));
            }
        }
        return first;
    }

    /// The last cell within the limits, for each of some rows.
    int[] last(Draws draws, int[] rows, int count) {
        int[] last = new int[count];
        Arrays.fill(last, grid.size() - 1);
        if (to.isEmpty()) {
            return last;
        }
        Amounts amounts = to.get().amounts(draws);
        BitSet known = amounts.known();
        if (isSame(to.get(), known)) {
            Arrays.fill(last, grid.atMost(amounts.value(0)));
            return last;
        }
        for (int i = 0; i < count; i++) {
            if (known.get(rows[i])) {
                last[i] = grid.atMost(amounts.value(rows[i]));
            }
        }
        return last;
    }

    /// Whether a limit is one number for everybody.
    private static boolean isSame(Expression limit, BitSet known) {
        return limit.variables().isEmpty() && known.get(0);
    }
}
