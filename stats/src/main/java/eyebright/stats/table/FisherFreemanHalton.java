package eyebright.stats.table;

import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.resampling.KeyedStream;
import java.util.Optional;

/// Fisher's exact test for tables of any size: that rows and columns are independent.
///
/// ```
/// given its margins, a table has P = (product of row totals! product of column totals!) / (n! product of counts!)
/// p = sum of P over all tables with these margins that are no more likely than the one seen
/// drawn: p = (as unlikely + 1) / (tables + 1),  standard error sqrt(p (1 - p) / tables)
/// ```
///
/// Shape: r x c counts. Unit: probability. Missing values: not in the table. Edge cases: empty rows and
/// columns do not matter; where the margins allow one table only, p is 1. The sum is made exactly where at
/// most 10,000,000 fillings of a column have to be looked at, about a second (3 x 5 with 263 respondents
/// takes 2,000,000, 3 x 4 with 684 more than 20,000,000); beyond, tables are drawn, and [Drawn] is there
/// and says how far chance may have moved p. Errors:
/// fewer than 1 table to draw. Summary: the counts.
///
/// R: `fisher.test(t)`, which stops with "FEXACT error 6" or asks for more workspace where this draws;
/// `simulate.p.value = TRUE` draws there. SPSS (CROSSTABS, EXACT) calls it Fisher-Freeman-Halton. As in R, a
/// table whose probability is within 1e-7 (relative) of the one seen is taken to be equally likely. For
/// 2 x 2 tables [FisherTest] gives the same p and the odds ratio.
///
/// Sources: Freeman & Halton (1951), Biometrika 38, 141-149; Mehta & Patel (1983)
/// <https://doi.org/10.1080/01621459.1983.10477989>. Checked against R 4.2.2, see
/// `ContingencyReferenceTest`.
///
/// @param test the test; it has no statistic
/// @param drawn how p was estimated; absent if it is exact
public record FisherFreemanHalton(TestResult test, Optional<Drawn> drawn) {

    private static final long MOST_STEPS = 10_000_000;
    private static final int TABLES = 20_000;

    /// A p that rests on tables drawn by chance.
    ///
    /// @param tables how many were drawn: 1 or more
    /// @param asUnlikely how many of them were no more likely than the one seen: 0 to `tables`
    /// @param error the standard error of p that is due to the drawing
    /// @param p99 where the exact p lies with 99 % confidence (Wilson)
    public record Drawn(int tables, int asUnlikely, double error, Interval p99) {

        /// @throws IllegalArgumentException if a part is out of range
        public Drawn {
            if (tables < 1) {
                throw new IllegalArgumentException("tables must be 1 or more, not " + tables);
            }
            if (asUnlikely < 0 || asUnlikely > tables) {
                throw new IllegalArgumentException(
                        "asUnlikely must be 0 to %d tables, not %d".formatted(tables, asUnlikely));
            }
            if (!(error >= 0 && error <= 1)) {
                throw new IllegalArgumentException("error must be from 0 to 1, not " + error);
            }
        }
    }

    /// The test: exact, or with 20,000 tables drawn where the exact one would take too long.
    ///
    /// @param chance read only if tables are drawn
    public static FisherFreemanHalton of(ContingencyTable table, KeyedStream chance) {
        return of(table, chance, MOST_STEPS);
    }

    static FisherFreemanHalton of(ContingencyTable table, KeyedStream chance, long steps) {
        if (table.total() == 0) {
            return exact(1);
        }
        var filled = table.withoutEmptyMargins();
        if (filled.rows() == 1 || filled.columns() == 1) {
            return exact(1);
        }
        var p = TableNetwork.probability(filled, steps);
        return p.isPresent() ? exact(p.getAsDouble()) : drawn(filled, TABLES, chance);
    }

    private static FisherFreemanHalton exact(double p) {
        return new FisherFreemanHalton(
                TestResult.exact("Fisher's exact test", p), Optional.empty());
    }

    /// The test by drawing, however small the table.
    ///
    /// @param tables how many to draw: 1 or more
    /// @throws IllegalArgumentException if `tables` is below 1 or nobody is in the table
    public static FisherFreemanHalton drawn(
            ContingencyTable table, int tables, KeyedStream chance) {
        if (tables < 1) {
            throw new IllegalArgumentException("tables must be 1 or more, not " + tables);
        }
        var filled = table.withoutEmptyMargins();
        var random = new RandomTable(filled);
        var unlikeliness = Unlikeliness.among(filled.total());
        long least = unlikeliness.least(filled);
        int asUnlikely = 0;
        for (int i = 0; i < tables; i++) {
            long sum = 0;
            for (int[] row : random.draw(chance)) {
                for (int count : row) {
                    sum += unlikeliness.of(count);
                }
            }
            asUnlikely += sum >= least ? 1 : 0;
        }
        // The table seen is one of those that could have been drawn: p is never 0.
        double p = (asUnlikely + 1.0) / (tables + 1.0);
        return new FisherFreemanHalton(
                TestResult.exact("Fisher's exact test, by drawing tables", p),
                Optional.of(
                        new Drawn(
                                tables,
                                asUnlikely,
                                Math.sqrt(p * (1 - p) / tables),
                                Proportion.wilsonInterval(asUnlikely, tables, 0.99))));
    }
}
