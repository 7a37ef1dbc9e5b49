package eyebright.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The values of the respondents who count in an analysis, column by column: numbers as they are, the
/// answers to a one-of question as places in its levels.
///
/// Immutable: it gives copies.
public final class Cases {

    /// No columns.
    public static final Cases NONE = new Cases(List.of());

    private final List<double[]> columns;

    private Cases(List<double[]> columns) {
        this.columns = columns;
    }

    /// @param columns all of one length, which may be 0; the arrays are not copied, and whoever made them lets go
    ///   of them
    static Cases of(List<double[]> columns) {
        for (double[] column : columns) {
            if (column.length != columns.getFirst().length) {
                throw new IllegalArgumentException("columns must all have one length");
            }
        }
        return new Cases(List.copyOf(columns));
    }

    /// How many columns.
    public int columns() {
        return columns.size();
    }

    /// How many respondents: 0 where there are no columns.
    public int size() {
        return columns.isEmpty() ? 0 : columns.getFirst().length;
    }

    /// A copy of a column, from 0.
    public double[] column(int place) {
        return columns.get(place).clone();
    }

    /// A column, from 0, as it is kept: not to be changed.
    double[] kept(int place) {
        return columns.get(place);
    }

    /// These, and those of other respondents after them.
    ///
    /// @throws IllegalArgumentException if the others have other columns
    Cases and(Cases others) {
        if (others.columns.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "rows must have %d columns, not %d"
                            .formatted(columns.size(), others.columns.size()));
        }
        var joined = new ArrayList<double[]>();
        for (int i = 0; i < columns.size(); i++) {
            double[] first = columns.get(i);
            double[] second = others.columns.get(i);
            double[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            joined.add(both);
        }
        return new Cases(joined);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cases rows
                && Arrays.deepEquals(columns.toArray(), rows.columns.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(columns.toArray());
    }
}
