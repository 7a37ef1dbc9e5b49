package eyebright.stats.matrix;

import java.util.Arrays;

/// Which rows of a table are equal: numbered in the order of their first row, so that equal tables give
/// equal numbers. 0 and -0 are one value.
///
/// Respondents who gave the same answers are the same row of a model, however many they are: what a fit
/// costs then depends on how many different rows there are. Found by the bits of the values; a table of one
/// number for each pattern grows with them, so that few patterns are found in a small one.
///
/// Shape: columns of n values; a number for each row. Edge cases: without columns all rows are one pattern; without
/// rows there is none. Errors: a column of another length.
public final class RowPatterns {

    /// So many rows tell whether it pays to join equal ones, where there are no more than a few thousand.
    private static final int PROBE = 128;

    private static final int MODERATE = 4096;
    private static final int FEW = 1024;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final double[][] columns;
    private final long[] marks;
    private final int[] patterns;
    private int[] slots;
    private int[] firsts;
    private int found;

    /// @param looked at how many of the rows is looked
    private RowPatterns(int rows, int looked, double[][] columns) {
        this.columns = columns;
        this.marks = new long[looked];
        this.patterns = new int[rows];
        int few = looked < FEW ? Math.max(1, Integer.highestOneBit(looked) << 1) : FEW;
        this.slots = new int[2 * few];
        this.firsts = new int[few];
    }

    /// The patterns of the rows of a table.
    ///
    /// @param columns of that many values each; without any, all rows are equal
    /// @throws IllegalArgumentException if a column has another length
    public static RowPatterns of(int rows, double[]... columns) {
        RowPatterns patterns = unmarked(rows, rows, columns);
        patterns.mark(rows);
        patterns.find(rows);
        return patterns;
    }

    /// The same, but that of up to 4,096 rows whose first 128 are nearly all different each is taken by itself:
    /// to find the few that are equal costs more than a model saves by them.
    ///
    /// @throws IllegalArgumentException if a column has another length
    public static RowPatterns wherePaying(int rows, double[]... columns) {
        if (rows <= PROBE || rows > MODERATE) {
            return of(rows, columns);
        }
        RowPatterns probe = unmarked(rows, PROBE, columns);
        probe.mark(PROBE);
        probe.find(PROBE);
        if (probe.found <= PROBE - PROBE / 16) {
            return of(rows, columns);
        }
        probe.keep();
        return probe;
    }

    private static RowPatterns unmarked(int rows, int looked, double[][] columns) {
        for (double[] column : columns) {
            if (column.length != rows) {
                throw new IllegalArgumentException(
                        "columns must have %d values, not %d".formatted(rows, column.length));
            }
        }
        return new RowPatterns(rows, looked, columns);
    }

    /// Each row by itself.
    private void keep() {
        found = patterns.length;
        firsts = new int[found];
        for (int row = 0; row < found; row++) {
            firsts[row] = row;
            patterns[row] = row;
        }
    }

    private void mark(int rows) {
        for (double[] column : columns) {
            for (int row = 0; row < rows; row++) {
                // 0 is added because -0 and 0 are one value.
                long mixed = marks[row] * ODD + Double.doubleToLongBits(column[row] + 0.0);
                mixed ^= mixed >>> 29;
                marks[row] = mixed * ODD ^ mixed >>> 32;
            }
        }
    }

    private void find(int rows) {
        Arrays.fill(slots, -1);
        for (int row = 0; row < rows; row++) {
            int slot = slot(row);
            if (slots[slot] < 0) {
                slots[slot] = found;
                if (found == firsts.length) {
                    firsts = Arrays.copyOf(firsts, 2 * found);
                }
                firsts[found] = row;
                found++;
                if (2 * found > slots.length) {
                    grow();
                    slot = slot(row);
                }
            }
            patterns[row] = slots[slot];
        }
    }

    /// Where the pattern of a row stands, or would.
    private int slot(int row) {
        int slot = place(marks[row]);
        while (slots[slot] >= 0 && !equal(firsts[slots[slot]], row)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int place(long mark) {
        return (int) (mark >>> 32) & (slots.length - 1);
    }

    private void grow() {
        slots = new int[4 * slots.length];
        Arrays.fill(slots, -1);
        for (int pattern = 0; pattern < found; pattern++) {
            int slot = place(marks[firsts[pattern]]);
            while (slots[slot] >= 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = pattern;
        }
    }

    private boolean equal(int one, int other) {
        if (marks[one] != marks[other]) {
            return false;
        }
        for (double[] column : columns) {
            if (Double.compare(column[one] + 0.0, column[other] + 0.0) != 0) {
                return false;
            }
        }
        return true;
    }

    /// How many rows there are.
    public int rows() {
        return patterns.length;
    }

    /// How many patterns there are.
    public int found() {
        return found;
    }

    /// The pattern of a row, both from 0.
    public int at(int row) {
        return patterns[row];
    }

    /// The first row of each pattern.
    public int[] firsts() {
        return Arrays.copyOf(firsts, found);
    }

    /// All rows, those of one pattern beside each other: pattern by pattern, each from its first row on.
    public int[] order() {
        var next = new int[found + 1];
        for (int pattern : patterns) {
            next[pattern + 1]++;
        }
        for (int pattern = 0; pattern < found; pattern++) {
            next[pattern + 1] += next[pattern];
        }
        var order = new int[patterns.length];
        for (int row = 0; row < order.length; row++) {
            order[next[patterns[row]]++] = row;
        }
        return order;
    }

    /// How many rows each pattern has.
    public double[] counts() {
        var counts = new double[found];
        if (found == patterns.length) {
            Arrays.fill(counts, 1);
            return counts;
        }
        for (int pattern : patterns) {
            counts[pattern]++;
        }
        return counts;
    }

    /// The sum of the values of the rows of each pattern.
    ///
    /// @param values one for each row
    public double[] sums(double[] values) {
        if (found == patterns.length) {
            return values.clone();
        }
        var sums = new double[found];
        for (int row = 0; row < patterns.length; row++) {
            sums[patterns[row]] += values[row];
        }
        return sums;
    }

    /// The value of each pattern, for each of its rows.
    ///
    /// @param values one for each pattern
    public double[] spread(double[] values) {
        if (found == patterns.length) {
            // Each row is its own pattern.
            return values.clone();
        }
        var spread = new double[patterns.length];
        for (int row = 0; row < spread.length; row++) {
            spread[row] = values[patterns[row]];
        }
        return spread;
    }

    /// The rows of each pattern, for each of its rows.
    ///
    /// @param values one row for each pattern
    public Matrix spread(Matrix values) {
        var columnsSpread = new double[values.columns()][];
        for (int j = 0; j < columnsSpread.length; j++) {
            columnsSpread[j] = spread(values.column(j));
        }
        return Matrix.ofColumns(columnsSpread);
    }
}
