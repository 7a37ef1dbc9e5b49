package eyebright.latent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/// The numbers an answer can be, in cells: one number each while there are few, and of a wide range, such as
/// one in 1 to 50,000, runs of numbers that grow by one percent. Immutable.
public final class Grid {

    private static final int SINGLE = 512;
    private static final double GROWTH = 1.01;

    private final BigDecimal least;
    private final BigDecimal step;

    /// The place of the first number of each cell, and one beyond the last.
    private final long[] edges;

    private final double[] values;
    private final double aStep;
    private final double tolerance;

    private Grid(BigDecimal least, BigDecimal step, long count) {
        this.least = least;
        this.step = step;
        this.edges = edges(count);
        this.aStep = step.doubleValue();
        this.tolerance = aStep / 1000;
        this.values = new double[edges.length - 1];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = number((edges[cell] + edges[cell + 1] - 1) / 2.0);
        }
    }

    /// The numbers from one to another with so many digits after the point, both included.
    public static Grid of(BigDecimal from, BigDecimal to, int decimals) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal count = to.subtract(from).divide(step, 0, RoundingMode.FLOOR);
        return new Grid(from, step, count.longValue() + 1);
    }

    /// Whole numbers.
    public static Grid whole(int from, int to) {
        return new Grid(BigDecimal.valueOf(from), BigDecimal.ONE, to - from + 1L);
    }

    private static long[] edges(long count) {
        long[] edges = new long[64];
        int size = 0;
        for (long edge = 0; edge < count; ) {
            if (size + 1 >= edges.length) {
                edges = Arrays.copyOf(edges, edges.length * 2);
            }
            edges[size++] = edge;
            edge = edge < SINGLE ? edge + 1 : Math.max(edge + 1, (long) (edge * GROWTH));
        }
        edges[size++] = count;
        return Arrays.copyOf(edges, size);
    }

    private double number(double place) {
        return least.add(step.multiply(BigDecimal.valueOf(place))).doubleValue();
    }

    /// How many cells.
    public int size() {
        return values.length;
    }

    /// How many numbers a cell holds.
    public long width(int cell) {
        return edges[cell + 1] - edges[cell];
    }

    /// The middle of a cell; its number, where it holds one.
    public double value(int cell) {
        return values[cell];
    }

    /// The number of a cell that lies that far along it.
    ///
    /// @param within from 0 to below 1
    double value(int cell, double within) {
        long width = width(cell);
        if (width == 1) {
            return values[cell];
        }
        long place = edges[cell] + Math.min(width - 1, (long) (within * width));
        return least.add(step.multiply(BigDecimal.valueOf(place))).doubleValue();
    }

    /// The first cell whose numbers are all at or above a limit, at most the last.
    public int atLeast(double limit) {
        return Math.min(size() - 1, below(limit - tolerance));
    }

    /// The last cell whose middle is at or below a limit, at least the first.
    public int atMost(double limit) {
        int cell = below(limit + tolerance);
        boolean isThere = cell < values.length && values[cell] == limit + tolerance;
        return Math.max(0, isThere ? cell : cell - 1);
    }

    /// How many cells have a middle below a number. The first cells lie evenly: one look as a rule.
    private int below(double number) {
        double place = (number - values[0]) / aStep;
        int cell = (int) Math.max(0, Math.min(Math.min(SINGLE, values.length), place));
        while (cell > 0 && values[cell - 1] >= number) {
            cell--;
        }
        while (cell < values.length && values[cell] < number) {
            if (cell >= SINGLE) {
                int found = Arrays.binarySearch(values, number);
                return found < 0 ? -found - 1 : found;
            }
            cell++;
        }
        return cell;
    }

    /// The difference of two neighbouring numbers.
    double step() {
        return aStep;
    }

    /// The least number.
    public double least() {
        return least.doubleValue();
    }

    /// The greatest number.
    public double greatest() {
        return number((double) (edges[edges.length - 1] - 1));
    }
}
