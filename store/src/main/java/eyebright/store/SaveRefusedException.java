package eyebright.store;

import eyebright.database.RefusedException;

/// A respondent's save that the store does not take, and that would not be taken a second time either.
public abstract sealed class SaveRefusedException extends RefusedException
        permits TooManySavesException, UnknownRespondentException, WithdrawnException {

    private static final long serialVersionUID = 1;

    SaveRefusedException(String message) {
        super(message);
    }
}
