package eyebright.stats.table;

import java.util.List;
import java.util.stream.IntStream;

/// How far each cell of a table is from independence, in standard errors.
///
/// ```
/// (count - expected) / sqrt(expected (1 - row total / n) (1 - column total / n))
/// ```
///
/// Shape: that of the table. Unit: standard errors; about standard normal under independence, so that
/// beyond ±1.96 is rare in one cell, not in the largest of many. Missing values: not in the table. Edge
/// cases: a table with an empty row or column, or only one, has none: see
/// [ContingencyTable#whyNotTestable]. Errors: a table without a test, rows of different length.
/// Summary: the counts.
///
/// R: `chisq.test(t)$stdres`, whose `residuals` are others, not adjusted. SPSS (CROSSTABS, ASRESID).
///
/// Source: Haberman (1973) <https://doi.org/10.2307/2529686>.
///
/// @param values one list a row, one finite residual a column
public record AdjustedResiduals(List<List<Double>> values) {

    /// @throws IllegalArgumentException if the rows differ in length or a residual is not finite
    public AdjustedResiduals {
        values = values.stream().map(List::copyOf).toList();
        for (List<Double> row : values) {
            if (row.size() != values.getFirst().size()) {
                throw new IllegalArgumentException(
                        "rows of values must be of one length, not %d and %d"
                                .formatted(values.getFirst().size(), row.size()));
            }
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("values must be finite, not " + value);
                }
            }
        }
    }

    /// The residuals of every cell.
    ///
    /// @throws IllegalArgumentException if the table has no test; the message says why
    public static AdjustedResiduals of(ContingencyTable table) {
        table.requireTestable();
        return new AdjustedResiduals(
                IntStream.range(0, table.rows())
                        .mapToObj(
                                row ->
                                        IntStream.range(0, table.columns())
                                                .mapToObj(column -> residual(table, row, column))
                                                .toList())
                        .toList());
    }

    /// The residual of one cell, counted from 0.
    public double at(int row, int column) {
        return values.get(row).get(column);
    }

    private static double residual(ContingencyTable table, int row, int column) {
        double n = table.total();
        double expected = table.expected(row, column);
        double elsewhere = (1 - table.rowTotal(row) / n) * (1 - table.columnTotal(column) / n);
        return (table.count(row, column) - expected) / Math.sqrt(expected * elsewhere);
    }
}
