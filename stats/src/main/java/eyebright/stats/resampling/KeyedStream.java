package eyebright.stats.resampling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Random numbers that belong to one study, one purpose and one replicate, and are always the same.
///
/// ```
/// state = SHA-256(length(study) study length(purpose) purpose replicate)     4 x 64 bits, then xoshiro256++
/// double:  the upper 53 bits of a draw, times 2⁻⁵³
/// bounded: the upper half of (upper 32 bits of a draw) x bound, drawn again where that would favour one (Lemire)
/// normal:  u sqrt(-2 ln(s) / s),  s = u² + v²,  of the first point (u, v) inside the circle (Marsaglia)
/// ```
///
/// Every replicate has its own stream, so that results do not depend on which thread draws first, and
/// adding an analysis does not move the numbers of another. Lengths are part of the key: `("ab", "c")`
/// is not `("a", "bc")`. All draws are made here and not by [java.util.random.RandomGenerator], whose
/// bounded and normal draws may change with the JDK: equal keys give equal bytes on every machine,
/// which `KeyedStreamTest` holds with test vectors.
///
/// Shape: one number a call; a period of 2²⁵⁶ - 1. For one thread at a time. R's `set.seed` with
/// `sample` gives other numbers, and they changed with R 3.6.
///
/// Sources: Blackman & Vigna (2021) <https://doi.org/10.1145/3460772>; Lemire (2019)
/// <https://doi.org/10.1145/3230636>; Marsaglia & Bray (1964) <https://doi.org/10.1137/1006063>.
public final class KeyedStream {

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /// A stream in the given state, which must not be all zero.
    KeyedStream(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /// The stream of a key, at its beginning.
    ///
    /// @param study what the numbers belong to, such as the name of the study
    /// @param purpose what they are drawn for, such as `bootstrap of claim 7`
    /// @param replicate which of the streams of that purpose
    public static KeyedStream of(String study, String purpose, long replicate) {
        byte[] first = study.getBytes(StandardCharsets.UTF_8);
        byte[] second = purpose.getBytes(StandardCharsets.UTF_8);
        var key =
                ByteBuffer.allocate(Math.addExact(first.length, second.length) + 16)
                        .putInt(first.length)
                        .put(first)
                        .putInt(second.length)
                        .put(second)
                        .putLong(replicate);
        // Nobody knows a text whose hash is all zero, the one state that xoshiro cannot leave.
        var state = ByteBuffer.wrap(sha256().digest(key.array()));
        return new KeyedStream(state.getLong(), state.getLong(), state.getLong(), state.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /// 64 random bits.
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /// A number from 0 to below 1, a multiple of 2⁻⁵³.
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /// A whole number from 0 to below the bound, each equally likely.
    ///
    /// @param bound 1 or more
    /// @throws IllegalArgumentException if the bound is below 1
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be 1 or more, not " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xFFFF_FFFFL;
        if (low < bound) {
            // 2³² modulo bound: of so many lower halves there would be one too many.
            long excess = 0x1_0000_0000L % bound;
            while (low < excess) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xFFFF_FFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    /// A number from the standard normal distribution.
    public double nextGaussian() {
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /// Puts the values in a random order, each of all orders equally likely (Fisher-Yates, from the end).
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
