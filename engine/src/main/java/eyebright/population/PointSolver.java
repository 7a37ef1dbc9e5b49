package eyebright.population;

import eyebright.population.MomentTable.Shape;
import eyebright.population.MomentTable.Solved;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Solves numbers so that their means and deviations, and what effects make of them, are observed.
final class PointSolver {

    private static final int ROUNDS = 3;
    private static final double STEP = 0.05;
    private static final double TOLERANCE = 3e-4;
    private static final double NEAR = 1e-2;

    private final Draws draws;
    private final List<Gap> gaps;

    PointSolver(Draws draws, List<Gap> gaps) {
        this.draws = draws;
        this.gaps = gaps;
    }

    /// The drawing of a number with a mean and a deviation by level.
    PointDrawing solve(
            String name,
            Noise noise,
            int slot,
            Levels levels,
            Grid grid,
            Limits limits,
            Shape shape,
            List<Moments> moments,
            List<Effect> effects) {
        int[] rows = draws.asked(slot);
        List<int[]> parts = levels.parts(draws, rows);
        var bounds = new Bounds(grid, limits);
        List<MomentTable> solvers = tables(grid, bounds, rows, parts);
        List<Moments> wished = new ArrayList<>(moments);
        List<PointTable> tables = new ArrayList<>();
        for (int level = 0; level < levels.count(); level++) {
            Solved solved = solvers.get(level).solve(shape, moments.get(level));
            if (parts.get(level).length > 0 && !solved.meets(moments.get(level))) {
                gap(name, moments.get(level), solved);
            }
            tables.add(solved.table());
        }
        var plan = new Shifts(rows, parts, effects);
        if (effects.isEmpty()) {
            return new PointDrawing(noise, slot, levels, tables, bounds, plan.shift(new double[0]));
        }
        double[] at = plan.start(moments);
        for (int round = 0; ; round++) {
            List<PointTable> now = List.copyOf(tables);
            Newton.Found found =
                    Newton.solve(
                            tried ->
                                    plan.off(
                                            numbers(
                                                    new PointDrawing(
                                                            noise,
                                                            slot,
                                                            levels,
                                                            now,
                                                            bounds,
                                                            plan.shift(tried)),
                                                    slot,
                                                    rows)),
                            at,
                            STEP,
                            TOLERANCE);
            at = found.at();
            var drawing = new PointDrawing(noise, slot, levels, now, bounds, plan.shift(at));
            double[] numbers = numbers(drawing, slot, rows);
            if (round == ROUNDS) {
                plan.gaps(name, numbers, gaps);
                return drawing;
            }
            for (int level = 0; level < levels.count(); level++) {
                if (parts.get(level).length < 30) {
                    continue;
                }
                double mean = Sums.mean(numbers, parts.get(level));
                double deviation = Sums.deviation(numbers, parts.get(level));
                Moments before = wished.get(level);
                Moments goal = moments.get(level);
                var next =
                        new Moments(
                                before.mean() + goal.mean() - mean,
                                before.deviation() * goal.deviation() / Math.max(1e-9, deviation));
                Solved solved = solvers.get(level).solve(shape, next);
                if (solved.meets(next)) {
                    wished.set(level, next);
                    tables.set(level, solved.table());
                }
            }
        }
    }

    private void gap(String name, Moments wished, Solved solved) {
        if (Math.abs(solved.mean() - wished.mean()) >= MomentTable.GAP * wished.deviation()) {
            gaps.add(new Gap(name, "mean", wished.mean(), solved.mean()));
        } else {
            gaps.add(new Gap(name, "deviation", wished.deviation(), solved.deviation()));
        }
    }

    /// What draws the table of each level, with the limits of its respondents.
    List<MomentTable> tables(Grid grid, Bounds bounds, int[] rows, List<int[]> parts) {
        var solvers = new ArrayList<MomentTable>();
        if (bounds.isOpen()) {
            parts.forEach(_ -> solvers.add(MomentTable.of(grid)));
            return solvers;
        }
        int[] first = bounds.first(draws, rows, rows.length);
        int[] last = bounds.last(draws, rows, rows.length);
        for (int[] part : parts) {
            var limits = new TreeMap<Long, Integer>();
            for (int i : part) {
                limits.merge(MomentTable.pair(first[i], last[i]), 1, Integer::sum);
            }
            solvers.add(limits.isEmpty() ? MomentTable.of(grid) : MomentTable.of(grid, limits));
        }
        return solvers;
    }

