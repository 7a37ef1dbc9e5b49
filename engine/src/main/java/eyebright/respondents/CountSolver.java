package eyebright.respondents;

import eyebright.latent.Grid;
import eyebright.latent.MomentTable;
import eyebright.latent.Newton;
import eyebright.latent.PointTable;
import eyebright.population.Effect;
import eyebright.population.Limits;
import eyebright.population.Margin;
import eyebright.population.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Solves rates of counts so that declared means and correlations are observed.
final class CountSolver {

    private static final int ROUNDS = 12;
    private static final double NEAR = 1e-2;

    private final Draws draws;
    private final List<Gap> gaps;

    CountSolver(Draws draws, List<Gap> gaps) {
        this.draws = draws;
        this.gaps = gaps;
    }

    /// The drawing of a count; a table where nothing moves it.
    Drawing solve(
            String name,
            Noise noise,
            int slot,
            Levels levels,
            Grid grid,
            Limits limits,
            OptionalInt exposure,
            List<Margin.Rate> rates,
            List<Effect> effects) {
        int[] rows = draws.asked(slot);
        List<int[]> parts = levels.parts(draws, rows);
        var bounds = new Bounds(grid, limits);
        if (effects.isEmpty() && exposure.isEmpty()) {
            var points = new PointSolver(draws, gaps);
            List<MomentTable> solvers = points.tables(grid, bounds, rows, parts);
            var tables = new ArrayList<PointTable>();
            for (int level = 0; level < levels.count(); level++) {
                Margin.Rate rate = rates.get(level);
                MomentTable.Solved solved =
                        solvers.get(level).count(rate.mean(), rate.dispersion());
                if (parts.get(level).length > 0) {
                    check(name, rate, solved.mean());
                }
                tables.add(solved.table());
            }
            return points.drawing(noise, slot, levels, tables, bounds, Shift.none(levels.count()));
        }
        var problem = new Problem(rows, parts, exposure, rates, effects);
        double[] coefficients = problem.coefficients(name);
        double[] logRates = problem.logRates(coefficients);
        var drawing =
                new CountDrawing(
                        noise,
                        slot,
                        levels,
                        new Predictor(problem.readings, coefficients),
                        exposure,
                        grid,
                        bounds,
                        logRates,
                        rates.stream()
                                .map(rate -> new Counts(rate.dispersion()))
                                .toArray(Counts[]::new));
        CountDrawing solved =
                bounds.isOpen() && isFarBelow(grid, rates)
                        ? drawing
                        : within(name, drawing, slot, problem, coefficients, logRates);
        return solved.tabled();
    }

    /// Whether the question's own limit hardly matters.
    private static boolean isFarBelow(Grid grid, List<Margin.Rate> rates) {
        return rates.stream()
                .allMatch(
                        rate ->
                                grid.least() <= 0
                                        && rate.mean() + 12 * deviation(rate) < grid.greatest());
    }

    private static double deviation(Margin.Rate rate) {
        return StrictMath.sqrt(rate.mean() + rate.dispersion() * rate.mean() * rate.mean());
    }

    /// Raises rates by what limits take away.
    private CountDrawing within(
            String name,
            CountDrawing drawing,
            int slot,
            Problem problem,
            double[] coefficients,
            double[] logRates) {
        double[] raised = logRates.clone();
        var predictor = new Predictor(problem.readings, coefficients);
        CountDrawing now = drawing;
        for (int round = 0; round <= ROUNDS; round++) {
            now.draw(draws, 0, problem.rows, problem.rows.length);
            double[] numbers = draws.numbers(slot);
            for (int level = 0; level < raised.length; level++) {
                int[] part = problem.parts.get(level);
                double sum = 0;
                for (int i : part) {
                    sum += numbers[problem.rows[i]];
                }
                double mean = part.length == 0 ? 0 : sum / part.length;
                double wished = problem.rates.get(level).mean();
                if (round == ROUNDS && part.length > 0) {
                    check(name, problem.rates.get(level), mean);
                } else if (mean > 0 && wished > 0) {
                    raised[level] += StrictMath.log(wished / mean);
                }
            }
            now = round == ROUNDS ? now : now.with(predictor, raised);
        }
        return now;
    }

