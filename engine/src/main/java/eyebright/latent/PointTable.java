package eyebright.latent;

/// The chances of the cells of a [Grid], ready to draw from. Immutable.
public final class PointTable {

    /// So little lies between two cells that none of it is ever drawn.
    private static final double NOTHING = 1e-12;

    private final Grid grid;
    private final Cumulated cumulated;
    private final double[] values;
    private final boolean isSingle;

    private PointTable(Grid grid, Cumulated cumulated) {
        this.grid = grid;
        this.cumulated = cumulated;
        this.values = new double[grid.size()];
        boolean single = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = grid.value(i);
            single &= grid.width(i) == 1;
        }
        this.isSingle = single;
    }

    /// Of weights, one a cell: 0 or more, not all 0.
    public static PointTable of(Grid grid, double[] weights) {
        return new PointTable(grid, Cumulated.of(weights));
    }

    /// The numbers that have these chances.
    public Grid grid() {
        return grid;
    }

    /// The chance of a cell.
    double chance(int cell) {
        return below(cell + 1) - below(cell);
    }

    /// The chance of lying below a cell.
    double below(int cell) {
        return cumulated.below(cell);
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

    /// Whether every cell holds one number.
    boolean isSingle() {
        return isSingle;
    }

    /// The number at that place of the distribution.
    ///
    /// @param unit above 0 and below 1
    public double at(double unit) {
        int cell = cumulated.place(unit);
        if (isSingle || grid.width(cell) == 1) {
            return values[cell];
        }
        return grid.value(cell, (unit - below(cell)) / chance(cell));
    }

    /// The chances of the cells from `first` to `last`, as [#at(double, int, int)] draws them: a 0 for each other.
    public double[] chances(int first, int last) {
        double[] chances = new double[grid.size()];
        if (first > last || below(last + 1) - below(first) < NOTHING) {
            int cell = first > last ? Math.min(first, grid.size() - 1) : first == 0 ? last : first;
            chances[cell] = 1;
            return chances;
        }
        for (int cell = first; cell <= last; cell++) {
            chances[cell] = chance(cell);
        }
        return chances;
    }

    /// The numbers at those places of the distribution.
    ///
    /// @param rows where in `numbers` each is put, `count` of them
    public void read(double[] units, int[] rows, int count, double[] numbers) {
        for (int i = 0; i < count; i++) {
            numbers[rows[i]] = at(units[i]);
        }
    }

    /// The number at that place among the cells `first` to `last`; the nearer limit, where none of them is
    /// ever drawn.
    public double at(double unit, int first, int last) {
        if (first > last) {
            return grid.value(Math.min(first, grid.size() - 1));
        }
        double from = below(first);
        double width = below(last + 1) - from;
        if (width < NOTHING) {
            return grid.value(first == 0 ? last : first);
        }
        return at(Math.min(from + unit * width, Math.nextDown(below(last + 1))));
    }

    /// What lies between two neighbouring cells as a normal number: the thresholds of a latent normal variable
    /// that shows as these points.
    public double[] thresholds() {
        double[] thresholds = new double[grid.size() - 1];
        for (int i = 0; i < thresholds.length; i++) {
            double p = below(i + 1);
            thresholds[i] = p <= 0 ? -40 : p >= 1 ? 40 : Gauss.quantile(p);
        }
        return thresholds;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointTable table && cumulated.equals(table.cumulated);
    }

    @Override
    public int hashCode() {
        return cumulated.hashCode();
    }
}
