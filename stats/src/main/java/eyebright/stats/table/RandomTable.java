package eyebright.stats.table;

import eyebright.stats.resampling.KeyedStream;
import java.util.stream.IntStream;

/// Draws tables with given margins, each with the probability it has if rows and columns are independent.
///
/// Cell by cell: given the cells before it, a cell is hypergeometric, as many of the respondents still
/// open in its row as fall to its column. Its value is found by one uniform draw, from which probabilities
/// are taken off from the likeliest value outwards, so that about as many steps are needed as the cell has
/// standard deviations' width. Time grows with the cells, not with the respondents.
///
/// Source: Patefield (1981) <https://doi.org/10.2307/2346669>.
final class RandomTable {

    private final int[] rows;
    private final int[] columns;

    RandomTable(ContingencyTable table) {
        rows = IntStream.range(0, table.rows()).map(table::rowTotal).toArray();
        columns = IntStream.range(0, table.columns()).map(table::columnTotal).toArray();
    }

    /// The counts of one table.
    int[][] draw(KeyedStream chance) {
        int[][] counts = new int[rows.length][columns.length];
        int[] left = columns.clone();
        for (int row = 0; row < rows.length; row++) {
            int open = rows[row];
            int pool = IntStream.of(left).sum();
            for (int column = 0; column < columns.length; column++) {
                int count = hypergeometric(left[column], pool - left[column], open, chance);
                pool -= left[column];
                counts[row][column] = count;
                left[column] -= count;
                open -= count;
            }
        }
        return counts;
    }

    /// How many of `inside` are among `drawn` of both.
    static int hypergeometric(int inside, int outside, int drawn, KeyedStream chance) {
        int smallest = Math.max(0, drawn - outside);
        int largest = Math.min(inside, drawn);
        if (smallest == largest) {
            return smallest;
        }
        int mode = (int) ((drawn + 1L) * (inside + 1L) / (inside + (long) outside + 2));
        mode = Math.clamp(mode, smallest, largest);
        double atMode =
                StrictMath.exp(
                        LogFactorial.ofChoosing(inside, mode)
                                + LogFactorial.ofChoosing(outside, drawn - mode)
                                - LogFactorial.ofChoosing(inside + outside, drawn));
        double rest = chance.nextDouble() - atMode;
        int up = mode;
        int down = mode;
        double above = atMode;
        double below = atMode;
        while (rest >= 0 && (up < largest || down > smallest)) {
            if (up < largest) {
                above *= ratio(inside, outside, drawn, up);
                up++;
                rest -= above;
                if (rest < 0) {
                    return up;
                }
            }
            if (down > smallest) {
                down--;
                below /= ratio(inside, outside, drawn, down);
                rest -= below;
                if (rest < 0) {
                    return down;
                }
            }
        }
        return mode;
    }

    /// How many times as likely k + 1 is as k.
    private static double ratio(double inside, double outside, double drawn, double k) {
        return (inside - k) * (drawn - k) / ((k + 1) * (outside - drawn + k + 1));
    }
}
