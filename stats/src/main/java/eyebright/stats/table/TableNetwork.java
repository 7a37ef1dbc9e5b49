package eyebright.stats.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// All tables with given margins, as paths through a network.
///
/// A node is the respondents of each row who are left when the first columns are filled; an edge fills the
/// next column. Paths that lead to the same node are kept apart only by how unlikely they are. Where even
/// the likeliest way on is unlikely enough, all ways on count, and they have probability 1 together; where
/// even the unlikeliest is not, none counts. So most paths end early. Rows are exchangeable: their order
/// is not part of a node. When two columns are left, the ways on are sorted once and each path finds its
/// place among them.
///
/// Source: the idea is that of Mehta & Patel (1983) <https://doi.org/10.1080/01621459.1983.10477989>; the
/// longest and shortest ways on are found here by going all of them once, not by bounds.
final class TableNetwork {

    private static final int CODE_BITS = 62;
    private static final int MOST_RESPONDENTS = 100_000;

    private final int[] rows;
    private final int[] columns;
    private final int[] left;
    private final int bits;
    private final long least;
    private final double[] logFactorials;
    private final long[] unlikelinesses;
    private final List<Map<Long, Range>> ranges = new ArrayList<>();
    private long steps;

    /// How unlikely the likeliest and the unlikeliest way on are.
    private record Range(long lowest, long highest) {}

    private static final Range NOTHING = new Range(0, 0);

    /// One way to fill a column; of the last but one, together with the last, which is then given.
    private interface Filling {
        void accept(long node, long unlikeliness, double logProbability);
    }

