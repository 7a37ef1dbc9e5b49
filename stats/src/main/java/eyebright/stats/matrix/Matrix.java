package eyebright.stats.matrix;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A dense matrix of finite numbers, stored column by column.
///
/// Immutable: makers copy what they are given, readers give copies. A decomposition copies once, works
/// in place and gives a new matrix.
///
/// Shape: 1 row and 1 column or more. Edge cases: none is empty. Errors: lengths that differ, a value that
/// is not finite, a product that overflows.
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /// A matrix of the columns.
    ///
    /// @param columns 1 or more arrays of the same length, 1 or more finite values each
    /// @throws IllegalArgumentException if there is no value, lengths differ or a value is not finite
    public static Matrix ofColumns(double[]... columns) {
        if (columns.length == 0 || columns[0].length == 0) {
            throw new IllegalArgumentException("columns must hold 1 value or more, not none");
        }
        int rows = columns[0].length;
        var values = new double[Math.multiplyExact(rows, columns.length)];
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != rows) {
                throw new IllegalArgumentException(
                        "column %d must have %d values, not %d"
                                .formatted(j, rows, columns[j].length));
            }
            System.arraycopy(columns[j], 0, values, j * rows, rows);
        }
        return checked(rows, columns.length, values);
    }

    /// A matrix of values that stand column by column.
    ///
    /// @param values `rows * columns` finite values
    /// @throws IllegalArgumentException if a size is below 1, the number of values is another, or one is
    ///   not finite
    public static Matrix of(int rows, int columns, double[] values) {
        requireSize(rows, columns, values);
        return checked(rows, columns, values.clone());
    }

    /// A matrix of values that stand column by column and that nobody changes from now on: they are not copied.
    ///
    /// @param values `rows * columns` values, known to be finite
    /// @throws IllegalArgumentException if a size is below 1, or the number of values is another
    public static Matrix keeping(int rows, int columns, double[] values) {
        requireSize(rows, columns, values);
        return new Matrix(rows, columns, values);
    }

    private static void requireSize(int rows, int columns, double[] values) {
        if (rows < 1 || columns < 1 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "values must be %d x %d, 1 or more each way, not %d"
                            .formatted(rows, columns, values.length));
        }
    }

    private static Matrix checked(int rows, int columns, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "value of row %d, column %d must be finite, not %s"
                                .formatted(i % rows, i / rows, values[i]));
            }
        }
        return new Matrix(rows, columns, values);
    }

    /// How many rows: 1 or more.
    public int rows() {
        return rows;
    }

    /// How many columns: 1 or more.
    public int columns() {
        return columns;
    }

    /// The value of a row and column, both from 0.
    public double at(int row, int column) {
        return values[column * rows + row];
    }

    /// A copy of one column, from 0.
    public double[] column(int column) {
        return Arrays.copyOfRange(values, column * rows, (column + 1) * rows);
    }

    /// A copy of one row, from 0.
    public double[] row(int row) {
        return IntStream.range(0, columns).mapToDouble(j -> at(row, j)).toArray();
    }

    /// A copy of all values, column by column.
    public double[] values() {
        return values.clone();
    }

    /// The values down from the upper left corner.
    public double[] diagonal() {
        return IntStream.range(0, Math.min(rows, columns)).mapToDouble(i -> at(i, i)).toArray();
    }

    /// Rows and columns changed over.
    public Matrix transposed() {
        var turned = new double[values.length];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                turned[i * columns + j] = values[j * rows + i];
            }
        }
        return new Matrix(columns, rows, turned);
    }

    /// The product of this with another.
    ///
    /// @param other as many rows as this has columns
    /// @throws IllegalArgumentException if the shapes do not fit or a sum overflows
    public Matrix times(Matrix other) {
        if (other.rows != columns) {
            throw new IllegalArgumentException(
                    "other must have %d rows, not %d".formatted(columns, other.rows));
        }
        var product = new double[Math.multiplyExact(rows, other.columns)];
        for (int j = 0; j < other.columns; j++) {
            for (int k = 0; k < columns; k++) {
                double factor = other.values[j * columns + k];
                for (int i = 0; i < rows; i++) {
                    product[j * rows + i] += values[k * rows + i] * factor;
                }
            }
        }
        return checked(rows, other.columns, product);
    }

    /// The product of this with a vector.
    ///
    /// @param vector as many values as this has columns
    /// @throws IllegalArgumentException if the length does not fit
    public double[] times(double[] vector) {
        if (vector.length != columns) {
            throw new IllegalArgumentException(
                    "vector must have %d values, not %d".formatted(columns, vector.length));
        }
        var product = new double[rows];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                product[i] += values[j * rows + i] * vector[j];
            }
        }
        return product;
    }

    /// The part of some rows and columns, in the order named.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row or column
    public Matrix part(int[] rowsKept, int[] columnsKept) {
        var part = new double[rowsKept.length * columnsKept.length];
        for (int j = 0; j < columnsKept.length; j++) {
            for (int i = 0; i < rowsKept.length; i++) {
                part[j * rowsKept.length + i] = at(rowsKept[i], columnsKept[j]);
            }
        }
        return keeping(rowsKept.length, columnsKept.length, part);
    }
}
