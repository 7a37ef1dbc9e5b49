package eyebright.respondents;

import eyebright.latent.Grid;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;

/// A count whose rate effects and an exposure move, found by walking up its distribution ([Counts]).
final class CountDrawing implements Drawing {

    private final Noise noise;
    private final int slot;
    private final Levels levels;
    private final Predictor predictor;
    private final OptionalInt exposure;
    private final Grid grid;
    private final Bounds bounds;
    private final double[] logRates;

    /// By level.
    private final Counts[] counts;

    /// @param logRates by level, the log of the rate of who has no effects
    /// @param counts by level
    CountDrawing(
            Noise noise,
            int slot,
            Levels levels,
            Predictor predictor,
            OptionalInt exposure,
            Grid grid,
            Bounds bounds,
            double[] logRates,
            Counts[] counts) {
        this.noise = noise;
        this.slot = slot;
        this.levels = levels;
        this.predictor = predictor;
        this.exposure = exposure;
        this.grid = grid;
        this.bounds = bounds;
        this.logRates = logRates.clone();
        this.counts = counts.clone();
    }

    /// The same by tables, where effects read nothing but options and the limits are those of the question.
    Drawing tabled() {
        Optional<Groups> found = Groups.of(levels, predictor);
        if (found.isEmpty() || exposure.isPresent() || !bounds.isOpen() || grid.least() < 0) {
            return this;
        }
        Groups groups = found.get();
        var chances = new ArrayList<double[]>();
        for (int group = 0; group < groups.count(); group++) {
            int level = groups.level(group);
            double rate = LogScale.value(logRates[level] + groups.sum(group));
            if (!counts[level].canBeTabled(rate)) {
                return this;
            }
            chances.add(counts[level].chances(rate, grid.least(), grid.greatest()));
        }
        return TallyDrawing.of(noise, slot, groups, chances, grid.least());
    }

    /// The same with other rates and effects.
    CountDrawing with(Predictor other, double[] otherLogRates) {
        return new CountDrawing(
                noise, slot, levels, other, exposure, grid, bounds, otherLogRates, counts);
    }

    @Override
    public Optional<Noise> noise() {
        return Optional.of(noise);
    }

    @Override
    public Drawing with(Noise other) {
        return new CountDrawing(
                other, slot, levels, predictor, exposure, grid, bounds, logRates, counts);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        double[] units = draws.units();
        double[] sums = draws.sums();
        noise.fill(draws, attempt, rows, count, units);
        predictor.fill(draws, rows, count, sums);
        double[] numbers = draws.numbers(slot);
        int[] byRow = levels.of(draws, rows, count);
        double[] exposures =
                exposure.isPresent() ? draws.numbers(exposure.getAsInt()) : new double[0];
        double least = grid.least();
        double most = grid.greatest();
        for (int i = 0; i < count; i++) {
            sums[i] = LogScale.value(logRates[byRow[i]] + sums[i]);
        }
        for (int i = 0; exposure.isPresent() && i < count; i++) {
            sums[i] *= Math.max(0, exposures[rows[i]]);
        }
        double[] none = new double[count];
        for (int i = 0; i < count; i++) {
            none[i] = counts[byRow[i]].none(sums[i]);
        }
        if (bounds.isOpen()) {
            for (int i = 0; i < count; i++) {
                numbers[rows[i]] = counts[byRow[i]].at(sums[i], none[i], units[i], least, most);
            }
            return;
        }
        int[] first = bounds.first(draws, rows, count);
        int[] last = bounds.last(draws, rows, count);
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            double from = grid.value(first[i]);
            double to = grid.value(last[i]);
            numbers[row] = counts[byRow[i]].at(sums[i], none[i], units[i], from, to);
        }
    }
}
