package eyebright.respondents;

/// Random numbers that are looked up, not drawn in turn: each is a hash of study, seed, replicate, variable,
/// row and counter (Salmon, Moraes, Dror & Shaw 2011).
///
/// So any replicate, any row and any variable can be had alone, in any order and on any number of threads;
/// the first hundred rows of a thousand are the hundred; and what changes in one variable moves no number of
/// another. A variable's numbers are SplitMix64 (Steele, Lea & Flood 2014) with a start and an odd increment
/// of its own, read at the place `row · 65536 + counter`: the counters of one row do not meet those of the
/// next. `ChanceTest` holds vectors. Immutable.
final class Chance {

    /// So many numbers a row has of each variable.
    static final int COUNTERS = 1 << 16;

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final double TO_UNIT = 0x1.0p-40;

    /// The bits that say whether an answer is skipped: the last of a number; those before them are its value.
    private static final int LAST_BITS = 24;

    private final long key;

    private Chance(long key) {
        this.key = key;
    }

    /// The numbers of one replicate.
    static Chance of(String study, long seed, long replicate) {
        return new Chance(mixed(mixed(hash(study) ^ mixed(seed + GOLDEN)) + replicate * GOLDEN));
    }

    /// The number of a name, the same everywhere: FNV-1a over its UTF-16 units, mixed.
    static long hash(String name) {
        long hash = FNV_BASIS;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /// Where the numbers of a variable start.
    ///
    /// @param variable its [#hash]
    long start(long variable) {
        return mixed(key ^ variable);
    }

    /// By how much they go on: odd, so that all 2^64 places differ.
    static long step(long start) {
        return mixed(start + GOLDEN) | 1;
    }

    /// One number.
    static long bits(long start, long step, int row, int counter) {
        return mixed(start + ((long) row * COUNTERS + counter) * step);
    }

    /// One number of each of the first rows, in their order.
    ///
    /// @param rows each row's own number, from 0: read from memory, a processor hashes several at once
    /// @param into takes the numbers
    /// @param count of how many rows
    static void bits(long start, long step, int counter, long[] rows, long[] into, int count) {
        long first = start + counter * step;
        long aRow = COUNTERS * step;
        for (int i = 0; i < count; i++) {
            into[i] = mixed(first + rows[i] * aRow);
        }
    }

    /// The value of a number: above 0 and below 1, in steps of 2^-40.
    static double unit(long bits) {
        return ((bits >>> LAST_BITS) + 0.5) * TO_UNIT;
    }

    /// The last bits of a number, which its value does not use: 0 to 2^24 - 1.
    static int last(long bits) {
        return (int) bits & ((1 << LAST_BITS) - 1);
    }

    /// Below how much the last bits of a number lie in that share of all numbers.
    static int below(double share) {
        return (int) StrictMath.rint(share * (1 << LAST_BITS));
    }

    /// The value of the upper half of a number: above 0 and below 1, in steps of 2^-32.
    static double upper(long bits) {
        return ((bits >>> Integer.SIZE) + 0.5) * 0x1.0p-32;
    }

    /// The value of the lower half of a number.
    static double lower(long bits) {
        return ((bits & 0xffffffffL) + 0.5) * 0x1.0p-32;
    }

    /// The finaliser of SplitMix64 (Stafford's variant 13).
    static long mixed(long bits) {
        long mixed = bits;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
