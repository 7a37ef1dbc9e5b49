package eyebright.stats.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How many respondents gave each combination of two answers.
///
/// Shape: r rows by c columns of counts, 1 or more each way; rows and columns count from 0. Unit:
/// respondents. Missing values: a respondent who lacks one of the two answers is in no cell. Edge
/// cases: rows and columns may be empty; R's `table` keeps them too, and its `chisq.test` then gives
/// `NaN`. They are dropped only by [#withoutEmptyMargins], and [#whyNotTestable] says what stands
/// against a test. SPSS (CROSSTABS) leaves them out by itself.
/// Errors: no row or column, rows of different length, a count below 0, too many respondents. Summary: this
/// is it: two halves merge by adding.
///
/// @param counts one list a row, all of one length: counts of 0 or more, 2,147,483,647 in all at most
public record ContingencyTable(List<List<Integer>> counts) {

    /// @throws IllegalArgumentException if there is no cell, the rows differ in length, a count is
    ///   negative or the total is too large; the message names row and column, counted from 0
    public ContingencyTable {
        counts = counts.stream().map(List::copyOf).toList();
        if (counts.isEmpty() || counts.getFirst().isEmpty()) {
            throw new IllegalArgumentException("counts must have 1 or more cells, not none");
        }
        int columns = counts.getFirst().size();
        long total = 0;
        for (int row = 0; row < counts.size(); row++) {
            if (counts.get(row).size() != columns) {
                throw new IllegalArgumentException(
                        "row %d must have %d columns as row 0 has, not %d"
                                .formatted(row, columns, counts.get(row).size()));
            }
            for (int column = 0; column < columns; column++) {
                int count = counts.get(row).get(column);
                if (count < 0) {
                    throw new IllegalArgumentException(
                            "count of row %d, column %d must be 0 or more, not %d"
                                    .formatted(row, column, count));
                }
                total += count;
            }
        }
        if (total > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "total of counts must be at most %d, not %d"
                            .formatted(Integer.MAX_VALUE, total));
        }
    }

    /// The table of these rows.
    ///
    /// @throws IllegalArgumentException as the constructor does
    public static ContingencyTable of(int[]... rows) {
        return new ContingencyTable(
                Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList());
    }

    /// How many rows there are, empty ones included.
    public int rows() {
        return counts.size();
    }

    /// How many columns there are, empty ones included.
    public int columns() {
        return counts.getFirst().size();
    }

    /// How many respondents are in one cell.
    public int count(int row, int column) {
        return counts.get(row).get(column);
    }

    /// How many respondents are in one row.
    public int rowTotal(int row) {
        int total = 0;
        for (int count : counts.get(row)) {
            total += count;
        }
        return total;
    }

    /// How many respondents are in one column.
    public int columnTotal(int column) {
        int total = 0;
        for (List<Integer> row : counts) {
            total += row.get(column);
        }
        return total;
    }

    /// How many respondents there are.
    public int total() {
        int total = 0;
        for (int row = 0; row < rows(); row++) {
            total += rowTotal(row);
        }
        return total;
    }

    /// How many respondents independence of rows and columns would put in one cell: row total times
    /// column total by total.
    double expected(int row, int column) {
        return (double) rowTotal(row) * columnTotal(column) / total();
    }

    /// Degrees of freedom of a test of independence: (rows - 1)(columns - 1).
    int df() {
        return (rows() - 1) * (columns() - 1);
    }

    /// This table without the rows and columns that hold nobody.
    ///
    /// @throws IllegalArgumentException if nobody is in the table, as nothing would be left
    public ContingencyTable withoutEmptyMargins() {
        if (total() == 0) {
            throw new IllegalArgumentException("total of counts must be 1 or more, not 0");
        }
        int[] kept = IntStream.range(0, columns()).filter(c -> columnTotal(c) > 0).toArray();
        return new ContingencyTable(
                IntStream.range(0, rows())
                        .filter(row -> rowTotal(row) > 0)
                        .mapToObj(row -> Arrays.stream(kept).mapToObj(c -> count(row, c)).toList())
                        .toList());
    }

    /// Why no test of association exists for this table: nobody, an empty row or column, or only one
    /// row or column. Empty if there is nothing against one.
    public Optional<String> whyNotTestable() {
        if (total() == 0) {
            return Optional.of("nobody answered both");
        }
        for (int row = 0; row < rows(); row++) {
            if (rowTotal(row) == 0) {
                return Optional.of("row %d of the table is empty".formatted(row));
            }
        }
        for (int column = 0; column < columns(); column++) {
            if (columnTotal(column) == 0) {
                return Optional.of("column %d of the table is empty".formatted(column));
            }
        }
        if (rows() == 1 || columns() == 1) {
            return Optional.of(
                    "all %d answers are in one %s"
                            .formatted(total(), rows() == 1 ? "row" : "column"));
        }
        return Optional.empty();
    }

    /// @throws IllegalArgumentException if there is no test of association, with the reason
    void requireTestable() {
        whyNotTestable()
                .ifPresent(
                        reason -> {
                            throw new IllegalArgumentException(
                                    "table must have 2 or more rows and columns and none empty, but "
                                            + reason);
                        });
    }
}
