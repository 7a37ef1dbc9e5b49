package eyebright.store;

/// No respondent has that id, and none had.
public final class UnknownRespondentException extends SaveRefusedException {

    private static final long serialVersionUID = 1;

    UnknownRespondentException() {
        super("no respondent with this id");
    }
}
