package eyebright.store;

/// The respondent has withdrawn: their answers are gone, and nothing more is kept of them.
public final class WithdrawnException extends SaveRefusedException {

    private static final long serialVersionUID = 1;

    WithdrawnException() {
        super("this respondent has withdrawn");
    }
}
