package eyebright.stats.model;

import eyebright.stats.matrix.Matrix;
import java.util.Arrays;

/// Which rows of a table of predictors are equal, offset included: numbered in the order of their first
/// row, so that equal tables give equal numbers.
final class CovariatePatterns {

    private final Matrix x;
    private final double[] offset;
    private final int[] slots;
    private final int[] firsts;
    private final int[] patterns;
    private int found;

    /// The patterns of the first rows.
    CovariatePatterns(Matrix x, double[] offset, int rows) {
        this.x = x;
        this.offset = offset;
        this.slots = new int[Integer.highestOneBit(Math.max(1, rows)) * 4];
        this.firsts = new int[rows];
        this.patterns = new int[rows];
        Arrays.fill(slots, -1);
        for (int row = 0; row < rows; row++) {
            patterns[row] = place(row);
        }
    }

    /// How many patterns there are.
    int found() {
        return found;
    }

    /// The pattern of a row.
    int of(int row) {
        return patterns[row];
    }

    /// The first row of a pattern.
    int first(int pattern) {
        return firsts[pattern];
    }

    private int place(int row) {
        int slot = spread(row) & (slots.length - 1);
        while (slots[slot] >= 0) {
            if (equal(firsts[slots[slot]], row)) {
                return slots[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = found;
        firsts[found] = row;
        return found++;
    }

    private boolean equal(int one, int other) {
        if (Double.compare(offset[one] + 0.0, offset[other] + 0.0) != 0) {
            return false;
        }
        for (int j = 0; j < x.columns(); j++) {
            // 0 is added because -0 and 0 are one value.
            if (Double.compare(x.at(one, j) + 0.0, x.at(other, j) + 0.0) != 0) {
                return false;
            }
        }
        return true;
    }

    private int spread(int row) {
        long mixed = Double.doubleToLongBits(offset[row] + 0.0);
        for (int j = 0; j < x.columns(); j++) {
            mixed = mixed * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(x.at(row, j) + 0.0);
            mixed ^= mixed >>> 29;
        }
        return (int) (mixed ^ (mixed >>> 32));
    }
}
