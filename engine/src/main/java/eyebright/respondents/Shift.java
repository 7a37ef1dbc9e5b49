package eyebright.respondents;

import eyebright.latent.Gauss;
import java.util.List;

/// How effects move a normal number: it is `rest` of itself, and the sum less its mean in the level.
final class Shift {

    private final Predictor predictor;
    private final double[] means;
    private final double[] rests;

    Shift(Predictor predictor, double[] means, double[] rests) {
        this.predictor = predictor;
        this.means = means.clone();
        this.rests = rests.clone();
    }

    /// No effects: a normal number stays as it is.
    static Shift none(int levels) {
        return new Shift(
                new Predictor(List.of(), new double[0]), new double[levels], new double[levels]);
    }

    /// The mean of the sums of a level.
    double mean(int level) {
        return means[level];
    }

    /// How much of the normal number is left in a level.
    double rest(int level) {
        return rests[level];
    }

    /// The uniform numbers of a drawing, moved where there are effects: one for each of the rows, until the next
    /// ones are asked for.
    double[] units(Noise noise, Levels levels, Draws draws, int attempt, int[] rows, int count) {
        double[] units = draws.units();
        noise.fill(draws, attempt, rows, count, units);
        if (!predictor.isEmpty()) {
            move(draws, levels, rows, count, units);
        }
        return units;
    }

    private void move(Draws draws, Levels levels, int[] rows, int count, double[] units) {
        double[] sums = draws.sums();
        predictor.fill(draws, rows, count, sums);
        int[] level = levels.of(draws, rows, count);
        for (int i = 0; i < count; i++) {
            units[i] =
                    Gauss.quickCumulative(
                            sums[i] - means[level[i]] + rests[level[i]] * Gauss.quick(units[i]));
        }
    }
}
