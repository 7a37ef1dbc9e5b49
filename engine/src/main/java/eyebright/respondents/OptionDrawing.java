package eyebright.respondents;

import java.util.Optional;

/// One option of a question, by the shares of its level alone.
final class OptionDrawing implements Drawing {

    private final Noise noise;
    private final int slot;
    private final Levels levels;

    /// By level, the chance of each option or one before it.
    private final double[][] upTo;

    private OptionDrawing(Noise noise, int slot, Levels levels, double[][] upTo) {
        this.noise = noise;
        this.slot = slot;
        this.levels = levels;
        this.upTo = upTo;
    }

    /// One option each.
    ///
    /// @param shares by level, of each option
    static OptionDrawing of(Noise noise, int slot, Levels levels, double[][] shares) {
        double[][] upTo = new double[shares.length][];
        for (int level = 0; level < shares.length; level++) {
            upTo[level] = cumulated(shares[level]);
        }
        return new OptionDrawing(noise, slot, levels, upTo);
    }

    /// Cumulated shares, made to sum to 1: the last that is above 0 ends there, so that no rounding lets one
    /// be drawn that has none.
    static double[] cumulated(double[] shares) {
        double whole = 0;
        for (double share : shares) {
            whole += share;
        }
        double[] upTo = new double[shares.length];
        double sum = 0;
        int last = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            upTo[i] = whole > 0 ? sum / whole : 0;
            last = shares[i] > 0 ? i : last;
        }
        for (int i = last; i < upTo.length; i++) {
            upTo[i] = 1;
        }
        return upTo;
    }

    @Override
    public Optional<Noise> noise() {
        return Optional.of(noise);
    }

    @Override
    public Drawing with(Noise other) {
        return new OptionDrawing(other, slot, levels, upTo);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        double[] units = draws.units();
        noise.fill(draws, attempt, rows, count, units);
        short[] chosen = draws.choices(slot);
        int[] level = levels.of(draws, rows, count);
        for (int i = 0; i < count; i++) {
            double[] here = upTo[level[i]];
            int option = 0;
            while (units[i] >= here[option]) {
                option++;
            }
            chosen[rows[i]] = (short) option;
        }
    }
}
