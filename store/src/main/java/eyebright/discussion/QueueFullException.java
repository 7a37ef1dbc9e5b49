package eyebright.discussion;

import eyebright.database.RefusedException;

/// So many comments of the study wait to be read that no other is taken.
public final class QueueFullException extends RefusedException {

    private static final long serialVersionUID = 1;

    QueueFullException(int most) {
        super("%d comments wait already".formatted(most));
    }
}
