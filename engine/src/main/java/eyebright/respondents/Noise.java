package eyebright.respondents;

import eyebright.latent.Gauss;
import java.util.List;

/// The uniform numbers of which one variable is drawn: its own, or, where it repeats what others measured,
/// normal numbers that correlate with theirs. Immutable.
final class Noise {

    /// No place of a question: nothing of it is skipped.
    static final int UNASKED = -1;

    private final Variate own;
    private final int slot;
    private final List<Variate> others;
    private final double[] weights;

    private Noise(Variate own, int slot, List<Variate> others, double[] weights) {
        this.own = own;
        this.slot = slot;
        this.others = List.copyOf(others);
        this.weights = weights.clone();
    }

    /// Its own numbers alone.
    ///
    /// @param slot the place that is skipped where they say so, or [#UNASKED]
    static Noise of(Variate own, int slot) {
        return new Noise(own, slot, List.of(), new double[] {1});
    }

    /// The same with numbers that others have as well.
    ///
    /// @param shares of each of the others, and last of its own; their squares sum to 1
    Noise with(List<Variate> shared, double[] shares) {
        return new Noise(own, slot, shared, shares);
    }

    Variate own() {
        return own;
    }

    /// The uniform numbers of some rows.
    void fill(Draws draws, int attempt, int[] rows, int count, double[] units) {
        long[] bits = draws.bits(own, attempt * Variate.AN_ATTEMPT, rows, count);
        if (attempt == 0 && slot != UNASKED) {
            draws.skip(slot, bits, rows, count);
        }
        for (int i = 0; i < count; i++) {
            units[i] = Chance.unit(bits[i]);
        }
        if (!others.isEmpty()) {
            join(draws, rows, count, units);
        }
    }

    private void join(Draws draws, int[] rows, int count, double[] units) {
        for (int i = 0; i < count; i++) {
            units[i] = weights[weights.length - 1] * Gauss.quick(units[i]);
        }
        for (int j = 0; j < others.size(); j++) {
            long[] bits = draws.bits(others.get(j), 0, rows, count);
            for (int i = 0; i < count; i++) {
                units[i] += weights[j] * Gauss.quick(Chance.unit(bits[i]));
            }
        }
        for (int i = 0; i < count; i++) {
            units[i] = Gauss.quickCumulative(units[i]);
        }
    }
}