    /// What a drawing draws in those rows.
    private double[] numbers(Drawing drawing, int slot, int[] rows) {
        drawing.draw(draws, 0, rows, rows.length);
        double[] all = draws.numbers(slot);
        double[] numbers = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            numbers[i] = all[rows[i]];
        }
        return numbers;
    }

    /// The drawing of a hidden normal number.
    NormalDrawing hidden(
            String name,
            Noise noise,
            int slot,
            Levels levels,
            List<Moments> moments,
            List<Effect> effects) {
        int[] rows = draws.all();
        double[] means = moments.stream().mapToDouble(Moments::mean).toArray();
        double[] deviations = moments.stream().mapToDouble(Moments::deviation).toArray();
        var plan = new Shifts(rows, levels.parts(draws, rows), effects);
        double[] at = plan.start(moments);
        if (!effects.isEmpty()) {
            at =
                    Newton.solve(
                                    tried ->
                                            plan.off(
                                                    numbers(
                                                            new NormalDrawing(
                                                                    noise,
                                                                    slot,
                                                                    levels,
                                                                    means,
                                                                    deviations,
                                                                    plan.shift(tried)),
                                                            slot,
                                                            rows)),
                                    at,
                                    STEP,
                                    TOLERANCE)
                            .at();
        }
        var drawing =
                new NormalDrawing(noise, slot, levels, means, deviations, plan.shift(at));
        if (!effects.isEmpty()) {
            plan.gaps(name, numbers(drawing, slot, rows), gaps);
        }
        return drawing;
    }

    /// The effects on one number.
    private final class Shifts {
        private final List<int[]> parts;
        private final List<Effect> effects;
        private final List<Reading> readings = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();
        private final double[][] slopes;

        Shifts(int[] rows, List<int[]> parts, List<Effect> effects) {
            this.parts = parts;
            this.effects = effects;
            for (Effect effect : effects) {
                Reading reading = Reading.of(effect.term(), draws);
                readings.add(reading);
                values.add(reading.values(draws, rows));
            }
            this.slopes = Regression.weights(values);
        }

        double[] start(List<Moments> moments) {
            double deviation =
                    moments.stream().mapToDouble(Moments::deviation).average().orElse(1);
            double[] start = new double[effects.size()];
            for (int j = 0; j < start.length; j++) {
                double value = effects.get(j).value();
                start[j] =
                        switch (effects.get(j).measure()) {
                            case SLOPE -> value / deviation;
                            case R -> value / Math.max(1e-9, Sums.deviation(values.get(j)));
                            case D, ODDS, RATE, POINTS -> value;
                        };
            }
            return start;
        }

        PointDrawing.Shift shift(double[] coefficients) {
            double[] means = new double[parts.size()];
            double[] rests = new double[parts.size()];
            for (int level = 0; level < means.length; level++) {
                int[] part = parts.get(level);
                double[] sums = new double[part.length];
                for (int j = 0; j < coefficients.length; j++) {
                    double[] x = values.get(j);
                    for (int i = 0; i < part.length; i++) {
                        sums[i] += coefficients[j] * x[part[i]];
                    }
                }
                means[level] = Sums.mean(sums);
                rests[level] = StrictMath.sqrt(Math.max(1e-4, 1 - Sums.covariance(sums, sums)));
            }
            return new PointDrawing.Shift(new Predictor(readings, coefficients), means, rests);
        }

        /// How far each effect is from what is wished, in deviations.
        double[] off(double[] numbers) {
            double[] observed = observed(numbers);
            double deviation = Math.max(1e-9, Sums.deviation(numbers));
            for (int j = 0; j < observed.length; j++) {
                observed[j] -= effects.get(j).value();
                if (effects.get(j).measure() == Measure.SLOPE) {
                    observed[j] *= Sums.deviation(values.get(j)) / deviation;
                }
            }
            return observed;
        }

        private double[] observed(double[] numbers) {
            double[] observed = new double[effects.size()];
            for (int j = 0; j < observed.length; j++) {
                double[] x = values.get(j);
                observed[j] =
                        switch (effects.get(j).measure()) {
                            case R -> Sums.correlation(x, numbers);
                            case SLOPE -> Regression.slope(slopes[j], numbers);
                            case D, ODDS, RATE, POINTS ->
                                    Regression.slope(slopes[j], numbers)
                                            / Regression.within(x, numbers);
                        };
            }
            return observed;
        }

        void gaps(String name, double[] numbers, List<Gap> gaps) {
            double[] observed = observed(numbers);
            double[] off = off(numbers);
            for (int j = 0; j < off.length; j++) {
                if (Math.abs(off[j]) > NEAR) {
                    gaps.add(
                            new Gap(
                                    name,
                                    OddsSolver.said(effects.get(j)),
                                    effects.get(j).value(),
                                    observed[j]));
                }
            }
        }
    }
}
