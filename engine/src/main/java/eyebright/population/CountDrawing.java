package eyebright.population;

import java.util.Optional;
import java.util.OptionalInt;

/// A count whose rate effects and an exposure move: Poisson, or negative binomial with variance
/// mean + dispersion · mean². The distribution is walked up from 0 to the uniform number.
final class CountDrawing implements Drawing {

    private final Noise noise;
    private final int slot;
    private final Levels levels;
    private final Predictor predictor;
    private final OptionalInt exposure;
    private final Grid grid;
    private final Bounds bounds;
    private final double[] logRates;
    private final double[] dispersions;

    /// @param logRates by level, the log of the rate of who has no effects
    CountDrawing(
            Noise noise,
            int slot,
            Levels levels,
            Predictor predictor,
            OptionalInt exposure,
            Grid grid,
            Bounds bounds,
            double[] logRates,
            double[] dispersions) {
        this.noise = noise;
        this.slot = slot;
        this.levels = levels;
        this.predictor = predictor;
        this.exposure = exposure;
        this.grid = grid;
        this.bounds = bounds;
        this.logRates = logRates.clone();
        this.dispersions = dispersions.clone();
    }

    /// The same with other rates and effects.
    CountDrawing with(Predictor other, double[] otherLogRates) {
        return new CountDrawing(
                noise, slot, levels, other, exposure, grid, bounds, otherLogRates, dispersions);
    }

    @Override
    public Optional<Noise> noise() {
        return Optional.of(noise);
    }

    @Override
    public Drawing with(Noise other) {
        return new CountDrawing(
                other, slot, levels, predictor, exposure, grid, bounds, logRates, dispersions);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        double[] units = draws.units();
        double[] sums = draws.sums();
        noise.fill(draws, attempt, rows, count, units);
        predictor.fill(draws, rows, count, sums);
        double[] numbers = draws.numbers(slot);
        boolean isOpen = bounds.isOpen();
        int[] first = isOpen ? new int[0] : bounds.first(draws, rows, count);
        int[] last = isOpen ? new int[0] : bounds.last(draws, rows, count);
        double least = grid.least();
        double most = grid.greatest();
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            int level = levels.of(draws, row);
            double rate = Exponential.of(logRates[level] + sums[i]);
            if (exposure.isPresent()) {
                rate *= Math.max(0, draws.numbers(exposure.getAsInt())[row]);
            }
            double from = isOpen ? least : grid.value(first[i]);
            double to = isOpen ? most : grid.value(last[i]);
            numbers[row] = count(rate, dispersions[level], units[i], from, to);
        }
    }

    /// The count at that place of its distribution between two limits.
    static double count(double mean, double dispersion, double unit, double from, double to) {
        if (mean <= 0 || to <= from) {
            return from;
        }
        double below = 0;
        double target = unit;
        double deviation = Math.sqrt(mean + dispersion * mean * mean);
        boolean isCut = from > 0 || to < mean + (8 + 20 * Math.min(1, dispersion)) * deviation;
        if (isCut) {
            double[] limits = cumulated(mean, dispersion, from, to);
            if (limits[1] - limits[0] < 1e-12) {
                return mean < from ? from : to;
            }
            target = limits[0] + unit * (limits[1] - limits[0]);
        }
        double chance = none(mean, dispersion);
        double ratio = mean / (1 + dispersion * mean);
        double x = 0;
        below = chance;
        while (below <= target && x < to) {
            chance *= ratio * (1 + dispersion * x) / (x + 1);
            x++;
            below += chance;
            if (chance < 1e-17 && x > mean) {
                break;
            }
        }
        return Math.max(from, x);
    }

    private static double none(double mean, double dispersion) {
        return dispersion > 0
                ? Exponential.of(-StrictMath.log(1 + dispersion * mean) / dispersion)
                : Exponential.of(-mean);
    }

    /// The chances of lying below `from`, and at or below `to`.
    private static double[] cumulated(double mean, double dispersion, double from, double to) {
        double chance = none(mean, dispersion);
        double ratio = mean / (1 + dispersion * mean);
        double sum = 0;
        double belowFrom = 0;
        for (double x = 0; x <= to; x++) {
            if (x < from) {
                belowFrom += chance;
            }
            sum += chance;
            chance *= ratio * (1 + dispersion * x) / (x + 1);
            if (chance < 1e-17 && x > mean) {
                break;
            }
        }
        return new double[] {belowFrom, sum};
    }
}
