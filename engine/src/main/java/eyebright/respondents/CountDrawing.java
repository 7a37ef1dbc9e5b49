package eyebright.respondents;

import eyebright.latent.Gauss;
import eyebright.latent.Grid;
import eyebright.stats.matrix.Logarithm;
import java.util.Optional;
import java.util.OptionalInt;

/// A count whose rate effects and an exposure move: Poisson, or negative binomial with variance
/// mean + dispersion · mean². The distribution is walked up from 0 to the uniform number.
final class CountDrawing implements Drawing {

    /// Below it the chance of a 0 is no number to begin with.
    private static final double LEAST_LOG = -690;

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
        int[] byRow = levels.of(draws, rows, count);
        double[] exposures =
                exposure.isPresent() ? draws.numbers(exposure.getAsInt()) : new double[0];
        double least = grid.least();
        double most = grid.greatest();
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            int level = byRow[i];
            double rate = LogScale.value(logRates[level] + sums[i]);
            if (exposure.isPresent()) {
                rate *= Math.max(0, exposures[row]);
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
        double logNone = logNone(mean, dispersion);
        if (logNone < LEAST_LOG) {
            return wide(mean, dispersion, unit, from, to);
        }
        double none = LogScale.value(logNone);
        double ratio = mean / (1 + dispersion * mean);
        double low = from > 0 ? upTo(none, ratio, dispersion, from - 1) : 0;
        // Beyond seven deviations so little lies that it may be put on the limit.
        double far = mean + 7 * Math.sqrt(mean + dispersion * mean * mean);
        double high = to < far ? upTo(none, ratio, dispersion, to) : 1;
        if (high - low < 1e-12) {
            return mean < from ? from : to;
        }
        double target = low + unit * (high - low);
        double chance = none;
        double sum = chance;
        double x = 0;
        while (sum <= target && x < to) {
            chance *= ratio * (1 + dispersion * x) / (x + 1);
            x++;
            sum += chance;
            if (chance < 1e-17 && x > mean) {
                break;
            }
        }
        return Math.max(from, x);
    }

    /// The logarithm of the chance of a 0.
    private static double logNone(double mean, double dispersion) {
        return dispersion > 0 ? -Logarithm.ofOnePlus(dispersion * mean) / dispersion : -mean;
    }

    /// So large a mean, and so little dispersion, that a double holds no chance of a 0 to walk up from: counts are
    /// then normal but for a hundredth of their deviation.
    private static double wide(
            double mean, double dispersion, double unit, double from, double to) {
        double deviation = Math.sqrt(mean + dispersion * mean * mean);
        double low = Gauss.cumulative((from - 0.5 - mean) / deviation);
        double high = Gauss.cumulative((to + 0.5 - mean) / deviation);
        if (high - low < 1e-12) {
            return mean < from ? from : to;
        }
        double count = Math.rint(mean + deviation * Gauss.quantile(low + unit * (high - low)));
        return Math.max(from, Math.min(to, count));
    }

    /// The chance of at most that count.
    private static double upTo(double none, double ratio, double dispersion, double most) {
        double chance = none;
        double sum = none;
        for (double x = 0; x < most; x++) {
            chance *= ratio * (1 + dispersion * x) / (x + 1);
            sum += chance;
        }
        return sum;
    }
}
