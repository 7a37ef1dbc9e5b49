package eyebright.stats.resampling;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.TestResult;
import java.util.Arrays;
import java.util.Optional;

/// A test of whether rows are exchangeable: how often a random order gives a statistic as far out as
/// the order of the data.
///
/// ```
/// p = (1 + orders at least as far out) / (1 + orders drawn)        error = sqrt(p (1 - p) / orders drawn)
/// ```
///
/// The order of the data counts as one of those drawn, so that p is never 0 and the test holds its
/// level whatever the number of orders. `error` is the standard error of p that comes from drawing and
/// not listing the orders: another key would give another p, about so far away.
///
/// Shape: rows 0 to n - 1, one statistic an order; its summary is the rows. The statistic is given an
/// order of the rows and pairs, say, the outcome of `rows[i]` with the group of `i`. Missing values:
/// leave their rows out first. Edge cases: a statistic that cannot be had of the data has no test;
/// an order without one counts as far out, which can only make p larger. Values that differ by 1e-12
/// of the one seen count as equal, as sums in another order may. Errors: counts below 1.
///
/// Equal keys give equal bytes: order i is drawn from the stream of (study, purpose, i). R:
/// `coin::independence_test(distribution = "approximate")` divides without the two ones. SPSS (Exact
/// Tests) does too and prints an interval.
///
/// Source: Phipson & Smyth (2010) <https://doi.org/10.2202/1544-6115.1585>.
///
/// @param statistic the statistic of the data, or the reason there is none
/// @param test the statistic with p; there exactly if the statistic is known
/// @param orders how many random orders were drawn: 1 or more
/// @param error the Monte Carlo standard error of p: 0 or more, 0 without a test
public record PermutationTest(
        Estimate statistic, Optional<TestResult> test, int orders, double error) {

    private static final double EQUAL = 1e-12;

    /// Which values are as far out as the one seen.
    public enum Alternative {
        /// Those at least as large.
        GREATER,
        /// Those at most as large.
        LESS,
        /// Those at least as far from 0 on either side.
        TWO_SIDED
    }

    /// @throws IllegalArgumentException if only one of statistic and test is there, or a number is out
    ///   of range
    public PermutationTest {
        if (statistic instanceof Known != test.isPresent()) {
            throw new IllegalArgumentException(
                    "test must be there exactly if the statistic is known, not %s with %s"
                            .formatted(test, statistic));
        }
        Bootstrap.requirePositive("orders", orders);
        if (!(error >= 0 && error <= 1)) {
            throw new IllegalArgumentException("error must be from 0 to 1, not " + error);
        }
    }

    /// The test of a statistic.
    ///
    /// @param statistic the figure of an order of the n rows
    /// @param n how many rows: 1 or more
    /// @param orders how many random orders to draw: 1 or more
    /// @param study first part of the key of the streams
    /// @param purpose second part of the key, different for each analysis
    /// @throws IllegalArgumentException if a count is below 1
    public static PermutationTest of(
            Statistic statistic,
            int n,
            int orders,
            Alternative alternative,
            String study,
            String purpose) {
        Bootstrap.requirePositive("n", n);
        Bootstrap.requirePositive("orders", orders);
        var rows = new int[n];
        Arrays.setAll(rows, i -> i);
        Estimate seen = statistic.of(rows);
        if (!(seen instanceof Known observed)) {
            return new PermutationTest(seen, Optional.empty(), orders, 0);
        }
        int far = 0;
        for (int i = 0; i < orders; i++) {
            Arrays.setAll(rows, row -> row);
            KeyedStream.of(study, purpose, i).shuffle(rows);
            if (!(statistic.of(rows) instanceof Known drawn)
                    || isAsFar(drawn.value(), observed.value(), alternative)) {
                far++;
            }
        }
        double p = (1.0 + far) / (1.0 + orders);
        return new PermutationTest(
                seen,
                Optional.of(TestResult.of("Permutation test", observed.value(), p)),
                orders,
                Math.sqrt(p * (1 - p) / orders));
    }

    private static boolean isAsFar(double drawn, double seen, Alternative alternative) {
        double slack = EQUAL * Math.abs(seen);
        return switch (alternative) {
            case GREATER -> drawn >= seen - slack;
            case LESS -> drawn <= seen + slack;
            case TWO_SIDED -> Math.abs(drawn) >= Math.abs(seen) - slack;
        };
    }
}
