package eyebright.latent;

import java.util.Map;
import java.util.TreeMap;

/// Finds the distribution over the numbers of a grid that has a mean and a standard deviation as observed.
///
/// Of all distributions on these numbers with that mean and deviation it takes the one of most entropy:
/// weights exp(a·x + b·x²), which is the normal curve at the points of the answer, and where the deviation
/// is too large for any normal curve between the limits, a flat or hollow one. So every mean and deviation that
/// is possible at all is met. What is skewed has weights exp(a·x + b·log(x - least + step/2)), the
/// curve of a gamma distribution. Where limits differ from respondent to respondent, each draws from the part
/// of the distribution within theirs, and mean and deviation hold over all of them.
public final class MomentTable {

    private static final double TOLERANCE = 1e-9;

    /// A gap in mean or deviation below this part of the deviation is none.
    public static final double GAP = 1e-3;

    private final Grid grid;
    private final double[] logWidths;

    /// How many respondents have each pair of limits: the first cell times 2^32 plus the last.
    private final TreeMap<Long, Integer> limits;

    private MomentTable(Grid grid, Map<Long, Integer> limits) {
        this.grid = grid;
        this.logWidths = new double[grid.size()];
        for (int cell = 0; cell < logWidths.length; cell++) {
            logWidths[cell] = StrictMath.log((double) grid.width(cell));
        }
        this.limits = new TreeMap<>(limits);
    }

    /// What solving came to.
    ///
    /// @param table the distribution
    /// @param mean as it will be observed
    /// @param deviation as it will be observed
    public record Solved(PointTable table, double mean, double deviation) {

        /// Whether that is what was wished.
        public boolean meets(Moments wished) {
            return Math.abs(mean - wished.mean()) < GAP * wished.deviation()
                    && Math.abs(deviation / wished.deviation() - 1) < GAP;
        }
    }

    /// How a curve bends.
    public enum Shape {
        NORMAL,
        SKEWED
    }

    /// Numbers of a grid, all of it open to everybody.
    public static MomentTable of(Grid grid) {
        return new MomentTable(grid, Map.of(pair(0, grid.size() - 1), 1));
    }

    /// Numbers of a grid, with limits that differ.
    ///
    /// @param limits how many have each [#pair] of limits
    public static MomentTable of(Grid grid, Map<Long, Integer> limits) {
        return new MomentTable(grid, limits);
    }

    /// Two limits as one number.
    public static long pair(int first, int last) {
        return ((long) first << Integer.SIZE) | last;
    }

    /// The distribution of that mean and deviation, or the nearest that is found.
    public Solved solve(Shape shape, Moments wished) {
        double mean = wished.mean();
        double deviation = wished.deviation();
        double[] first = new double[grid.size()];
        double[] second = new double[grid.size()];
        double start;
        double startToo;
        if (shape == Shape.NORMAL) {
            for (int cell = 0; cell < first.length; cell++) {
                first[cell] = (grid.value(cell) - mean) / deviation;
                second[cell] = -first[cell] * first[cell] / 2;
            }
            start = 0;
            startToo = 1;
        } else {
            double least = grid.least() - grid.step() / 2;
            double shift = Math.max(mean - least, grid.step() / 4);
            double form = shift * shift / (deviation * deviation);
            for (int cell = 0; cell < first.length; cell++) {
                double x = (grid.value(cell) - least) / shift;
                first[cell] = StrictMath.log(x);
                second[cell] = -x;
            }
            start = form - 1;
            startToo = form;
        }
        Newton.Found found =
                Newton.solve(
                        at -> {
                            double[] there = moments(Cumulated.below(weighted(first, second, at)));
                            return new double[] {
                                (there[0] - mean) / deviation,
                                StrictMath.log(Math.max(there[1], 1e-12) / deviation)
                            };
                        },
                        new double[] {start, startToo},
                        1e-5,
                        TOLERANCE);
        return solved(weighted(first, second, found.at()));
    }

    /// Counts whose mean is as wished: Poisson, or negative binomial with variance
    /// mean + dispersion · mean² before the limits.
    public Solved count(double mean, double dispersion) {
        Newton.Found found =
                Newton.solve(
                        at ->
                                new double[] {
                                    (moments(
                                                            Cumulated.below(
                                                                    counts(
                                                                            StrictMath.exp(at[0]),
                                                                            dispersion)))[0]
                                                    - mean)
                                            / Math.max(mean, 1e-9)
                                },
                        new double[] {StrictMath.log(Math.max(mean, 1e-9))},
                        1e-5,
                        TOLERANCE);
        return solved(counts(StrictMath.exp(found.at(0)), dispersion));
    }

    private Solved solved(double[] weights) {
        double[] there = moments(Cumulated.below(weights));
        return new Solved(PointTable.of(grid, weights), there[0], there[1]);
    }

    private double[] counts(double mean, double dispersion) {
        double[] weights = new double[grid.size()];
        double log = 0;
        double most = 0;
        double number = 0;
        double[] logs = new double[weights.length];
        for (int cell = 0; cell < weights.length; cell++) {
            double x = Math.max(0, StrictMath.rint(grid.value(cell)));
            for (; number < x; number++) {
                log +=
                        StrictMath.log(
                                mean
                                        * (1 + dispersion * number)
                                        / ((1 + dispersion * mean) * (number + 1)));
            }
            logs[cell] = log + logWidths[cell];
            most = Math.max(most, logs[cell]);
        }
        for (int cell = 0; cell < weights.length; cell++) {
            weights[cell] = StrictMath.exp(logs[cell] - most);
        }
        return weights;
    }

    private double[] weighted(double[] first, double[] second, double[] at) {
        double[] logs = new double[grid.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < logs.length; cell++) {
            logs[cell] = at[0] * first[cell] + at[1] * second[cell] + logWidths[cell];
            most = Math.max(most, logs[cell]);
        }
        for (int cell = 0; cell < logs.length; cell++) {
            logs[cell] = StrictMath.exp(logs[cell] - most);
        }
        return logs;
    }

    /// Mean and standard deviation of what is observed within the limits.
    private double[] moments(double[] below) {
        int size = grid.size();
        double[] sums = new double[size + 1];
        double[] squares = new double[size + 1];
        for (int cell = 0; cell < size; cell++) {
            double x = grid.value(cell);
            sums[cell + 1] = sums[cell] + (below[cell + 1] - below[cell]) * x;
            squares[cell + 1] = squares[cell] + (below[cell + 1] - below[cell]) * x * x;
        }
        double n = 0;
        double mean = 0;
        double square = 0;
        for (Map.Entry<Long, Integer> pair : limits.entrySet()) {
            int first = (int) (pair.getKey() >> Integer.SIZE);
            int last = (int) (long) pair.getKey();
            double here = first > last ? 0 : below[last + 1] - below[first];
            n += pair.getValue();
            if (here < 1e-12) {
                double x = grid.value(Math.min(first > last || first > 0 ? first : last, size - 1));
                mean += pair.getValue() * x;
                square += pair.getValue() * x * x;
            } else {
                mean += pair.getValue() * (sums[last + 1] - sums[first]) / here;
                square += pair.getValue() * (squares[last + 1] - squares[first]) / here;
            }
        }
        mean /= n;
        return new double[] {mean, StrictMath.sqrt(Math.max(0, square / n - mean * mean))};
    }
}