    private void check(String name, Margin.Rate rate, double mean) {
        if (Math.abs(mean - rate.mean()) > NEAR * Math.max(rate.mean(), 0.1)) {
            gaps.add(new Gap(name, "mean", rate.mean(), mean));
        }
    }

    /// The parts of one count.
    private final class Problem {
        private final int[] rows;
        private final List<int[]> parts;
        private final List<Margin.Rate> rates;
        private final List<Effect> effects;
        private final List<Reading> readings = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();
        private final double[] exposures;

        Problem(
                int[] rows,
                List<int[]> parts,
                OptionalInt exposure,
                List<Margin.Rate> rates,
                List<Effect> effects) {
            this.rows = rows;
            this.parts = parts;
            this.rates = rates;
            this.effects = effects;
            for (Effect effect : effects) {
                Reading reading = Reading.of(effect.term(), draws);
                readings.add(reading);
                values.add(reading.values(draws, rows));
            }
            exposures = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                exposures[i] =
                        exposure.isPresent()
                                ? Math.max(0, draws.numbers(exposure.getAsInt())[rows[i]])
                                : 1;
            }
        }

        double[] coefficients(String name) {
            double[] coefficients = new double[effects.size()];
            var solved = new ArrayList<Integer>();
            for (int j = 0; j < coefficients.length; j++) {
                if (effects.get(j).measure() == Measure.RATE) {
                    coefficients[j] = StrictMath.log(effects.get(j).value());
                } else {
                    solved.add(j);
                }
            }
            if (solved.isEmpty()) {
                return coefficients;
            }
            Newton.Found found =
                    Newton.solve(
                            at -> off(with(coefficients, solved, at), solved),
                            new double[solved.size()],
                            1e-4,
                            1e-7);
            double[] best = with(coefficients, solved, found.at());
            double[] off = off(best, solved);
            for (int j = 0; j < off.length; j++) {
                Effect effect = effects.get(solved.get(j));
                if (Math.abs(off[j]) > NEAR) {
                    gaps.add(
                            new Gap(
                                    name,
                                    OddsSolver.said(effect),
                                    effect.value(),
                                    effect.value() + off[j]));
                }
            }
            return best;
        }

        private double[] with(double[] coefficients, List<Integer> places, double[] at) {
            double[] tried = coefficients.clone();
            for (int j = 0; j < at.length; j++) {
                tried[places.get(j)] = at[j];
            }
            return tried;
        }

        /// What each row has of the rate of its level.
        private double[] shares(double[] coefficients) {
            double[] sums = new double[rows.length];
            for (int j = 0; j < coefficients.length; j++) {
                double[] x = values.get(j);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += coefficients[j] * x[i];
                }
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] = LogScale.value(sums[i]) * exposures[i];
            }
            return sums;
        }

        double[] logRates(double[] coefficients) {
            double[] shares = shares(coefficients);
            double[] logRates = new double[rates.size()];
            for (int level = 0; level < logRates.length; level++) {
                double mean = Math.max(1e-12, rates.get(level).mean());
                double share = Sums.mean(shares, parts.get(level));
                logRates[level] = StrictMath.log(mean / (share > 0 ? share : 1));
            }
            return logRates;
        }

        /// How far each correlation is from what is wished.
        private double[] off(double[] coefficients, List<Integer> solved) {
            double[] means = shares(coefficients);
            double[] logRates = logRates(coefficients);
            double variance = 0;
            for (int level = 0; level < logRates.length; level++) {
                for (int i : parts.get(level)) {
                    means[i] *= LogScale.value(logRates[level]);
                    variance += means[i] + rates.get(level).dispersion() * means[i] * means[i];
                }
            }
            double deviation =
                    StrictMath.sqrt(
                            variance / Math.max(1, rows.length) + Sums.covariance(means, means));
            double[] off = new double[solved.size()];
            for (int j = 0; j < off.length; j++) {
                double[] x = values.get(solved.get(j));
                off[j] =
                        Sums.covariance(x, means) / Math.max(1e-12, deviation * Sums.deviation(x))
                                - effects.get(solved.get(j)).value();
            }
            return off;
        }
    }
}
