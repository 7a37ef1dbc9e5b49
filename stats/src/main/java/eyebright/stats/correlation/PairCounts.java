package eyebright.stats.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How often each pair of two answers was given: what rank correlations need of them.
///
/// Shape: any number of different pairs, ascending in x, then y. Unit: respondents. Missing values: leave
/// out the pairs that lack one first; NaN is an error. Edge cases: no pairs; -0 is 0. Errors: values that
/// are not finite, pairs out of order or twice, a count below 1. Summary: this is it; two halves merge, and
/// rating items of k options have at most k² pairs, however many respond.
///
/// @param cells the different pairs in order
public record PairCounts(List<Cell> cells) {

    private static final Comparator<Cell> ORDER =
            Comparator.comparingDouble(Cell::x).thenComparingDouble(Cell::y);

    /// One pair of values and how many gave it.
    ///
    /// @param x value of the first answer; finite
    /// @param y value of the second answer; finite
    /// @param count 1 or more
    public record Cell(double x, double y, int count) {

        /// @throws IllegalArgumentException if a value is not finite or the count is below 1
        public Cell {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException(
                        "x and y must be finite, not %s and %s".formatted(x, y));
            }
            if (count < 1) {
                throw new IllegalArgumentException("count must be 1 or more, not " + count);
            }
            x += 0.0;
            y += 0.0;
        }
    }

    /// @throws IllegalArgumentException if the pairs are not in ascending order, or one is there twice
    public PairCounts {
        cells = List.copyOf(cells);
        for (int i = 1; i < cells.size(); i++) {
            if (ORDER.compare(cells.get(i - 1), cells.get(i)) >= 0) {
                throw new IllegalArgumentException(
                        "cells must be in ascending order, not %s before %s"
                                .formatted(cells.get(i - 1), cells.get(i)));
            }
        }
    }

    /// Those of pairs.
    ///
    /// @param x finite
    /// @param y finite, as many
    /// @throws IllegalArgumentException if the arrays differ in length or a value is not finite
    public static PairCounts of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "x and y must be of one length, not %d and %d".formatted(x.length, y.length));
        }
        List<Cell> cells = new ArrayList<>(x.length);
        for (int i = 0; i < x.length; i++) {
            cells.add(new Cell(x[i], y[i], 1));
        }
        return together(cells);
    }

    /// Those of these pairs and the others together.
    public PairCounts merge(PairCounts other) {
        List<Cell> both = new ArrayList<>(cells);
        both.addAll(other.cells);
        return together(both);
    }

    private static PairCounts together(List<Cell> cells) {
        cells.sort(ORDER);
        List<Cell> merged = new ArrayList<>();
        for (Cell cell : cells) {
            if (!merged.isEmpty() && ORDER.compare(merged.getLast(), cell) == 0) {
                int count = Math.addExact(merged.removeLast().count(), cell.count());
                merged.add(new Cell(cell.x(), cell.y(), count));
            } else {
                merged.add(cell);
            }
        }
        return new PairCounts(merged);
    }

    /// How many pairs there are.
    public int n() {
        return Math.toIntExact(cells.stream().mapToLong(Cell::count).sum());
    }

    /// The first answer alone.
    ValueCounts first() {
        return ValueCounts.of(
                cells.stream().mapToDouble(Cell::x).toArray(),
                cells.stream().mapToInt(Cell::count).toArray());
    }

    /// The second answer alone.
    ValueCounts second() {
        return ValueCounts.of(
                cells.stream().mapToDouble(Cell::y).toArray(),
                cells.stream().mapToInt(Cell::count).toArray());
    }
}
