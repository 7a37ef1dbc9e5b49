package eyebright.frame;

import eyebright.expression.Expression;
import eyebright.expression.Rows;
import eyebright.expression.Scope;
import eyebright.expression.Series;
import eyebright.expression.Truth;
import eyebright.expression.Truths;
import eyebright.expression.Value;
import eyebright.study.Option;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The answers of many respondents as typed columns: the one shape that typed answers, tables and
/// rehearsals all take before anything is computed.
///
/// Immutable. Rows that do not count (not eligible, not far enough) are not in it; `excluded` says how
/// many and why. Frames are equal where respondents, columns, exclusions and origin are.
public final class Frame implements Rows {

    private final List<String> respondents;
    private final Map<String, Column> columns;
    private final Map<String, Integer> excluded;
    private final Origin origin;

    /// What was asked before: many claims ask the same of the same rows.
    private final Map<Expression, Truths> truths = new ConcurrentHashMap<>();

    private final Map<Grouped, Levels> grouped = new ConcurrentHashMap<>();

    /// Options of a question in groups.
    private record Grouped(String column, List<List<String>> groups) {}

    /// @param respondents one id a row
    /// @param columns by the name of the variable, all as long as `respondents`
    /// @param excluded how many respondents are not in the frame, by reason
    public Frame(
            List<String> respondents,
            Map<String, Column> columns,
            Map<String, Integer> excluded,
            Origin origin) {
        this.respondents = List.copyOf(respondents);
        this.columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        this.excluded = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
        this.origin = origin;
        columns.forEach(
                (name, column) -> {
                    if (column.size() != this.respondents.size()) {
                        throw new IllegalArgumentException(
                                "column %s must have %d rows, not %d"
                                        .formatted(name, this.respondents.size(), column.size()));
                    }
                });
    }

    /// How many rows.
    @Override
    public int size() {
        return respondents.size();
    }

    /// The ids of the rows.
    public List<String> respondents() {
        return respondents;
    }

    /// How many respondents are not in the frame, by reason.
    public Map<String, Integer> excluded() {
        return excluded;
    }

    /// Where the rows come from.
    public Origin origin() {
        return origin;
    }

    /// All columns by name.
    public Map<String, Column> columns() {
        return columns;
    }

