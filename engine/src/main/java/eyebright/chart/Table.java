package eyebright.chart;

import java.util.List;
import java.util.stream.IntStream;

/// The table behind a picture. Its cells are text: whoever writes them escapes them.
///
/// @param caption what the table shows
/// @param columns the heads of the columns; the first column names the row
/// @param rows the cells, as many in each row as there are columns
public record Table(String caption, List<String> columns, List<List<String>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "rows of a table must have %s cells like its columns, not %s"
                                .formatted(columns.size(), row.size()));
            }
        }
    }

    /// The table without the columns that say nothing in any row; the first always stays.
    Table withoutEmptyColumns() {
        int[] kept =
                IntStream.range(0, columns.size())
                        .filter(i -> i == 0 || rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
                        .toArray();
        return new Table(
                caption,
                picked(columns, kept),
                rows.stream().map(row -> picked(row, kept)).toList());
    }

    private static List<String> picked(List<String> cells, int[] kept) {
        return IntStream.of(kept).mapToObj(cells::get).toList();
    }
}
