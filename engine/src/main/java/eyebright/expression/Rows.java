package eyebright.expression;

/// Many rows of values, column by column: what an expression reads when it is worked out for all of them
/// at once.
public interface Rows {

    /// How many rows.
    int size();

    /// The values of that variable in every row; [Series.Nothing] where there is none.
    Series series(String variable);

    /// The same values, row by row. What a row says here and what the series say of it must be the same.
    Scope row(int row);
}
