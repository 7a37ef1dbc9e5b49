package eyebright.discussion;

import eyebright.database.RefusedException;

/// The comment that is to be answered or changed is not there, or not any more.
public final class NotThereException extends RefusedException {

    private static final long serialVersionUID = 1;

    NotThereException() {
        super("no such comment");
    }
}
