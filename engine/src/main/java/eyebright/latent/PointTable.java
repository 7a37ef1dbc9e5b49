package eyebright.latent;

import java.util.Arrays;

/// The chances of the cells of a [Grid], ready to draw from: cumulated, with a guide by which a draw looks at
/// about two of them (Chen & Asau 1974). Immutable.
public final class PointTable {

    private final Grid grid;

    /// The chance of lying below each cell, and 1 at the end.
    private final double[] below;

    private final int[] guide;
    private final double[] values;
    private final boolean isSingle;

    private PointTable(Grid grid, double[] below) {
        this.grid = grid;
        this.below = below;
        this.values = new double[grid.size()];
        boolean single = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = grid.value(i);
            single &= grid.width(i) == 1;
        }
        this.isSingle = single;
        // Wide enough for most of its places to lie within one cell.
        this.guide = new int[Math.max(256, Integer.highestOneBit(grid.size()) * 4)];
        int cell = 0;
        for (int i = 0; i < guide.length; i++) {
            while (below[cell + 1] <= (double) i / guide.length) {
                cell++;
            }
            guide[i] = cell;
        }
    }

    /// Of weights, one a cell: 0 or more, not all 0.
    public static PointTable of(Grid grid, double[] weights) {
        double[] below = new double[weights.length + 1];
        for (int i = 0; i < weights.length; i++) {
            below[i + 1] = below[i] + weights[i];
        }
        double whole = below[weights.length];
        for (int i = 0; i < weights.length; i++) {
            below[i] /= whole;
        }
        below[weights.length] = 1;
        return new PointTable(grid, below);
    }

    /// The numbers that have these chances.
    public Grid grid() {
        return grid;
    }

    /// The chance of a cell.
    double chance(int cell) {
        return below[cell + 1] - below[cell];
    }

    /// The chance of lying below a cell.
    double below(int cell) {
        return below[cell];
    }

    /// The mean of what is drawn.
    double mean() {
        double mean = 0;
        for (int cell = 0; cell < grid.size(); cell++) {
            mean += chance(cell) * grid.value(cell);
        }
        return mean;
    }

    /// The standard deviation of what is drawn.
    double deviation() {
        double mean = mean();
        double sum = 0;
        for (int cell = 0; cell < grid.size(); cell++) {
            double off = grid.value(cell) - mean;
            sum += chance(cell) * off * off;
        }
        return StrictMath.sqrt(sum);
    }

    /// The number at that place of the distribution.
    ///
    /// @param unit above 0 and below 1
    public double at(double unit) {
        int cell = guide[(int) (unit * guide.length)];
        while (unit >= below[cell + 1]) {
            cell++;
        }
        if (isSingle || grid.width(cell) == 1) {
            return values[cell];
        }
        return grid.value(cell, (unit - below[cell]) / (below[cell + 1] - below[cell]));
    }

    /// The number at that place among the cells `first` to `last`; the nearer limit, where none of them is
    /// ever drawn.
    public double at(double unit, int first, int last) {
        if (first > last) {
            return grid.value(Math.min(first, grid.size() - 1));
        }
        double from = below[first];
        double width = below[last + 1] - from;
        if (width < 1e-12) {
            return grid.value(first == 0 ? last : first);
        }
        return at(Math.min(from + unit * width, Math.nextDown(below[last + 1])));
    }

    /// What lies between two neighbouring cells as a normal number: the thresholds of a latent normal variable
    /// that shows as these points.
    public double[] thresholds() {
        double[] thresholds = new double[grid.size() - 1];
        for (int i = 0; i < thresholds.length; i++) {
            double p = below[i + 1];
            thresholds[i] = p <= 0 ? -40 : p >= 1 ? 40 : Gauss.quantile(p);
        }
        return thresholds;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointTable table && Arrays.equals(below, table.below);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(below);
    }
}
