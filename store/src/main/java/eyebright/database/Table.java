package eyebright.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table as the database has it, for code that carries rows from one database to another and knows nothing of what
/// they mean.
///
/// @param name of the table
/// @param columns in the order of the table
/// @param key the names of the columns of its primary key, in their order
public record Table(String name, List<Column> columns, List<String> key) {

    /// Where Flyway keeps which migrations were run: of the file, not of what is in it.
    private static final String MIGRATIONS = "flyway_schema_history";

    public Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        if (columns.isEmpty() || key.isEmpty()) {
            throw new IllegalArgumentException(
                    "table %s must have columns and a primary key".formatted(name));
        }
    }

    /// What a column holds.
    public enum Kind {
        /// Text without NUL.
        TEXT,
        /// Whole numbers of 64 bits.
        INTEGER,
        /// Bytes.
        BYTES;

        private static Kind of(String type) throws SQLException {
            return switch (type) {
                case "TEXT", "text" -> TEXT;
                case "INTEGER", "bigint" -> INTEGER;
                case "BLOB", "bytea" -> BYTES;
                default -> throw new SQLException("no kind of column is called " + type);
            };
        }
    }

    /// A column.
    ///
    /// @param name its name
    /// @param kind what it holds, where it is not null
    public record Column(String name, Kind kind) {}

    /// Takes one row after another.
    @FunctionalInterface
    public interface Rows {

        /// Takes a row.
        ///
        /// @param values one for each column: a [String], a [Long], a `byte[]`, or null
        void take(@Nullable Object[] values) throws SQLException;
    }

    /// All tables of a database, those that others refer to before these.
    public static List<Table> all(Link link) throws SQLException {
        SequencedMap<String, TreeSet<String>> refersTo = new LinkedHashMap<>();
        for (String name : names(link)) {
            refersTo.put(name, referredTo(link, name));
        }
        var tables = new ArrayList<Table>();
        for (String name : inOrder(refersTo)) {
            tables.add(read(link, name));
        }
        return List.copyOf(tables);
    }

    private static List<String> names(Link link) throws SQLException {
        return link.query(link.catalogue().tables(), Table::strings, MIGRATIONS);
    }

    private static List<String> strings(ResultSet rows) throws SQLException {
        var found = new ArrayList<String>();
        while (rows.next()) {
            found.add(rows.getString(1));
        }
        return found;
    }

    private static TreeSet<String> referredTo(Link link, String name) throws SQLException {
        var others = new TreeSet<>(link.query(link.catalogue().references(), Table::strings, name));
        // Of a row that refers to another of its own table, the other has the lower key.
        others.remove(name);
        return others;
    }

    private static SequencedSet<String> inOrder(Map<String, TreeSet<String>> refersTo)
            throws SQLException {
        var placed = new LinkedHashSet<String>();
        while (placed.size() < refersTo.size()) {
            int before = placed.size();
            refersTo.forEach(
                    (name, others) -> {
                        if (placed.containsAll(others)) {
                            placed.add(name);
                        }
                    });
            if (placed.size() == before) {
                throw new SQLException("tables refer to each other in a circle: " + refersTo);
            }
        }
        return placed;
    }

    private static Table read(Link link, String name) throws SQLException {
        var columns = new ArrayList<Column>();
        link.query(
                link.catalogue().columns(),
                rows -> {
                    while (rows.next()) {
                        columns.add(new Column(rows.getString(1), Kind.of(rows.getString(2))));
                    }
                    return true;
                },
                name);
        List<String> key = link.query(link.catalogue().key(), Table::strings, name);
        return new Table(name, columns, key);
    }

    /// Gives every row to the taker, in the order of the key; one is held at a time.
    ///
    /// @return how many there were
    public long read(Link link, Rows taker) throws SQLException {
        String sql = "SELECT %s FROM \"%s\" ORDER BY %s".formatted(names(), name, quoted(key));
        return link.query(
                sql,
                rows -> {
                    long count = 0;
                    while (rows.next()) {
                        taker.take(values(rows));
                        count++;
                    }
                    return count;
                });
    }

    private @Nullable Object[] values(ResultSet rows) throws SQLException {
        var values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (columns.get(i).kind()) {
                        case TEXT -> rows.getString(i + 1);
                        case INTEGER -> number(rows, i + 1);
                        case BYTES -> rows.getBytes(i + 1);
                    };
        }
        return values;
    }

    private static @Nullable Long number(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }

    /// Adds a row.
    ///
    /// @param values as [#read] gives them
    public void add(Link link, @Nullable Object... values) throws SQLException {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "values must be %d, not %d".formatted(columns.size(), values.length));
        }
        String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
        link.update("INSERT INTO \"%s\" (%s) VALUES (%s)".formatted(name, names(), marks), values);
    }

    /// Removes every row, such as those that a migration put there.
    public void clear(Link link) throws SQLException {
        link.update("DELETE FROM \"%s\"".formatted(name));
    }

    /// Whether there is no row.
    public boolean isEmpty(Link link) throws SQLException {
        return !link.any("SELECT 1 FROM \"%s\" LIMIT 1".formatted(name));
    }

    /// How many rows there are.
    public long count(Link link) throws SQLException {
        return link.number("SELECT count(*) FROM \"%s\"".formatted(name));
    }

    private String names() {
        return quoted(columns.stream().map(Column::name).toList());
    }

    private static String quoted(List<String> names) {
        return names.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }
}
