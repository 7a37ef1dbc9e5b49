package eyebright.respondents;

import eyebright.latent.Grid;
import eyebright.latent.MomentTable;
import eyebright.latent.MomentTable.Shape;
import eyebright.latent.MomentTable.Solved;
import eyebright.latent.Moments;
import eyebright.latent.Newton;
import eyebright.latent.PointTable;
import eyebright.latent.Stairs;
import eyebright.population.Effect;
import eyebright.population.Limits;
import eyebright.population.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Solves numbers so that their means and deviations, and what effects make of them, are observed.
final class PointSolver {

    private static final int ROUNDS = 2;
    private static final double STEP = 0.01;
    private static final double TOLERANCE = 1e-4;
    private static final double NEAR = 1e-2;

    /// A mean or a deviation is missed if it is further off than so many deviations.
    private static final double MARGIN = 0.05;

    /// A level of fewer calibrating respondents is not corrected.
    private static final int LEAST = 30;

    private static final int KNOTS = 129;
    private static final double REACH = 4;

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
            return drawing(noise, slot, levels, tables, bounds, plan.shift(new double[0]));
        }
        double[] at = plan.start(moments);
        var expecting = new Expectation(bounds, rows);
        for (int round = 0; ; round++) {
            List<PointTable> now = List.copyOf(tables);
            at =
                    Newton.solve(
                                    tried -> plan.off(expecting.of(now, plan, tried)),
                                    at,
                                    STEP,
                                    TOLERANCE)
                            .at();
            Expected expected = expecting.of(now, plan, at);
            if (round == ROUNDS) {
                plan.gaps(name, expected, gaps);
                margins(name, moments, parts, expected);
                return drawing(noise, slot, levels, now, bounds, plan.shift(at));
            }
            for (int level = 0; level < levels.count(); level++) {
                int[] part = parts.get(level);
                if (part.length < LEAST) {
                    continue;
                }
                Moments before = wished.get(level);
                Moments goal = moments.get(level);
                double deviation = expected.deviation(part);
                var next =
                        new Moments(
                                before.mean() + goal.mean() - Sums.mean(expected.means, part),
                                before.deviation() * goal.deviation() / Math.max(1e-9, deviation));
                Solved solved = solvers.get(level).solve(shape, next);
                if (solved.meets(next)) {
                    wished.set(level, next);
                    tables.set(level, solved.table());
                }
            }
        }
    }

    /// The drawing of these tables; limits that hold for everybody are within the tables.
    PointDrawing drawing(
            Noise noise,
            int slot,
            Levels levels,
            List<PointTable> tables,
            Bounds bounds,
            Shift shift) {
        if (bounds.isOpen() || !bounds.isSame()) {
            return new PointDrawing(noise, slot, levels, tables, bounds, shift);
        }
        return new PointDrawing(
                noise,
                slot,
                levels,
                tables.stream().map(table -> bounds.within(table, draws)).toList(),
                Bounds.none(tables.getFirst().grid()),
                shift);
    }

    /// The mean and the mean square of what each respondent would answer.
    private static final class Expected {
        private final double[] means;
        private final double[] squares;

        Expected(int rows) {
            this.means = new double[rows];
            this.squares = new double[rows];
        }

        void put(int place, Stairs.Powers powers) {
            means[place] = powers.mean();
            squares[place] = powers.square();
        }

        double deviation() {
            double mean = Sums.mean(means);
            return StrictMath.sqrt(Math.max(1e-18, Sums.mean(squares) - mean * mean));
        }

        double deviation(int[] part) {
            double mean = Sums.mean(means, part);
            return StrictMath.sqrt(Math.max(1e-18, Sums.mean(squares, part) - mean * mean));
        }
    }

    /// Works out what respondents would answer over all of their own noise: from a table by where effects put
    /// them, or, where limits differ, one by one.
    private final class Expectation {
        private final boolean isOpen;
        private final int[] first;
        private final int[] last;
        private final Map<Within, Stairs> stairs = new HashMap<>();

        /// A table within the limits of some respondents.
        private record Within(PointTable table, int first, int last) {
            Stairs stairs() {
                return Stairs.of(PointTable.of(table.grid(), table.chances(first, last)));
            }
        }

        Expectation(Bounds bounds, int[] rows) {
            this.isOpen = bounds.isOpen();
            this.first = isOpen ? new int[0] : bounds.first(draws, rows, rows.length);
            this.last = isOpen ? new int[0] : bounds.last(draws, rows, rows.length);
        }

        Expected of(List<PointTable> tables, Shifts plan, double[] coefficients) {
            Shift shift = plan.shift(coefficients);
            double[] sums = plan.sums(coefficients);
            var expected = new Expected(sums.length);
            for (int level = 0; level < tables.size(); level++) {
                PointTable table = tables.get(level);
                double rest = shift.rest(level);
                double mean = shift.mean(level);
                if (isOpen) {
                    var whole = new Within(table, 0, table.grid().size() - 1);
                    Expected knots = knots(stairs(whole), rest);
                    for (int i : plan.parts.get(level)) {
                        interpolate(knots, sums[i] - mean, expected, i);
                    }
                } else {
                    for (int i : plan.parts.get(level)) {
                        Stairs own = stairs(new Within(table, first[i], last[i]));
                        expected.put(i, own.expected(sums[i] - mean, rest));
                    }
                }
            }
            return expected;
        }

        private Stairs stairs(Within within) {
            return stairs.computeIfAbsent(within, Within::stairs);
        }

        private static Expected knots(Stairs stairs, double rest) {
            var knots = new Expected(KNOTS);
            for (int knot = 0; knot < KNOTS; knot++) {
                knots.put(knot, stairs.expected(2 * REACH * knot / (KNOTS - 1) - REACH, rest));
            }
            return knots;
        }

        private void interpolate(Expected knots, double at, Expected into, int place) {
            double far =
                    (Math.max(-REACH, Math.min(REACH, at)) + REACH) * (KNOTS - 1) / (2 * REACH);
            int knot = Math.min(KNOTS - 2, (int) far);
            double part = far - knot;
            into.means[place] = knots.means[knot] * (1 - part) + knots.means[knot + 1] * part;
            into.squares[place] = knots.squares[knot] * (1 - part) + knots.squares[knot + 1] * part;
        }
    }

    private void gap(String name, Moments wished, Solved solved) {
        gap(name, wished, solved.mean(), solved.deviation(), MomentTable.GAP);
    }

    private void gap(String name, Moments wished, double mean, double deviation, double near) {
        if (Math.abs(mean - wished.mean()) >= near * wished.deviation()) {
            gaps.add(new Gap(name, "mean", wished.mean(), mean));
        } else {
            gaps.add(new Gap(name, "deviation", wished.deviation(), deviation));
        }
    }

    /// A margin that effects have moved and nothing could move back: where a slope within a level wants more room than
    /// its deviation leaves, for instance.
    private void margins(String name, List<Moments> moments, List<int[]> parts, Expected expected) {
        for (int level = 0; level < moments.size(); level++) {
            int[] part = parts.get(level);
            Moments wished = moments.get(level);
            if (part.length < LEAST) {
                continue;
            }
            double mean = Sums.mean(expected.means, part);
            double deviation = expected.deviation(part);
            double near = MARGIN * wished.deviation();
            if (Math.abs(mean - wished.mean()) >= near
                    || Math.abs(deviation - wished.deviation()) >= near) {
                gap(name, wished, mean, deviation, MARGIN);
            }
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
                                    tried -> plan.off(hidden(plan, tried, means, deviations)),
                                    at,
                                    STEP,
                                    TOLERANCE)
                            .at();
            plan.gaps(name, hidden(plan, at, means, deviations), gaps);
        }
        return new NormalDrawing(noise, slot, levels, means, deviations, plan.shift(at));
    }

    private static Expected hidden(
            Shifts plan, double[] coefficients, double[] means, double[] deviations) {
        Shift shift = plan.shift(coefficients);
        double[] sums = plan.sums(coefficients);
        var expected = new Expected(sums.length);
        for (int level = 0; level < means.length; level++) {
            double own = deviations[level] * shift.rest(level);
            for (int i : plan.parts.get(level)) {
                double mean = means[level] + deviations[level] * (sums[i] - shift.mean(level));
                expected.means[i] = mean;
                expected.squares[i] = mean * mean + own * own;
            }
        }
        return expected;
    }

    /// The effects on one number.
    private final class Shifts {
        private final List<int[]> parts;
        private final List<Effect> effects;
        private final List<Reading> readings = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();
        private final double[][] slopes;
        private final int size;

        Shifts(int[] rows, List<int[]> parts, List<Effect> effects) {
            this.size = rows.length;
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
            double deviation = moments.stream().mapToDouble(Moments::deviation).average().orElse(1);
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

        double[] sums(double[] coefficients) {
            double[] sums = new double[size];
            for (int j = 0; j < coefficients.length; j++) {
                double[] x = values.get(j);
                for (int i = 0; i < size; i++) {
                    sums[i] += coefficients[j] * x[i];
                }
            }
            return sums;
        }

        Shift shift(double[] coefficients) {
            double[] all = sums(coefficients);
            double[] means = new double[parts.size()];
            double[] rests = new double[parts.size()];
            for (int level = 0; level < means.length; level++) {
                int[] part = parts.get(level);
                double[] sums = new double[part.length];
                for (int i = 0; i < part.length; i++) {
                    sums[i] = all[part[i]];
                }
                means[level] = Sums.mean(sums);
                rests[level] = StrictMath.sqrt(Math.max(1e-4, 1 - Sums.covariance(sums, sums)));
            }
            return new Shift(new Predictor(readings, coefficients), means, rests);
        }

        /// How far each effect is from what is wished, in deviations.
        double[] off(Expected expected) {
            double[] observed = observed(expected);
            double deviation = expected.deviation();
            for (int j = 0; j < observed.length; j++) {
                observed[j] -= effects.get(j).value();
                if (effects.get(j).measure() == Measure.SLOPE) {
                    observed[j] *= Sums.deviation(values.get(j)) / deviation;
                }
            }
            return observed;
        }

        private double[] observed(Expected expected) {
            double[] observed = new double[effects.size()];
            double deviation = expected.deviation();
            for (int j = 0; j < observed.length; j++) {
                double[] x = values.get(j);
                observed[j] =
                        switch (effects.get(j).measure()) {
                            case R ->
                                    Sums.covariance(x, expected.means)
                                            / Math.max(1e-12, deviation * Sums.deviation(x));
                            case SLOPE -> Regression.slope(slopes[j], expected.means);
                            case D, ODDS, RATE, POINTS -> {
                                double share = Sums.mean(x);
                                double apart = Sums.difference(x, expected.means);
                                double within =
                                        deviation * deviation - share * (1 - share) * apart * apart;
                                yield Regression.slope(slopes[j], expected.means)
                                        / StrictMath.sqrt(Math.max(1e-12, within));
                            }
                        };
            }
            return observed;
        }

        void gaps(String name, Expected expected, List<Gap> gaps) {
            double[] observed = observed(expected);
            double[] off = off(expected);
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
