package eyebright.population;

/// Random numbers of one rehearsed respondent: SplitMix64 (Steele, Lea & Flood 2014), begun at a hash of
/// the seed and the respondent's number.
///
/// Our own, so that one seed gives the same respondents on every machine and in every version of Java;
/// `StreamTest` holds vectors. Used by one thread.
final class Stream {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    private Stream(long state) {
        this.state = state;
    }

    /// The stream of one respondent.
    static Stream of(long seed, int respondent) {
        return new Stream(mixed(mixed(seed + GOLDEN) ^ (respondent * GOLDEN)));
    }

    long next() {
        state += GOLDEN;
        return mixed(state);
    }

    private static long mixed(long bits) {
        long mixed = bits;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /// Uniform, from 0 to just below 1.
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /// True that often.
    boolean chance(double share) {
        return uniform() < share;
    }

    /// A whole number from 0 to `bound` - 1, each equally likely.
    long below(long bound) {
        // The largest multiple of the bound that 2^64 holds; what lies above it is drawn again.
        long reject = Long.remainderUnsigned(-bound, bound);
        long draw = next();
        while (Long.compareUnsigned(draw, reject) < 0) {
            draw = next();
        }
        return Long.remainderUnsigned(draw, bound);
    }

    /// Standard normal, by Box and Muller (1958), one of the two.
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /// Poisson, by Knuth's products of uniform numbers, in parts small enough for them.
    long poisson(double mean) {
        long count = 0;
        double left = mean;
        while (left > 0) {
            double part = StrictMath.min(left, 30);
            double bound = StrictMath.exp(-part);
            double product = uniform();
            while (product > bound) {
                count++;
                product *= uniform();
            }
            left -= part;
        }
        return count;
    }
}
