package eyebright.store;

/// A respondent has saved as often as one may.
public final class TooManySavesException extends SaveRefusedException {

    private static final long serialVersionUID = 1;

    TooManySavesException(int most) {
        super("saves of a respondent must be at most %d".formatted(most));
    }
}
