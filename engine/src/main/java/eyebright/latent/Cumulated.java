package eyebright.latent;

import java.util.Arrays;

/// The chances of a few things or many, cumulated and ready to draw from: with a guide by which a draw looks at
/// about two of them (Chen & Asau 1974). Immutable.
public final class Cumulated {

    private static final int LEAST_GUIDE = 256;

    /// The chance of what comes before each, and 1 at the end.
    private final double[] below;

    private final int[] guide;

    private Cumulated(double[] below) {
        this.below = below;
        // Wide enough for most of its places to lie within one thing.
        this.guide = new int[Math.max(LEAST_GUIDE, Integer.highestOneBit(below.length - 1) * 4)];
        int place = 0;
        for (int i = 0; i < guide.length; i++) {
            while (below[place + 1] <= (double) i / guide.length) {
                place++;
            }
            guide[i] = place;
        }
    }

    /// Of weights.
    ///
    /// @param weights 0 or more, not all 0
    public static Cumulated of(double[] weights) {
        return new Cumulated(below(weights));
    }

    /// The chance of what comes before each, and 1 at the end: from the last on that has a weight, so that no
    /// rounding lets one be drawn that has none.
    static double[] below(double[] weights) {
        int size = weights.length;
        double[] below = new double[size + 1];
        int last = 0;
        for (int i = 0; i < size; i++) {
            below[i + 1] = below[i] + weights[i];
            last = weights[i] > 0 ? i : last;
        }
        double whole = below[size];
        for (int i = 1; i <= last; i++) {
            below[i] /= whole;
        }
        Arrays.fill(below, last + 1, size + 1, 1);
        return below;
    }

    /// How many things.
    public int size() {
        return below.length - 1;
    }

    /// The chance of what comes before one; 1 of its number.
    double below(int place) {
        return below[place];
    }

    /// Which of them lies at that place of the distribution.
    ///
    /// @param unit above 0 and below 1
    public int place(double unit) {
        int place = guide[(int) (unit * guide.length)];
        while (unit >= below[place + 1]) {
            place++;
        }
        return place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cumulated cumulated && Arrays.equals(below, cumulated.below);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(below);
    }
}