    /// The column of that name.
    ///
    /// @throws NoSuchElementException if no column has that name; the message lists those there are
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new NoSuchElementException(
                    "no column \"%s\"; there are %s"
                            .formatted(name, String.join(", ", columns.keySet())));
        }
        return column;
    }

    /// The levels of a one-of question. Numbers and conditions of all rows come from expressions:
    /// [eyebright.expression.Expression#amounts(Rows)] and its `truths`.
    ///
    /// @throws IllegalArgumentException if the column of that name does not hold one option
    /// @throws NoSuchElementException if no column has that name
    public Levels levels(String name) {
        if (column(name) instanceof Column.Choices choices) {
            return Levels.of(choices);
        }
        throw new IllegalArgumentException("column %s must hold one option".formatted(name));
    }

    /// The same with groups of those options as levels: [Levels#pooled], worked out once.
    ///
    /// @throws IllegalArgumentException if the column of that name does not hold one option, or has none of these
    /// @throws NoSuchElementException if no column has that name
    public Levels levels(String name, List<List<String>> groups) {
        var asked = new Grouped(name, groups);
        Levels known = grouped.get(asked);
        if (known == null) {
            known = levels(name).pooled(groups);
            grouped.put(asked, known);
        }
        return known;
    }

    /// Whether a condition holds in each row: [Expression#truths(Rows)], worked out once, two bits a row.
    public Truths truths(Expression condition) {
        Truths known = truths.get(condition);
        if (known == null) {
            known = condition.truths(this);
            truths.put(condition, known);
        }
        return known;
    }

    /// The hash of what it holds, 64 hex digits: SHA-256 over its columns in the order of their names, those of
    /// free text left out, each with its name, its kind, the codes of its options, and its cells in the order
    /// of rows. The same answers in the same order give the same hash from the store and from a table.
    public String hash() {
        return FrameHash.of(this);
    }

    /// This frame with more columns, such as scales.
    public Frame with(Map<String, Column> more) {
        return more.isEmpty()
                ? this
                : new Frame(respondents, joined(columns, more), excluded, origin);
    }

    private static Map<String, Column> joined(
            Map<String, Column> columns, Map<String, Column> more) {
        var all = LinkedHashMap.<String, Column>newLinkedHashMap(columns.size() + more.size());
        all.putAll(columns);
        all.putAll(more);
        return all;
    }

    /// This frame with those rows, in that order: a part of it, or a sample in which a row may come more
    /// than once. Who was excluded stays excluded.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    public Frame rows(int[] rows) {
        var taken = new LinkedHashMap<String, Column>();
        columns.forEach((name, column) -> taken.put(name, column.rows(rows)));
        return new Frame(
                Arrays.stream(rows).mapToObj(respondents::get).toList(), taken, excluded, origin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame
                && respondents.equals(frame.respondents)
                && columns.equals(frame.columns)
                && excluded.equals(frame.excluded)
                && origin.equals(frame.origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(respondents, columns, excluded, origin);
    }

    @Override
    public String toString() {
        return "frame of %d %s respondents, %d columns, excluded %s"
                .formatted(size(), origin.kind(), columns.size(), excluded);
    }

    /// The values of one row, as expressions read them: a cell that is not ANSWERED is unknown, and
    /// `question.option` is whether a several-of question names the option.
    @Override
    public Scope row(int row) {
        return variable -> value(variable, row);
    }

    /// The values of one variable, as expressions read them: the same as [#row(int)] says of each row.
    @Override
    public Series series(String variable) {
        Column column = columns.get(variable);
        if (column == null) {
            return options(variable);
        }
        return switch (column) {
            case Column.Choices choices -> choices.series();
            case Column.Numbers numbers -> numbers.series();
            case Column.Words words -> words.series();
            case Column.Sets sets -> sets.series();
        };
    }

    private Series options(String variable) {
        int dot = variable.lastIndexOf('.');
        if (dot > 0 && columns.get(variable.substring(0, dot)) instanceof Column.Sets sets) {
            int option = option(sets, variable.substring(dot + 1));
            return option < 0 ? new Series.Nothing() : sets.option(option);
        }
        return new Series.Nothing();
    }

    /// The place of the option of that code, or -1.
    private static int option(Column.Sets sets, String code) {
        List<Option> options = sets.options();
        for (int option = 0; option < options.size(); option++) {
            if (options.get(option).code().equals(code)) {
                return option;
            }
        }
        return -1;
    }

    private Value value(String variable, int row) {
        Column column = columns.get(variable);
        if (column == null) {
            return option(variable, row);
        }
        if (column.status(row) != Status.ANSWERED) {
            return new Value.Unknown();
        }
        return switch (column) {
            case Column.Choices choices ->
                    new Value.Text(choices.options().get(choices.index(row)).code());
            case Column.Numbers numbers ->
                    new Value.Decimal(BigDecimal.valueOf(numbers.value(row)));
            case Column.Words words -> new Value.Text(words.text(row));
            case Column.Sets _ -> new Value.Logic(Truth.TRUE);
        };
    }

    private Value option(String variable, int row) {
        int dot = variable.lastIndexOf('.');
        if (dot > 0
                && columns.get(variable.substring(0, dot)) instanceof Column.Sets sets
                && sets.status(row) == Status.ANSWERED) {
            int option = option(sets, variable.substring(dot + 1));
            if (option >= 0) {
                return new Value.Logic(Truth.of(sets.names(row, option)));
            }
        }
        return new Value.Unknown();
    }
}
