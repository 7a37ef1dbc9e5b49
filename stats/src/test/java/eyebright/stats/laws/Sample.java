package eyebright.stats.laws;

import eyebright.stats.mean.Moments;
import eyebright.stats.resampling.KeyedStream;
import eyebright.stats.table.ContingencyTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Made-up answers of some respondents in named columns, and what laws do to them: another order, another
/// unit, everyone twice, two halves.
///
/// `x` and `y` are scores in steps of 1/256, so that a change of unit does not round them; `a` to `f` items
/// from 1 to 5; `group` 0 to 2, `two` 0 or 1, `level` 0 to 2 in order; `yes` and `also` 1 or 0; `count` and
/// `often` whole; `cluster` of three respondents each, who follow one another.
final class Sample {

    private static final double LEVEL = 0.95;
    private static final int N = 90;
    private static final double STEP = 256;

    private final Map<String, double[]> columns;
    private final double level;

    private Sample(Map<String, double[]> columns, double level) {
        this.columns = columns;
        this.level = level;
    }

    static Sample of(long seed) {
        var stream = KeyedStream.of("laws", "a sample", seed);
        var columns = new LinkedHashMap<String, double[]>();
        for (String name :
                "x y a b c d e f group two level yes also count often cluster".split(" ", -1)) {
            columns.put(name, new double[N]);
        }
        var clusters = new double[N / 3];
        Arrays.setAll(clusters, _ -> stream.nextGaussian());
        for (int i = 0; i < N; i++) {
            var respondent = new LinkedHashMap<String, Double>();
            double trait = stream.nextGaussian();
            double own = clusters[i / 3];
            respondent.put("cluster", (double) Math.floorDiv(i, 3));
            respondent.put("group", (double) stream.nextInt(3));
            respondent.put("two", (double) stream.nextInt(2));
            double x =
                    trait
                            + 0.4 * respondent.getOrDefault("group", 0.0)
                            + 0.5 * respondent.getOrDefault("two", 0.0);
            respondent.put("x", Math.rint(STEP * x) / STEP);
            double y = 0.5 * trait + 0.6 * own + stream.nextGaussian();
            respondent.put("y", Math.rint(STEP * y) / STEP);
            for (String item : "a b c d e f".split(" ", -1)) {
                double answer = Math.rint(3 + 0.9 * trait + 0.9 * stream.nextGaussian());
                respondent.put(item, Math.clamp(answer, 1, 5));
            }
            double latent = 0.6 * trait + 0.7 * own + 1.3 * stream.nextGaussian();
            respondent.put("level", latent < -0.8 ? 0.0 : latent < 0.7 ? 1.0 : 2.0);
            respondent.put("yes", latent > 0.2 ? 1.0 : 0.0);
            respondent.put("also", 0.5 * latent + stream.nextGaussian() > 0.3 ? 1.0 : 0.0);
            respondent.put(
                    "count",
                    poisson(
                            Math.exp(0.4 + 0.4 * trait + 0.6 * own + 0.6 * stream.nextGaussian()),
                            stream));
            respondent.put("often", poisson(Math.exp(1 + 0.2 * trait), stream));
            int row = i;
            columns.forEach((name, values) -> values[row] = respondent.getOrDefault(name, 0.0));
        }
        return new Sample(columns, LEVEL);
    }

    private static double poisson(double mean, KeyedStream stream) {
        double product = stream.nextDouble();
        int events = 0;
        while (product > Math.exp(-mean)) {
            product *= stream.nextDouble();
            events++;
        }
        return events;
    }

    /// The same answers, of which intervals are to be had at another level.
    Sample at(double otherLevel) {
        return new Sample(columns, otherLevel);
    }

    double level() {
        return level;
    }

    private double[] column(String name) {
        double[] values = columns.get(name);
        if (values == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return values;
    }

    int n() {
        return column("x").length;
    }

    double[] of(String column) {
        return column(column).clone();
    }

    int[] codes(String column) {
        return Arrays.stream(column(column)).mapToInt(value -> (int) value).toArray();
    }

    /// The values of those of one group.
    double[] of(String column, String group, int code) {
        return IntStream.range(0, n())
                .filter(i -> column(group)[i] == code)
                .mapToDouble(i -> column(column)[i])
                .toArray();
    }

    Moments moments(String column) {
        return Moments.of(of(column));
    }

    Moments moments(String column, String group, int code) {
        return Moments.of(of(column, group, code));
    }

    int count(IntPredicate row) {
        return (int) IntStream.range(0, n()).filter(row).count();
    }

    /// How many have both codes.
    int count(String one, int code, String other, int otherCode) {
        return count(i -> column(one)[i] == code && column(other)[i] == otherCode);
    }

    int count(String column, int code) {
        return count(i -> column(column)[i] == code);
    }

    ContingencyTable table(String rows, int rowCodes, String columns, int columnCodes) {
        var counts = new int[rowCodes][columnCodes];
        for (int row = 0; row < rowCodes; row++) {
            for (int column = 0; column < columnCodes; column++) {
                counts[row][column] = count(rows, row, columns, column);
            }
        }
        return ContingencyTable.of(counts);
    }

    Sample rows(int... rows) {
        var chosen = new LinkedHashMap<String, double[]>();
        columns.forEach(
                (name, values) ->
                        chosen.put(
                                name, Arrays.stream(rows).mapToDouble(i -> values[i]).toArray()));
        return new Sample(chosen, level);
    }

    Sample inAnotherOrder(long seed) {
        int[] order = IntStream.range(0, n()).toArray();
        KeyedStream.of("laws", "another order", seed).shuffle(order);
        return rows(order);
    }

    Sample everyoneTwice() {
        return rows(IntStream.range(0, 2 * n()).map(i -> i % n()).toArray());
    }

    Sample firstHalf() {
        return rows(IntStream.range(0, n() / 2).toArray());
    }

    Sample secondHalf() {
        return rows(IntStream.range(n() / 2, n()).toArray());
    }

    Sample with(String column, DoubleUnaryOperator change) {
        return with(column, Arrays.stream(column(column)).map(change).toArray());
    }

    /// Two columns in each other's place.
    Sample swapped(String one, String other) {
        return with(one, of(other)).with(other, of(one));
    }

    Sample with(String column, double[] values) {
        var changed = new LinkedHashMap<>(columns);
        changed.put(column, values);
        return new Sample(changed, level);
    }
}
