package eyebright.analysis;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What R says of the tables in `studies/data`. `expected.csv` beside this class holds those lines of
/// `stats/src/test/reference/expected.csv` that findings speak of, word for word; the values that R itself
/// knows less well than it says come from `exact.csv` there. Intervals of Pearson's r are not in it: those of `cor.test`
/// take answers for normal, and ours are held in `stats`.
final class Reference {

    private static final Path WHOLE = Path.of("../stats/src/test/reference");

    private static final double EXACT_TOLERANCE = 1e-12;

    private Reference() {}

    /// What one quantity of a case must come to.
    ///
    /// @param tolerance relative; absolute where the value is 0
    record Expected(String name, String quantity, double value, double tolerance) {

        double reach() {
            return value == 0 ? tolerance : tolerance * Math.abs(value);
        }

        @Override
        public String toString() {
            return name + ": " + quantity;
        }
    }

    /// The rows that findings meet, the exact value before R's.
    static Stream<Expected> rows() {
        Map<String, Double> exact =
                lines(WHOLE.resolve("exact.csv")).stream()
                        .skip(1)
                        .map(line -> line.replace("\"", ""))
                        .collect(
                                toMap(
                                        line -> line.substring(0, line.lastIndexOf(',')),
                                        line ->
                                                Double.valueOf(
                                                        line.substring(
                                                                line.lastIndexOf(',') + 1))));
        return cut().stream().skip(1).map(Reference::row).map(row -> better(row, exact));
    }

    private static Expected row(String line) {
        String[] cells = line.substring(1).split("\",\"?|,\"", 5);
        return new Expected(
                cells[0], cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
    }

    private static Expected better(Expected row, Map<String, Double> exact) {
        Double known = exact.get(row.name() + "," + row.quantity());
        return known == null
                ? row
                : new Expected(row.name(), row.quantity(), known, EXACT_TOLERANCE);
    }

    /// The lines of the cut.
    static List<String> cut() {
        return Folder.resource("expected.csv").lines().toList();
    }

    /// The lines of the whole reference.
    static List<String> whole() {
        return lines(WHOLE.resolve("expected.csv"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
