package eyebright.stats.reference;

import eyebright.stats.table.ContingencyTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A CSV file of `src/test/reference`: text fields in quotes, an empty field is a missing value.
public record CsvTable(List<String> header, List<List<String>> rows) {

    public static CsvTable read(String name) {
        try {
            List<String> lines = Files.readAllLines(Path.of("src/test/reference", name));
            return new CsvTable(
                    fields(lines.getFirst()),
                    lines.stream().skip(1).map(CsvTable::fields).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The rows in which none of the columns is missing.
    public CsvTable complete(String... columns) {
        return where(row -> Stream.of(columns).noneMatch(name -> cell(row, name).isEmpty()));
    }

    /// The rows that have this text in the column.
    public CsvTable where(String column, String text) {
        return where(row -> cell(row, column).equals(text));
    }

    public CsvTable where(Predicate<List<String>> condition) {
        return new CsvTable(header, rows.stream().filter(condition).toList());
    }

    public String cell(List<String> row, String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "no column %s; there are %s".formatted(column, header));
        }
        return row.get(index);
    }

    public double[] numbers(String column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(cell(row, column))).toArray();
    }

    /// The different texts of a column in alphabetical order, missing ones left out.
    public List<String> levels(String column) {
        return rows.stream()
                .map(row -> cell(row, column))
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /// The table of two columns, levels in alphabetical order, as R's `table` makes it of text.
    public ContingencyTable cross(String rowColumn, String columnColumn) {
        return new ContingencyTable(
                levels(rowColumn).stream()
                        .map(
                                row ->
                                        levels(columnColumn).stream()
                                                .map(
                                                        column ->
                                                                where(rowColumn, row)
                                                                        .where(columnColumn, column)
                                                                        .rows()
                                                                        .size())
                                                .toList())
                        .toList());
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
