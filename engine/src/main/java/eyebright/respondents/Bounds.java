package eyebright.respondents;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.latent.Grid;
import eyebright.population.Limits;
import java.util.Arrays;
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

    /// Whether the question's own limits hold for everybody.
    boolean isOpen() {
        return from.isEmpty() && to.isEmpty();
    }

    /// The first cell within the limits, for each of some rows.
    int[] first(Draws draws, int[] rows, int count) {
        int[] first = new int[count];
        if (from.isPresent()) {
            Amounts amounts = from.get().amounts(draws);
            for (int i = 0; i < count; i++) {
                if (amounts.isKnown(rows[i])) {
                    first[i] = grid.atLeast(amounts.value(rows[i]));
                }
            }
        }
        return first;
    }

    /// The last cell within the limits, for each of some rows.
    int[] last(Draws draws, int[] rows, int count) {
        int[] last = new int[count];
        Arrays.fill(last, grid.size() - 1);
        if (to.isPresent()) {
            Amounts amounts = to.get().amounts(draws);
            for (int i = 0; i < count; i++) {
                if (amounts.isKnown(rows[i])) {
                    last[i] = grid.atMost(amounts.value(rows[i]));
                }
            }
        }
        return last;
    }
}