    /// A search that would take more than the steps it was given.
    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps() {
            super("more steps than allowed", null, false, false);
        }
    }

    private TableNetwork(ContingencyTable table, long steps) {
        int[] some = IntStream.range(0, table.rows()).map(table::rowTotal).toArray();
        int[] others = IntStream.range(0, table.columns()).map(table::columnTotal).toArray();
        rows = some.length <= others.length ? some : others;
        // Large columns first: they decide most of how unlikely a table is.
        columns =
                Arrays.stream(some.length <= others.length ? others : some)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .mapToInt(Integer::intValue)
                        .toArray();
        left = new int[columns.length];
        for (int j = columns.length - 1, sum = 0; j >= 0; j--) {
            sum += columns[j];
            left[j] = sum;
            ranges.add(new HashMap<>());
        }
        bits = Integer.SIZE - Integer.numberOfLeadingZeros(Arrays.stream(rows).max().orElse(0));
        var unlikeliness = Unlikeliness.among(left[0]);
        least = unlikeliness.least(table);
        logFactorials = IntStream.rangeClosed(0, left[0]).mapToDouble(LogFactorial::of).toArray();
        unlikelinesses =
                IntStream.rangeClosed(0, Math.min(columns[0], Arrays.stream(rows).max().orElse(0)))
                        .mapToLong(unlikeliness::of)
                        .toArray();
        this.steps = steps;
    }

    /// The probability of all tables with these margins that are no more likely than this one.
    ///
    /// @param table 2 or more rows and columns, none of them empty
    /// @param steps how many fillings of a column may be looked at
    /// @return empty if it would take more steps
    static OptionalDouble probability(ContingencyTable table, long steps) {
        if (table.total() > MOST_RESPONDENTS) {
            return OptionalDouble.empty();
        }
        var network = new TableNetwork(table, steps);
        if (network.bits * network.rows.length > CODE_BITS) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Math.min(1, network.walk()));
        } catch (TooManySteps _) {
            return OptionalDouble.empty();
        }
    }

    private double walk() {
        var nodes = new TreeMap<Long, Paths>();
        var start = new Paths();
        start.add(0, 1);
        nodes.put(code(rows), start);
        double sum = 0;
        for (int column = 0; column < columns.length - 1; column++) {
            var next = new TreeMap<Long, Paths>();
            for (var node : nodes.entrySet()) {
                node.getValue().merge();
                if (column == columns.length - 2) {
                    sum += last(node.getKey(), column, node.getValue());
                } else {
                    sum += spread(node.getKey(), column, node.getValue(), next);
                }
            }
            nodes = next;
        }
        return sum;
    }

    /// The probability of the paths that become unlikely enough by the last two columns.
    private double last(long node, int column, Paths paths) {
        var ways = new Paths();
        fill(node, column, (_, unlikely, log) -> ways.add(unlikely, StrictMath.exp(log)));
        ways.merge();
        double[] tails = ways.tails();
        double sum = 0;
        for (int i = 0; i < paths.size(); i++) {
            sum += paths.probability(i) * tails[ways.firstAtLeast(least - paths.unlikeliness(i))];
        }
        return sum;
    }

    /// Leads the paths of a node on to the next nodes, but for those that are settled there.
    ///
    /// @return the probability of the paths that are unlikely enough whatever follows
    private double spread(long node, int column, Paths paths, Map<Long, Paths> next) {
        double[] tails = paths.tails();
        double[] sum = {0};
        fill(
                node,
                column,
                (child, unlikely, log) -> {
                    double likely = StrictMath.exp(log);
                    var range = range(child, column + 1);
                    int none = paths.firstAtLeast(least - unlikely - range.highest());
                    int all = paths.firstAtLeast(least - unlikely - range.lowest());
                    sum[0] += likely * tails[all];
                    if (none == all) {
                        return;
                    }
                    count(all - none);
                    var onward = next.computeIfAbsent(child, _ -> new Paths());
                    for (int i = none; i < all; i++) {
                        onward.add(paths.unlikeliness(i) + unlikely, paths.probability(i) * likely);
                    }
                });
        return sum[0];
    }

    private Range range(long node, int column) {
        var known = ranges.get(column).get(node);
        if (known != null) {
            return known;
        }
        long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
        fill(
                node,
                column,
                (child, unlikely, _) -> {
                    var onward = column == columns.length - 2 ? NOTHING : range(child, column + 1);
                    ends[0] = Math.min(ends[0], unlikely + onward.lowest());
                    ends[1] = Math.max(ends[1], unlikely + onward.highest());
                });
        var range = new Range(ends[0], ends[1]);
        ranges.get(column).put(node, range);
        return range;
    }

    private void fill(long node, int column, Filling filling) {
        int[] remaining = decode(node);
        int later = left[column];
        double all = logChoices(later, columns[column]);
        fill(remaining, column, 0, columns[column], later, 0, -all, filling);
    }

    /// Fills the rows from `row` on with `open` respondents of the column; `later` are in these rows.
    private void fill(
            int[] remaining,
            int column,
            int row,
            int open,
            int later,
            long unlikely,
            double log,
            Filling filling) {
        if (row == remaining.length) {
            count(1);
            if (column == columns.length - 2) {
                filling.accept(0, unlikely + ofLastColumn(remaining), log);
            } else {
                filling.accept(code(remaining), unlikely, log);
            }
            return;
        }
        int here = remaining[row];
        int most = Math.min(here, open);
        for (int count = Math.max(0, open - (later - here)); count <= most; count++) {
            remaining[row] = here - count;
            fill(
                    remaining,
                    column,
                    row + 1,
                    open - count,
                    later - here,
                    unlikely + unlikelinesses[count],
                    log + logChoices(here, count),
                    filling);
        }
        remaining[row] = here;
    }

    private long ofLastColumn(int[] remaining) {
        long sum = 0;
        for (int each : remaining) {
            sum += unlikelinesses[each];
        }
        return sum;
    }

    private double logChoices(int n, int k) {
        return logFactorials[n] - logFactorials[k] - logFactorials[n - k];
    }

    private void count(int more) {
        steps -= more;
        if (steps < 0) {
            throw new TooManySteps();
        }
    }

    private long code(int[] remaining) {
        int[] ascending = remaining.clone();
        Arrays.sort(ascending);
        long code = 0;
        for (int each : ascending) {
            code = code << bits | each;
        }
        return code;
    }

    private int[] decode(long node) {
        int[] remaining = new int[rows.length];
        long code = node;
        for (int i = rows.length - 1; i >= 0; i--) {
            remaining[i] = (int) (code & ((1L << bits) - 1));
            code >>>= bits;
        }
        return remaining;
    }
}
