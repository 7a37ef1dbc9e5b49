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

    /// Whether nothing is moved.
    boolean isNone() {
        return predictor.isEmpty();
    }

    /// The uniform numbers of a drawing, moved where there are effects: one for each of the rows, until the next
    /// ones are asked for.
    double[] units(Noise noise, Levels levels, Draws draws, int attempt, int[] rows, int count) {
        if (isNone()) {
            double[] units = draws.units();
            noise.fill(draws, attempt, rows, count, units);
            return units;
        }
        double[] normals = normals(noise, levels, draws, attempt, rows, count);
        for (int i = 0; i < count; i++) {
            normals[i] = Gauss.quickCumulative(normals[i]);
        }
        return normals;
    }

    /// The normal numbers of a drawing, moved where there are effects: one for each of the rows, until the next
    /// ones are asked for.
    double[] normals(Noise noise, Levels levels, Draws draws, int attempt, int[] rows, int count) {
        double[] normals = draws.units();
        noise.fill(draws, attempt, rows, count, normals);
        Gauss.quick(normals, count);
        if (isNone()) {
            return normals;
        }
        double[] sums = draws.sums();
        predictor.fill(draws, rows, count, sums);
        int[] level = levels.of(draws, rows, count);
        for (int i = 0; i < count; i++) {
            normals[i] = sums[i] - means[level[i]] + rests[level[i]] * normals[i];
        }
        return normals;
    }
}
