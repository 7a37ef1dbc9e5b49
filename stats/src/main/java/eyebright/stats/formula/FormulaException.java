package eyebright.stats.formula;

/// A formula that cannot be read: where, what is wrong there, and what to do.
///
/// Made to be shown as a problem in the file the formula stands in; the message is
/// "`**` at column 9: expected one `*`".
public final class FormulaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int column;
    private final String problem;
    private final String fix;

    FormulaException(int column, String problem, String fix) {
        super(problem);
        this.column = column;
        this.problem = problem;
        this.fix = fix;
    }

    /// Where in the formula, in characters from 1.
    public int column() {
        return column;
    }

    /// What is wrong, with the offending text and its column.
    public String problem() {
        return problem;
    }

    /// One thing to do about it.
    public String fix() {
        return fix;
    }
}
