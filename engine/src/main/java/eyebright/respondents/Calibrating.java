package eyebright.respondents;

/// The numbers of 4,096 respondents on whom margins and effects are solved, spread as evenly as can be.
///
/// Each of 65 columns holds every 4,096th part of the range once, and each two columns hold every pair of 64th
/// parts once: an orthogonal array of strength 2 over the field of 64 elements (Bush 1952), turned into a
/// Latin hypercube (Tang 1993). So two variables that are drawn of different columns do not correlate by
/// accident, and what is solved is not solved for an accident. A column is made when it is first read, as deciding
/// who is eligible reads few of them; for one thread.
final class Calibrating {

    /// How many respondents.
    static final int SIZE = 4096;

    private static final int LEVELS = 64;

    /// So many columns are balanced in pairs.
    static final int COLUMNS = LEVELS + 1;

    /// x⁶ + x + 1, by which products in the field are reduced.
    private static final int MODULUS = 0b1000011;

    /// Half of a 4,096th part of 2^64, as a power of 2.
    private static final int HALF_A_PART = 51;

    private final Chance chance;
    private final short[][] made = new short[COLUMNS][];

    private Calibrating(Chance chance) {
        this.chance = chance;
    }

    /// The sample of a study: always the same.
    static Calibrating of(String study) {
        return new Calibrating(Chance.of(study + " calibrated", 0, 0));
    }

    /// What is not balanced comes from here.
    Chance chance() {
        return chance;
    }

    /// The number of a row in a column: the middle of its part of the range.
    long bits(int column, int row) {
        short[] places = made[column];
        if (places == null) {
            places = places(column);
            made[column] = places;
        }
        return (2L * places[row] + 1) << HALF_A_PART;
    }

    private short[] places(int column) {
        int[] levels = shuffled("levels " + column);
        short[] places = new short[SIZE];
        int[][] parts = new int[LEVELS][];
        for (int level = 0; level < LEVELS; level++) {
            parts[level] = shuffled("parts " + column + " " + level);
        }
        for (int row = 0; row < SIZE; row++) {
            int one = row / LEVELS;
            int other = row % LEVELS;
            int level = column == LEVELS ? other : one ^ product(column, other);
            int within = column == LEVELS ? one : other;
            places[row] = (short) (levels[level] * LEVELS + parts[level][within]);
        }
        return places;
    }

    private static int product(int one, int other) {
        int product = 0;
        for (int bit = 5; bit >= 0; bit--) {
            product <<= 1;
            if (product >= LEVELS) {
                product ^= MODULUS;
            }
            if ((other >> bit & 1) == 1) {
                product ^= one;
            }
        }
        return product;
    }

    private int[] shuffled(String what) {
        long start = chance.start(Chance.hash(what));
        int[] order = new int[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            order[i] = i;
        }
        for (int last = LEVELS - 1; last > 0; last--) {
            int with = (int) (Chance.unit(Chance.bits(start, 1, last, 0)) * (last + 1));
            int taken = order[last];
            order[last] = order[with];
            order[with] = taken;
        }
        return order;
    }
}
