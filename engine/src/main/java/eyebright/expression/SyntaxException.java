package eyebright.expression;

/// Leaves the parser at the first place that does not read; becomes a [Fault] before the package's
/// border.
final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String problem;
    private final String fix;

    SyntaxException(int offset, String problem, String fix) {
        super(problem, null, false, false);
        this.offset = offset;
        this.problem = problem;
        this.fix = fix;
    }

    Fault fault() {
        return new Fault(Fault.Kind.SYNTAX, offset, problem, fix);
    }
}
