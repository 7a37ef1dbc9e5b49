package eyebright.latent;

import java.util.ArrayList;
import java.util.List;

/// Several tables of cumulated chances, one behind the other, so that rows of different tables are read in one go.
/// Immutable.
public final class CumulatedTables {

    private static final int LEAST_GUIDE = 256;

    /// Of each thing of each table, the chance of it or one before it.
    private final double[] upTo;

    /// For each part of the range of each table, the first thing that lies there.
    private final int[] guide;

    private final int parts;
    private final int[] starts;

    private CumulatedTables(double[] upTo, int[] guide, int parts, int[] starts) {
        this.upTo = upTo;
        this.guide = guide;
        this.parts = parts;
        this.starts = starts;
    }

    /// Of weights.
    ///
    /// @param tables each 0 or more, not all 0
    public static CumulatedTables of(List<double[]> tables) {
        var all = new ArrayList<double[]>();
        int size = 0;
        int parts = LEAST_GUIDE;
        for (double[] weights : tables) {
            all.add(Cumulated.below(weights));
            size += weights.length;
            parts = Math.max(parts, Integer.highestOneBit(weights.length) * 4);
        }
        double[] upTo = new double[size];
        int[] guide = new int[tables.size() * parts];
        int[] starts = new int[tables.size()];
        int start = 0;
        for (int table = 0; table < starts.length; table++) {
            double[] below = all.get(table);
            System.arraycopy(below, 1, upTo, start, below.length - 1);
            int place = start;
            for (int part = 0; part < parts; part++) {
                while (upTo[place] <= (double) part / parts) {
                    place++;
                }
                guide[table * parts + part] = place;
            }
            starts[table] = start;
            start += below.length - 1;
        }
        return new CumulatedTables(upTo, guide, parts, starts);
    }

    /// The place of the first thing of a table among those of all.
    public int start(int table) {
        return starts[table];
    }

    /// How many things there are in all tables.
    public int size() {
        return upTo.length;
    }

    /// Which things lie at those places of the distributions.
    ///
    /// @param tables which table each row reads
    /// @param units above 0 and below 1
    /// @param places takes the place of each among those of all tables
    public void read(int[] tables, double[] units, int count, int[] places) {
        if (starts.length == 1) {
            read(units, count, places);
            return;
        }
        for (int i = 0; i < count; i++) {
            double unit = units[i];
            int place = guide[tables[i] * parts + (int) (unit * parts)];
            while (unit >= upTo[place]) {
                place++;
            }
            places[i] = place;
        }
    }

    private void read(double[] units, int count, int[] places) {
        for (int i = 0; i < count; i++) {
            double unit = units[i];
            int place = guide[(int) (unit * parts)];
            while (unit >= upTo[place]) {
                place++;
            }
            places[i] = place;
        }
    }
}
